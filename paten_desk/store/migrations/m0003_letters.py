"""Whether a letter still counts, and letters by their number."""

from __future__ import annotations

from paten_desk.store.engine import Engine

STATEMENTS = (
    "ALTER TABLE letter ADD COLUMN state TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX letter_as_written ON letter (number)",
)


def up(engine: Engine) -> None:
    """Add the column, which is empty for every letter so far, and the index."""
    for statement in STATEMENTS:
        engine.writer.execute_sql(statement)

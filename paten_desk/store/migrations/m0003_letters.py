"""Whether a letter still counts, how often it came out of a printer, and letters by their number."""

from __future__ import annotations

from paten_desk.store.engine import Engine

STATEMENTS = (
    "ALTER TABLE letter ADD COLUMN state TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE letter ADD COLUMN prints {int} NOT NULL DEFAULT 0",
    "CREATE INDEX letter_as_written ON letter (number)",
    "CREATE INDEX letter_unprinted ON letter (dated) WHERE prints = 0 AND document <> ''",
)


def up(engine: Engine) -> None:
    """Add the columns, which say nothing of the letters so far, and the indexes."""
    for statement in STATEMENTS:
        engine.writer.execute_sql(statement.format(int="INTEGER" if engine.is_file else "BIGINT"))

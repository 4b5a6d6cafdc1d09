"""Branch ledgers beside the first one, the numbers of requests as numbers, and what explains a number on no paper."""

from __future__ import annotations

import json

from paten_desk.store.engine import Engine

COLUMNS = """
ALTER TABLE ledger ADD COLUMN register TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN prefix TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN parent TEXT NOT NULL DEFAULT '';
ALTER TABLE ledger ADD COLUMN parent_length {int} NOT NULL DEFAULT 0;
ALTER TABLE ledger ADD COLUMN parent_head TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX ledger_own ON ledger (role) WHERE role = 'own';
ALTER TABLE request ADD COLUMN year {int} NOT NULL DEFAULT 0;
ALTER TABLE request ADD COLUMN serial {int} NOT NULL DEFAULT 0;
CREATE TABLE number_entry (
    rowno {auto},
    id TEXT NOT NULL UNIQUE,
    ledger TEXT NOT NULL,
    book TEXT NOT NULL,
    year {int} NOT NULL,
    first {int} NOT NULL,
    last {int} NOT NULL,
    suffix TEXT NOT NULL,
    state TEXT NOT NULL
);
CREATE INDEX number_entry_book ON number_entry (ledger, book, year, first)
"""

NUMBERED = (
    "SELECT request.id, journal.body FROM request JOIN entity ON entity.id = request.id "
    "JOIN journal ON journal.ledger = entity.ledger AND journal.sequence = entity.sequence WHERE request.number <> ''"
)


def up(engine: Engine) -> None:
    """Add the columns, then take year and serial of every numbered request from its newest record."""
    types = (
        {"int": "INTEGER", "auto": "INTEGER NOT NULL PRIMARY KEY"}
        if engine.is_file
        else {"int": "BIGINT", "auto": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"}
    )
    for statement in COLUMNS.format(**types).split(";"):
        engine.writer.execute_sql(statement)
    mark = "?" if engine.is_file else "%s"
    change = f"UPDATE request SET year = {mark}, serial = {mark} WHERE id = {mark}"  # noqa: S608  # marks only
    for identity, body in engine.writer.execute_sql(NUMBERED).fetchall():
        data = json.loads(bytes(body))["data"]
        engine.writer.execute_sql(change, (int(data["accepted_at"][:4]), data["serial"], identity))
    engine.writer.execute_sql("CREATE INDEX request_serial ON request (ledger, year, serial)")

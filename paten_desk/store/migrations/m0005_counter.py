"""What the counter asks of a request: what it waits for, who holds its papers, when it was ready; and scans."""

from __future__ import annotations

import json
from typing import Any

from paten_desk.store.engine import Engine

COLUMNS = (
    "ALTER TABLE request ADD COLUMN next TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE request ADD COLUMN priority {int} NOT NULL DEFAULT 0",
    "ALTER TABLE request ADD COLUMN outside {int} NOT NULL DEFAULT 0",
    "ALTER TABLE request ADD COLUMN holder TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE request ADD COLUMN ready_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE request ADD COLUMN called_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE request ADD COLUMN field_check_at TEXT NOT NULL DEFAULT ''",
)
INDEXES = (
    "CREATE INDEX request_next ON request (next, due_at, rowno) WHERE next <> ''",
    "CREATE INDEX request_holder ON request (holder, due_at, rowno) WHERE holder <> ''",
    "CREATE INDEX request_ready ON request (ready_at) WHERE ready_at <> ''",
    "CREATE INDEX request_ended ON request (ended_at) WHERE ended_at <> ''",
)
SCANS = (
    """
CREATE TABLE scan (
    rowno {auto},
    id TEXT NOT NULL UNIQUE,
    ledger TEXT NOT NULL,
    request TEXT NOT NULL,
    paper TEXT NOT NULL,
    content TEXT NOT NULL,
    volume {int} NOT NULL,
    kind TEXT NOT NULL,
    pages {int} NOT NULL,
    bytes {int} NOT NULL,
    retired {int} NOT NULL
)""",
    "CREATE INDEX scan_request ON scan (request)",
)
NEXT = {
    "returned": "accept",
    "accepted": "verify",
    "verified": "draft",
    "drafted": "initial_section",
    "initialled_section": "initial_secretary",
    "initialled_secretary": "sign",
    "signed": "make_ready",
    "ready": "hand_over",
}
BODIES = (
    "SELECT t.id, j.body FROM request t JOIN entity e ON e.id = t.id "
    "JOIN journal j ON j.ledger = e.ledger AND j.sequence = e.sequence"
)


def up(engine: Engine) -> None:
    """Add the columns, fill them from the newest record of each request, and build the indexes over them."""
    types = (
        {"int": "INTEGER", "auto": "INTEGER NOT NULL PRIMARY KEY"}
        if engine.is_file
        else {"int": "BIGINT", "auto": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"}
    )
    for statement in COLUMNS:
        engine.writer.execute_sql(statement.format(**types))
    _fill(engine)
    for statement in (*INDEXES, *SCANS):
        engine.writer.execute_sql(statement.format(**types))


def _fill(engine: Engine) -> None:
    mark = "?" if engine.is_file else "%s"
    for status, following in NEXT.items():
        engine.writer.execute_sql(f"UPDATE request SET next = {mark} WHERE status = {mark}", (following, status))  # noqa: S608  # own names only
    for identity, body in engine.writer.execute_sql(BODIES).fetchall():
        found = {column: value for column, value in _said(json.loads(bytes(body))["data"]).items() if value}
        if found:
            changes = ", ".join(f"{column} = {mark}" for column in found)
            engine.writer.execute_sql(
                f"UPDATE request SET {changes} WHERE id = {mark}",  # noqa: S608  # own names only
                (*found.values(), identity),
            )


def _said(data: dict[str, Any]) -> dict[str, Any]:
    return {
        "priority": int(data.get("priority", False)),
        "outside": int(data.get("outside", False)),
        "holder": data.get("holder", ""),
        "ready_at": data.get("ready_at", ""),
        "called_at": (data.get("calls") or [{}])[-1].get("at", ""),
        "field_check_at": data.get("field_check", {}).get("at", ""),
    }

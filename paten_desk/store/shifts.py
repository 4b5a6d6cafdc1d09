"""What happened at the counters today, read from the newest end of the own ledger."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.ledger import Record, read
from paten_desk.store import journal
from paten_desk.store.connection import sql

REACH = 20_000  # no office day has more records


def of_day(kind: str, day: date) -> list[Record]:
    """Return the records of a kind ("shift.handed_over.v1") of a business day in the own ledger, newest first."""
    head = journal.head()
    found = sql(
        "SELECT body FROM journal WHERE ledger = ? AND sequence > ? AND kind = ? AND bizdate = ? "
        "ORDER BY sequence DESC",
        (head.ledger, head.length - REACH, kind, day.isoformat()),
    )
    return [read(bytes(body)) for (body,) in found]


def registered_by(user: str, day: date) -> int:
    """Count the requests a user took in on a business day."""
    return sum(record.fact.actor == user for record in of_day("request.registered.v1", day))

"""What happened at the counters today, read from the newest end of the own ledger."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.ledger import Record, read
from paten_desk.store import ledgers
from paten_desk.store.connection import sql
from paten_desk.store.packing import unpack


def of_day(kind: str, day: date) -> list[Record]:
    """Return the records of a kind ("shift.handed_over.v1") of a business day in the own ledger, newest first."""
    own = ledgers.own()
    found = sql(
        "SELECT body FROM journal WHERE ledger = ? AND sequence >= ? AND kind = ? AND bizdate = ? "
        "ORDER BY sequence DESC",
        (own.id, ledgers.first_of(own, day), kind, day.isoformat()),
    )
    return [read(unpack(body)) for (body,) in found]


def registered_by(user: str, day: date) -> int:
    """Count the requests a user took in on a business day."""
    return sum(record.fact.actor == user for record in of_day("request.registered.v1", day))

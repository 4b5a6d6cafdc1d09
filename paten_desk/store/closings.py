"""Which days have work on record and no closing."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.closings import Closing
from paten_desk.store import connection, journal, ledgers
from paten_desk.store.connection import sql

_read: dict[tuple[int, str, int], tuple[int, frozenset[str]]] = {}


def made() -> list[Closing]:
    """Return the closings made on this computer and the ones before it, oldest first; a laptop closes its own days."""
    return journal.load_all(Closing, ledgers.LINE)


def days_after_last() -> list[date]:
    """Return the days with requests on record since each ledger's newest closing that are not closed, oldest first."""
    closed = {closing.day for closing in made()}
    newest = {
        ledger: int(sequence)
        for ledger, sequence in sql("SELECT ledger, max(sequence) FROM entity WHERE noun = 'closing' GROUP BY ledger")
    }
    days: set[str] = set()
    for place in ledgers.office_ledgers(ledgers.LINE):
        days |= _days_of(place.id, newest.get(place.id, 0), place.length)
    return sorted({date.fromisoformat(day) for day in days} - closed)


def _days_of(ledger: str, after: int, length: int) -> frozenset[str]:
    """Return the days of the requests' records behind a sequence; what was read once is not read again."""
    key = (connection.times_opened(), ledger, after)
    known, days = _read.get(key, (after, frozenset()))
    found = sql(
        "SELECT DISTINCT bizdate FROM journal WHERE ledger = ? AND sequence > ? AND sequence <= ? AND kind LIKE ?",
        (ledger, known, length, "request.%"),
    )
    days |= {day for (day,) in found}
    if not connection.in_transaction():  # which may still come to nothing
        _read[key] = length, days
    return days

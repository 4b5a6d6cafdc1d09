"""Which days have work on record and no closing."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.closings import Closing
from paten_desk.store import journal, ledgers
from paten_desk.store.connection import rows, sql
from paten_desk.store.tables import Journal


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
    days: set[date] = set()
    for place in ledgers.office_ledgers(ledgers.LINE):
        after = (Journal.ledger == place.id) & (Journal.sequence > newest.get(place.id, 0))
        query = Journal.select(Journal.bizdate).where(after & Journal.kind.startswith("request.")).distinct()
        days |= {date.fromisoformat(day) for (day,) in rows(query)}
    return sorted(days - closed)

"""Which days have work on record and no closing."""

from __future__ import annotations

from datetime import date

from paten_desk.domain.closings import Closing
from paten_desk.store import journal
from paten_desk.store.connection import rows
from paten_desk.store.tables import Journal


def days_after_last() -> list[date]:
    """Return the days with requests on record since the newest closing that are not closed, oldest first."""
    head = journal.head()
    made = journal.load_all(Closing)
    closed = {closing.day for closing in made}
    since = max((closing.journal_length for closing in made), default=0)
    query = (
        Journal.select(Journal.bizdate)
        .where((Journal.ledger == head.ledger) & (Journal.sequence > since) & Journal.kind.startswith("request."))
        .distinct()
        .order_by(Journal.bizdate)
    )
    days = [date.fromisoformat(day) for (day,) in rows(query)]
    return [day for day in days if day not in closed]

"""Counts over the screen tables: perpetual counters, and the kabupaten's figures per office and day."""

from __future__ import annotations

from dataclasses import dataclass

import peewee
from peewee import fn

from paten_desk.domain.workflow import Status
from paten_desk.store import ledgers
from paten_desk.store.connection import rows, scalar
from paten_desk.store.figures import DONE_LATE
from paten_desk.store.tables import Journal, Ledger, Letter, Request


@dataclass(frozen=True, slots=True)
class Perpetual:
    """Counters of the office that never go back."""

    requests: int
    letters: int
    cancelled: int
    receipts: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class DayFigures:
    """One office on one day, from its requests as they stand now.

    Attributes:
        ledger: The first of the office's ledgers.
        late: Whose paper was ready, or who ended without one, after the promise.
        outside: Of the received, how many are of applicants from outside the kecamatan.

    """

    ledger: str
    day: str
    received: int
    finished: int
    late: int
    returned: int
    outside: int = 0


def perpetual() -> Perpetual:
    """Count all ledgers of the office."""
    office = [place.id for place in ledgers.office_ledgers()]
    asked = Request.ledger.in_(office)
    requests = scalar(Request.select(fn.COUNT(Request.rowno)).where(asked & (Request.number != "")))
    letters = scalar(Letter.select(fn.COUNT(Letter.rowno)).where(Letter.ledger.in_(office) & (Letter.serial > 0)))
    cancelled = scalar(
        Request.select(fn.COUNT(Request.rowno)).where(asked & (Request.status == Status.CANCELLED.value))
    )
    return Perpetual(int(requests), int(letters), int(cancelled), 0, 0)


def per_day(first: str = "", last: str = "9") -> list[DayFigures]:
    """Return the figures of every office and day with first <= day < last, newest day first."""
    day = fn.SUBSTR(Request.received_at, 1, 10)
    accepted = peewee.Case(None, [(Request.number != "", 1)], 0)
    finished = peewee.Case(None, [(Request.status == Status.HANDED_OVER.value, 1)], 0)
    late = peewee.Case(None, [(peewee.SQL(DONE_LATE), 1)], 0)
    outside = peewee.Case(None, [(Request.number != "", Request.outside)], 0)
    returned = peewee.Case(None, [(Request.status == Status.RETURNED.value, 1)], 0)
    register = peewee.Case(None, [(Ledger.register == "", Ledger.id)], Ledger.register)
    query = (
        Request.select(register, day, *(fn.SUM(each) for each in (accepted, finished, late, returned, outside)))
        .join(Ledger, on=(Ledger.id == Request.ledger))
        .where((Request.received_at >= first) & (Request.received_at < last))
        .group_by(peewee.SQL("1"), peewee.SQL("2"))  # by place: PostgreSQL takes two parameters for two values
        .order_by(peewee.SQL("2 DESC"), peewee.SQL("1"))
    )
    return [DayFigures(ledger, at, *(int(value) for value in counts)) for ledger, at, *counts in rows(query)]


def newest_day(ledger: str) -> str:
    """Return the newest business date of a ledger's records, or ""."""
    return str(scalar(Journal.select(fn.MAX(Journal.bizdate)).where(Journal.ledger == ledger)) or "")

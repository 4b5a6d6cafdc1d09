"""The number book: rows of what explains numbers, and the numbers that stand on requests and letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paten_desk.domain.number_book import NumberEntry
from paten_desk.store.connection import sql

REQUESTS = "request"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Where a record about numbers stands in its book."""

    id: str
    first: int
    last: int
    suffix: str
    state: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """A request or letter that bears a number; `at` is ISO text."""

    serial: int
    id: str
    number: str
    at: str
    name: str
    subject: str


def row_of(entry: NumberEntry, ledger: str) -> dict[str, Any]:
    """Return the screen row of a record about numbers; its ledger is the one whose book it speaks of."""
    return {
        "id": entry.id,
        "ledger": entry.branch or ledger,
        "book": entry.book,
        "year": entry.year,
        "first": entry.first,
        "last": entry.last,
        "suffix": entry.suffix,
        "state": entry.state.value,
    }


def entries(ledger: str, book: str, year: int) -> list[EntryRow]:
    """Return what is on record about the numbers of a book, by number, oldest first."""
    found = sql(
        "SELECT id, first, last, suffix, state FROM number_entry WHERE ledger = ? AND book = ? AND year = ? "
        "ORDER BY first, rowno",
        (ledger, book, year),
    )
    return [EntryRow(*row) for row in found]


def bearers(ledger: str, book: str, year: int, first: int = 1, last: int = 2**53) -> list[Bearer]:
    """Return the requests or letters with a number of a book between two numbers, by number."""
    span = (ledger, year, first, last)
    if book == REQUESTS:
        found = sql(
            "SELECT serial, id, number, received_at, name, service FROM request "
            "WHERE ledger = ? AND year = ? AND serial BETWEEN ? AND ? AND serial > 0 ORDER BY serial",
            span,
        )
    else:
        found = sql(
            "SELECT serial, id, number, dated, name, subject FROM letter "
            "WHERE ledger = ? AND year = ? AND serial BETWEEN ? AND ? AND serial > 0 AND book = ? ORDER BY serial",
            (*span, book),
        )
    return [Bearer(*row) for row in found]

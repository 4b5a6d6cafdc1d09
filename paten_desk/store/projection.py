"""The tables that the screens read: one way to write them, for the live record and for the rebuild.

`row_of(noun, ledger)` in each noun's module says what its row is, where `ledger` is the first of the office's ledgers;
here stands which noun has which table.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from paten_desk.domain.ledger import Record
from paten_desk.domain.letters import Letter
from paten_desk.domain.number_book import NumberEntry
from paten_desk.domain.pads import BOOK as PADS
from paten_desk.domain.pads import Pad
from paten_desk.domain.requests import Request
from paten_desk.store import ledgers, letters, nouns, number_book, people, requests, scans
from paten_desk.store.connection import sql

Row = dict[str, Any]

SCREENS: dict[str, tuple[str, Callable[[Any, str], Row]]] = {
    "person": ("person", people.row_of),
    "request": ("request", requests.row_of),
    "letter": ("letter", letters.row_of),
    "number": ("number_entry", number_book.row_of),
    "scan": ("scan", scans.row_of),
}


def apply(record: Record, noun: Any, personal_sequence: int) -> None:
    """Bring pointer and screen row of the record's entity up to date."""
    _write(pointer(record, personal_sequence), record, noun, record.fact.rev == 1)


def place(record: Record, noun: Any, personal_sequence: int, is_new: bool) -> None:
    """Bring the same up to date for a record that came by sealed file; 0 where its personal block stayed at home."""
    _write(pointer(record, personal_sequence), record, noun, is_new)


def _write(place: Row, record: Record, noun: Any, is_new: bool) -> None:
    _upsert("entity", place, is_new)
    screen = SCREENS.get(nouns.noun_of(record))
    if screen is not None:
        table, row_of = screen
        _upsert(table, row_of(noun, ledgers.register_of(record.ledger)), is_new)


def number_in(noun: Any) -> tuple[str, str, int, int] | None:
    """Return (branch, book, year, highest number) of the book that a noun's number is of, or None without one."""
    if isinstance(noun, Request) and noun.serial and noun.accepted_at:
        return noun.branch, number_book.REQUESTS, noun.accepted_at.year, noun.serial
    if isinstance(noun, Letter) and noun.serial:
        return noun.branch, noun.book, noun.year, noun.serial
    if isinstance(noun, NumberEntry):
        return noun.branch, noun.book, noun.year, noun.last
    if isinstance(noun, Pad):
        return noun.branch, PADS, noun.year, noun.last
    return None


def pointer(record: Record, personal_sequence: int) -> Row:
    """Return the pointer row of the record's entity."""
    return {
        "id": record.fact.entity,
        "noun": nouns.noun_of(record),
        "rev": record.fact.rev,
        "ledger": record.ledger,
        "sequence": record.sequence,
        "personal_sequence": personal_sequence,
    }


def _upsert(table: str, row: Row, is_new: bool) -> None:
    if is_new:
        columns = ", ".join(row)
        marks = ", ".join("?" * len(row))
        sql(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))  # noqa: S608  # own names only
        return
    changes = ", ".join(f"{column} = ?" for column in row if column != "id")
    values = tuple(value for column, value in row.items() if column != "id")
    sql(f"UPDATE {table} SET {changes} WHERE id = ?", (*values, row["id"]))  # noqa: S608  # own names only

"""Letters: their rows and the register of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paten_desk.domain.letters import Letter
from paten_desk.domain.people import search_key
from paten_desk.store import search
from paten_desk.store.connection import rows
from paten_desk.store.tables import Letter as Table


@dataclass(frozen=True, slots=True)
class LetterRow:
    """What the register shows of a letter."""

    rowno: int
    id: str
    request: str
    number: str
    dated: str
    name: str
    subject: str
    document: str
    state: str


COLUMNS = (
    Table.rowno,
    Table.id,
    Table.request,
    Table.number,
    Table.dated,
    Table.name,
    Table.subject,
    Table.document,
    Table.state,
)


def row_of(letter: Letter, ledger: str) -> dict[str, Any]:
    """Return the screen row of a letter; its ledger is the one whose book its number is of."""
    return {
        "id": letter.id,
        "ledger": letter.branch or ledger,
        "request": letter.request,
        "number": letter.number,
        "book": letter.book,
        "year": letter.year,
        "serial": letter.serial,
        "dated": letter.dated.isoformat() if letter.dated else "",
        "name": letter.personal.name,
        "subject": letter.service,
        "document": letter.document,
        "state": letter.state.value,
        "prints": letter.prints,
        "search_key": " ".join((search_key(letter.personal.name), *search.words_of(letter.number))).strip(),
    }


def newest(before: LetterRow | None = None, limit: int = 50) -> list[LetterRow]:
    """Return a page of the register, newest first, before the row `before`."""
    query = Table.select(*COLUMNS)
    if before is not None:
        query = query.where(Table.rowno < before.rowno)
    return [LetterRow(*row) for row in rows(query.order_by(Table.rowno.desc()).limit(limit))]


def numbered_on(day: str) -> tuple[list[str], list[str]]:
    """Return the letter numbers and the register numbers dated on a day, in the order they were given."""
    query = Table.select(Table.book, Table.number).where((Table.dated == day) & (Table.serial > 0))
    letters: list[str] = []
    registers: list[str] = []
    for book, number in rows(query.order_by(Table.book, Table.serial)):
        (registers if book.startswith("register:") else letters).append(number)
    return letters, registers


def of_number(number: str, *, begins: bool = False) -> list[str]:
    """Return the ids of the letters that bear a number as written, or one that begins so, in any ledger."""
    asked = Table.number.startswith(number) if begins else Table.number == number
    return [identity for (identity,) in rows(Table.select(Table.id).where(asked))]


def of_requests(requests: list[str]) -> list[LetterRow]:
    """Return the letters of some requests, newest first."""
    query = Table.select(*COLUMNS).where(Table.request.in_(requests)).order_by(Table.rowno.desc())
    return [LetterRow(*row) for row in rows(query)] if requests else []


def find(text: str, limit: int = 50, before: int = 0, is_old: bool = False) -> list[LetterRow]:
    """Return a page of the letters by name and by parts of their number as written, newest first."""
    return [LetterRow(*row) for row in search.matching(Table, COLUMNS, text, limit, before, is_old)]


def count_found(text: str, is_old: bool = False) -> int:
    """Count them all."""
    return search.count(Table, text, is_old)


def unprinted(since: str) -> list[LetterRow]:
    """Return the letters issued since a day that are not known to have been printed, oldest first."""
    query = Table.select(*COLUMNS).where(
        (Table.prints == 0) & (Table.document != "") & (Table.dated >= since) & (Table.state == "")
    )
    return [LetterRow(*row) for row in rows(query.order_by(Table.rowno))]

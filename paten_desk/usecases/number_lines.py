"""Buku nomor as it is read: every number of a book from the first to the last, explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from paten_desk.domain.catalogue import OutputKind, gives_letter
from paten_desk.domain.errors import NotFound
from paten_desk.domain.number_book import Line, NumberEntry, NumberState
from paten_desk.domain.numbering import book_of
from paten_desk.domain.roles import User
from paten_desk.store import journal, ledgers, numbers
from paten_desk.store import number_book as store
from paten_desk.store.ledgers import Place
from paten_desk.store.number_book import Bearer
from paten_desk.usecases import services
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Book:
    """One book of one year.

    Attributes:
        last: Last number given, 0 before the first.

    """

    book: str
    title: str
    year: int
    last: int


def books(context: Context, year: int, ledger: str = "") -> list[Book]:
    """Return the books this office draws from in a year, begun or not, by name."""
    last = {book: newest for book, of, newest in numbers.books(place_of(ledger).id) if of == year}
    return [
        Book(book, title(context, book), year, last.get(book, 0)) for book in sorted(names_of(context) | last.keys())
    ]


def title(context: Context, book: str) -> str:
    """Name a book as on its cover."""
    kind, _, of = book.partition(":")
    service = services.catalogue(context).get(of)
    names = {
        "request": "Nomor pendaftaran",
        "letter": f"Nomor surat {service.name if service else of}".strip(),
        "mail": "Nomor surat masuk dan keluar",
        "register": of,
    }
    return names.get(kind, book)


def names_of(context: Context) -> set[str]:
    """Return the names of the books that this office's settings and services draw from."""
    office, names = context.office, {store.REQUESTS}
    for held in services.catalogue(context).values():
        code = held.code_2022 if office.classification == "2022" else held.code_old.split(" / ")[0]
        if gives_letter(held):
            names.add(book_of(office.letter_scope, held.code, code))
        elif held.output is not OutputKind.NONE:
            names.add(f"register:{held.register_book}")
    return names


def book(context: Context, book: str, year: int, ledger: str = "") -> list[Line]:
    """Return every number of a book from the first to the last, explained; a HOLE is an alarm.

    `ledger` is one of the office's ledgers, the own one without it.
    """
    place, names, lines = place_of(ledger), _displays(), []
    held: dict[int, list[NumberEntry]] = defaultdict(list)
    first = 1
    for row in store.entries(place.id, book, year):
        entry = journal.load(NumberEntry, row.id)
        if entry.state is NumberState.STARTED:
            lines.append(_told(entry, names, until=entry.last))
            first = entry.last + 1
            continue
        for serial in range(entry.first, entry.last + 1):
            held[serial].append(entry)
    bearers = {bearer.serial: bearer for bearer in store.bearers(place.id, book, year)}
    catalogue = services.catalogue(context)
    for serial in range(first, numbers.last(book, year, place.id) + 1):
        bearer = bearers.get(serial)
        if bearer is not None and bearer.subject in catalogue:
            bearer = replace(bearer, subject=catalogue[bearer.subject].name)
        lines += _explained(serial, bearer, held.get(serial, []), names)
    return lines


def holes(lines: list[Line]) -> list[int]:
    """Return the numbers that nothing explains."""
    return [line.serial for line in lines if line.state is NumberState.HOLE]


def _explained(serial: int, bearer: Bearer | None, entries: list[NumberEntry], names: dict[str, str]) -> Iterator[Line]:
    """Give the line of one number and those inserted after it; the strongest word counts."""
    of: dict[str, dict[NumberState, NumberEntry]] = defaultdict(dict)
    for entry in entries:
        of[entry.suffix][entry.state] = entry
    order = (NumberState.VOIDED, NumberState.FILLED, NumberState.LOST, NumberState.RESERVED)
    told = next((of[""][state] for state in order if state in of[""]), None)
    used = None
    if bearer is not None:
        day = date.fromisoformat(bearer.at[:10])
        used = Line(
            serial, serial, NumberState.USED, "", bearer.number, day, bearer.name, bearer.subject, bearer=bearer.id
        )
    if told is None or (used is not None and told.state is not NumberState.VOIDED):
        yield used or Line(serial, serial, NumberState.HOLE)
    else:
        yield _told(told, names, serial, of[""].get(NumberState.FILLED), used)
    for suffix in sorted(of.keys() - {""}):
        inserted = of[suffix].get(NumberState.INSERTED)
        yield _told(of[suffix].get(NumberState.VOIDED) or next(iter(of[suffix].values())), names, serial, inserted)


def _told(
    entry: NumberEntry,
    names: dict[str, str],
    serial: int = 1,
    written: NumberEntry | None = None,
    used: Line | None = None,
    until: int = 0,
) -> Line:
    """Say what a record says; what the paper bore is taken from where it was written down or used."""
    record = journal.history(entry.id)[0]
    paper = written or entry
    return Line(
        serial,
        until or serial,
        entry.state,
        entry.suffix,
        used.number if used else paper.number,
        paper.dated or record.fact.business_date,
        used.name if used else paper.personal.name or entry.personal.keeper,
        used.subject if used else paper.personal.subject,
        entry.personal.reason,
        names.get(record.fact.actor, ""),
        names.get(record.fact.approver, ""),
        used.bearer if used else "",
        entry.id,
    )


def line_of(place: Place, book: str, year: int, serial: int, suffix: str) -> Line | None:
    """Return what is said of one number, or None where it was never given."""
    entries = [
        journal.load(NumberEntry, row.id)
        for row in store.entries(place.id, book, year)
        if row.first <= serial <= row.last and row.state != NumberState.STARTED
    ]
    bearer = next(iter(store.bearers(place.id, book, year, serial, serial)), None)
    if serial > numbers.last(book, year, place.id):
        return None
    return next((line for line in _explained(serial, bearer, entries, {}) if line.suffix == suffix), None)


def place_of(ledger: str) -> Place:
    """Return one of the office's ledgers, the own one without a name.

    Raises:
        NotFound: It is not this office's.

    """
    place = ledgers.place(ledger) if ledger else ledgers.own()
    if place is None or place.role not in ledgers.OFFICE:
        raise NotFound("Buku catatan ini tidak ada di kantor ini.", "Muat ulang daftar.")
    return place


def _displays() -> dict[str, str]:
    return {user.id: user.display for user in journal.load_all(User)}

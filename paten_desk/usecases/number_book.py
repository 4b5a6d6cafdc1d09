"""Buku nomor as it is kept: void, reserve, fill, insert and start; `number_lines` reads it."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.number_book import (
    NumberEntry,
    NumberPersonal,
    NumberState,
    PaperLetter,
    check_paper,
    next_suffix,
)
from paten_desk.domain.numbering import NumberParts, format_number
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Approval, Right
from paten_desk.store import journal, ledgers, numbers
from paten_desk.store import number_book as store
from paten_desk.store.connection import transaction
from paten_desk.store.journal import Stamp
from paten_desk.store.ledgers import Place
from paten_desk.usecases import approvals, revoking
from paten_desk.usecases.context import Context
from paten_desk.usecases.number_lines import line_of, names_of, place_of

MOST_RESERVED = 100


def void(
    context: Context,
    book: str,
    year: int,
    serial: int,
    reason: str,
    approval: Approval | None,
    suffix: str = "",
    ledger: str = "",
) -> NumberEntry:
    """Declare a number void; it stays in the book as BATAL and is not given again.

    Raises:
        NoRight, Invalid, WrongStatus: Not by this user, or not alone; no reason; not a number that can be void.

    """
    stamp = approvals.stamp(context, Right.VOID, approval)
    reason = _demand_reason(reason)
    with transaction():
        place = _held(book, year, ledger)
        line = line_of(place, book, year, serial, suffix)
        if line is None or line.state in (NumberState.VOIDED, NumberState.LOST, NumberState.HOLE, NumberState.STARTED):
            raise WrongStatus(
                f"Nomor {serial}{f'.{suffix}' if suffix else ''} tidak dapat dibatalkan.",
                "Lihat keterangannya di buku nomor.",
            )
        made = replace(
            _entry(context, place, book, year, serial, NumberState.VOIDED),
            suffix=suffix,
            number=line.number,
            bearer=line.bearer,
            personal=NumberPersonal(reason=reason),
        )
        journal.record(stamp, made.state.value, made)
        if made.bearer and book != store.REQUESTS:
            revoking.void(context, stamp, made.bearer, made.personal.reason)
    return made


def reserve(
    context: Context, book: str, year: int, count: int, keeper: str, reason: str, approval: Approval | None
) -> NumberEntry:
    """Take the next numbers of a book for paper written by hand, and say who has them and what for.

    Raises:
        NoRight, Invalid: Not by this user, or not alone; nobody or nothing is named; too many, or no such book.

    """
    stamp = approvals.stamp(context, Right.RESERVE, approval)
    found = []
    if not 1 <= count <= MOST_RESERVED:
        found.append(Problem("count", f"Cadangkan 1 sampai {MOST_RESERVED} nomor sekaligus."))
    if not clean(keeper):
        found.append(Problem("keeper", "Isi nama pemegang nomor ini."))
    if found:
        raise Invalid(found)
    personal = NumberPersonal(reason=_demand_reason(reason), keeper=clean(keeper))
    with transaction():
        place = _known(context, book, year)
        last = numbers.take(book, year, count)
        made = _entry(context, place, book, year, last - count + 1, NumberState.RESERVED)
        made = replace(made, last=last, personal=personal)
        journal.record(stamp, made.state.value, made)
    return made


def fill(context: Context, reserved: str, serial: int, paper: PaperLetter) -> NumberEntry:
    """Write down the letter that a reserved number was used for.

    Raises:
        NoRight, Invalid, WrongStatus: Not by this user; the letter is not whole; the number is not free in its range.

    """
    context.demand(Right.NUMBER)
    with transaction():
        span = journal.load(NumberEntry, reserved)
        _demand_paper(context, paper, span.year)
        place = _held(span.book, span.year, span.branch or ledgers.own().register or ledgers.own().id)
        line = line_of(place, span.book, span.year, serial, "")
        if line is None or line.state is not NumberState.RESERVED or line.entry != span.id:
            raise WrongStatus(f"Nomor {serial} tidak sedang dicadangkan.", "Lihat keterangannya di buku nomor.")
        made = _entry(context, place, span.book, span.year, serial, NumberState.FILLED)
        made = replace(_written(context, place, made, paper), reserved=span.id)
        journal.record(context.stamp(), made.state.value, made)
    return made


def insert(
    context: Context, book: str, year: int, after: int, paper: PaperLetter, reason: str, approval: Approval | None
) -> NumberEntry:
    """Insert a number such as 15.a for a letter that went out without one, instead of a false date.

    Raises:
        NoRight, Invalid, WrongStatus: Not by this user, or not alone; not whole; no number to insert it after.

    """
    stamp = approvals.stamp(context, Right.RESERVE, approval)
    _demand_paper(context, paper, year)
    reason = _demand_reason(reason)
    with transaction():
        place = _held(book, year, "")
        taken = [row.suffix for row in store.entries(place.id, book, year) if row.first == after and row.suffix]
        suffix = next_suffix(taken)
        if not 0 < after <= numbers.last(book, year) or not suffix:
            raise WrongStatus(
                f"Tidak ada tempat untuk nomor sisipan sesudah nomor {after}.", "Pilih nomor yang sudah terpakai."
            )
        made = replace(_entry(context, place, book, year, after, NumberState.INSERTED), suffix=suffix)
        made = _written(context, place, made, paper)
        made = replace(made, personal=replace(made.personal, reason=reason))
        journal.record(stamp, made.state.value, made)
    return made


def start(context: Context, book: str, year: int, last_used: int, reason: str = "") -> NumberEntry:
    """Continue a paper book: the next number is `last_used + 1`; only before the first number of the book.

    Raises:
        NoRight, Invalid, WrongStatus: Not by this user; no such number or book; the book has begun.

    """
    context.demand(Right.NUMBER)
    if not 0 < last_used < 1_000_000:
        raise Invalid([Problem("last_used", "Isi nomor terakhir di buku kertas, paling kecil 1.")])
    with transaction():
        place = _known(context, book, year)
        if numbers.last(book, year):
            raise WrongStatus("Buku nomor ini sudah terpakai.", "Lanjutkan buku kertas hanya sebelum nomor pertama.")
        numbers.start_at(book, year, last_used)
        made = _entry(context, place, book, year, 1, NumberState.STARTED)
        made = replace(made, last=last_used, personal=NumberPersonal(reason=clean(reason)))
        journal.record(context.stamp(), made.state.value, made)
    return made


def declare_lost(context: Context, stamp: Stamp, place: Place, book: str, year: int, last_known: int) -> None:
    """Declare lost, one by one, the numbers a ledger gave after what a restore brought back; in `transaction()`."""
    for serial in range(numbers.last(book, year, place.id) + 1, last_known + 1):
        made = _entry(context, place, book, year, serial, NumberState.LOST)
        journal.record(stamp, made.state.value, made)
    numbers.close_at(place.id, book, year, last_known)


def _entry(context: Context, place: Place, book: str, year: int, serial: int, state: NumberState) -> NumberEntry:
    return NumberEntry(context.new_id(), book, year, serial, serial, state, place.branch)


def _written(context: Context, place: Place, made: NumberEntry, paper: PaperLetter) -> NumberEntry:
    office = context.office
    pattern = office.register_pattern if made.book.startswith("register:") else office.letter_pattern
    parts = NumberParts(
        made.first,
        paper.dated,
        clean(paper.classification),
        office.unit,
        office.unit_code,
        suffix=made.suffix,
        prefix=place.before("."),
    )
    personal = NumberPersonal(clean(paper.name), clean(paper.subject))
    return replace(made, number=format_number(pattern, parts), dated=paper.dated, personal=personal)


def _held(book: str, year: int, ledger: str) -> Place:
    place = place_of(ledger)
    numbers.hold(book, year, place.id)
    return place


def _known(context: Context, book: str, year: int) -> Place:
    if book not in names_of(context) and not numbers.last(book, year):
        raise Invalid([Problem("book", "Buku nomor ini tidak dipakai di kantor ini; pilih dari daftar.")])
    return _held(book, year, "")


def _demand_paper(context: Context, paper: PaperLetter, year: int) -> None:
    found = check_paper(paper, year, context.today())
    if found:
        raise Invalid(found)


def _demand_reason(reason: str) -> str:
    reason = clean(reason)
    if not reason:
        raise Invalid([Problem("reason", "Tulis alasannya agar pemeriksa dapat mengerti.")])
    return reason

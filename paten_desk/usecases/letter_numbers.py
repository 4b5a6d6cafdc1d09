"""Take the number of a letter, or of a countersignature in its register, inside the transaction that commits it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from paten_desk.domain.catalogue import Service
from paten_desk.domain.letters import Letter
from paten_desk.domain.numbering import NumberParts, book_of, format_number
from paten_desk.store import ledgers, numbers
from paten_desk.usecases.context import Context


def take(context: Context, service: Service, made: Letter, *, is_letter: bool) -> Letter:
    """Return a letter with its number, date and end of validity; `is_letter` says which book it draws from."""
    office, today = context.office, context.today()
    code = service.code_2022 if office.classification == "2022" else service.code_old.split(" / ")[0]
    book = book_of(office.letter_scope, service.code, code) if is_letter else f"register:{service.register_book}"
    serial, ledger = numbers.take(book, today.year), ledgers.own()
    parts = NumberParts(serial, today, code, office.unit, office.unit_code, prefix=ledger.before("."))
    valid_days = service.valid_days if made.template == service.template else 0
    return replace(
        made,
        book=book,
        year=today.year,
        serial=serial,
        branch=ledger.branch,
        number=format_number(office.letter_pattern if is_letter else office.register_pattern, parts),
        dated=today,
        valid_until=today + timedelta(days=valid_days) if valid_days else None,
    )

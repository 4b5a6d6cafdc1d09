"""Paper fallback: print pads in advance, key the slips in afterwards, explain every slip."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.errors import Invalid, Problem
from paten_desk.domain.pads import BOOK, MOST, Pad, free
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right
from paten_desk.store import journal, ledgers, numbers
from paten_desk.store.connection import transaction
from paten_desk.usecases import letterheads
from paten_desk.usecases.context import Context


def pads(context: Context) -> list[Pad]:
    """Return every pad ever printed, in order."""
    return journal.load_all(Pad)


def check_amount(amount: int) -> list[Problem]:
    """List what is wrong with the number of slips to print ("amount")."""
    if not 1 <= amount <= MOST:
        return [Problem("amount", f"Cetak 1 sampai {MOST} lembar sekali jalan.")]
    return []


def make(context: Context, amount: int) -> Pad:
    """Take the next slip numbers for a pad; draw it with `pdf`.

    Raises:
        NoRight, Invalid: Not by this user; too many or too few slips ("amount").

    """
    context.demand(Right.REGISTER)
    found = check_amount(amount)
    if found:
        raise Invalid(found)
    with transaction():
        year = context.today().year
        before = max((pad.last for pad in pads(context) if pad.year == year), default=0)
        if before > numbers.last(BOOK, year):  # an earlier ledger of the office printed them
            numbers.start_at(BOOK, year, before)
        last = numbers.take(BOOK, year, amount)
        pad = Pad(context.new_id(), year, last - amount + 1, last, context.now(), ledgers.own().branch)
        journal.record(context.stamp(), "printed", pad)
    return pad


def pdf(context: Context, pad: Pad) -> bytes:
    """Draw the pad, one A4 page a slip."""
    from paten_desk.documents import receipt_pad  # with it comes reportlab, which a registration does not need

    return receipt_pad.render(
        receipt_pad.PadSheet(
            letterheads.letterhead(context.office),
            tuple(range(pad.first, pad.last + 1)),
            pad.year,
            context.office.zone,
            context.office.complaint_phone or "SMS 1708 atau lapor.go.id",
        )
    )


def spoil(context: Context, pad: str, number: int, reason: str) -> Pad:
    """Record why a slip will never be keyed in.

    Raises:
        NoRight, Invalid: Not by this user; no free slip of this pad ("number"), or no reason ("reason").

    """
    context.demand(Right.REGISTER)
    if not clean(reason):
        raise Invalid([Problem("reason", "Tulis apa yang terjadi dengan lembar ini.")])
    with transaction():
        held = journal.load(Pad, pad)
        if number not in free(held):
            raise Invalid([Problem("number", "Lembar ini tidak ada atau sudah dipakai.")])
        made = replace(held, spoiled={**held.spoiled, str(number): clean(reason)})
        journal.record(context.stamp(), "spoiled", made)
    return made


def use(context: Context, number: int, year: int, visit: str) -> None:
    """Record which visit was keyed in from a slip; within `transaction()`."""
    held = next(each for each in pads(context) if each.year == year and each.first <= number <= each.last)
    journal.record(context.stamp(), "used", replace(held, used={**held.used, str(number): visit}))

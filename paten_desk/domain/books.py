"""Register books printed with every NIK in full: who held them in hand is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BookPrint:
    """One month of one book that was printed unmasked.

    Attributes:
        book: Key of the book.
        month: Its first day.
        rows: How many lines it had.

    """

    id: str
    book: str
    month: date
    rows: int = 0


def month_after(month: date) -> date:
    """Return the first day of the month after the one a day lies in."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)

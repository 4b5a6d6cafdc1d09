"""Number books: gapless per ledger, book and year; taken only inside the transaction of what carries the number."""

from __future__ import annotations

from paten_desk.store import journal
from paten_desk.store.connection import in_transaction, scalar, sql
from paten_desk.store.tables import Number


def take(book: str, year: int) -> int:
    """Take the next number of a book of the own ledger; given back when the transaction fails."""
    if not in_transaction():
        raise AssertionError("a number is taken inside transaction()")
    ledger = journal.head().ledger
    taken = sql(
        "INSERT INTO number (ledger, book, year, last) VALUES (?, ?, ?, 1) "
        "ON CONFLICT (ledger, book, year) DO UPDATE SET last = number.last + 1 RETURNING last",
        (ledger, book, year),
    )
    return int(taken[0][0])


def last(book: str, year: int) -> int:
    """Return the last number given, or 0."""
    ledger = journal.head().ledger
    found = scalar(
        Number.select(Number.last).where((Number.ledger == ledger) & (Number.book == book) & (Number.year == year))
    )
    return int(found or 0)


def start_at(book: str, year: int, last_used: int) -> None:
    """Continue a paper book: the next number is `last_used + 1`; only before the first number."""
    sql(
        "INSERT INTO number (ledger, book, year, last) VALUES (?, ?, ?, ?)",
        (journal.head().ledger, book, year, last_used),
    )

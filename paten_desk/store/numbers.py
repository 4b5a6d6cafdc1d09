"""Number books: gapless per ledger, book and year; taken only inside the transaction of what carries the number."""

from __future__ import annotations

from paten_desk.store import journal, ledgers
from paten_desk.store.connection import in_transaction, scalar, sql
from paten_desk.store.tables import Number

WRITTEN_ELSEWHERE = ledgers.within((ledgers.BRANCH, ledgers.PARTNER))


def take(book: str, year: int, count: int = 1) -> int:
    """Take the next number of a book of the own ledger; given back when the transaction fails.

    With `count` that many in a row are taken and the last is returned.
    """
    _demand_transaction()
    taken = sql(
        "INSERT INTO number (ledger, book, year, last) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (ledger, book, year) DO UPDATE SET last = number.last + excluded.last RETURNING last",
        (journal.head().ledger, book, year, count),
    )
    return int(taken[0][0])


def last(book: str, year: int, ledger: str = "") -> int:
    """Return the last number given in a book of a ledger (the own one), or 0."""
    owner = ledger or journal.head().ledger
    found = scalar(
        Number.select(Number.last).where((Number.ledger == owner) & (Number.book == book) & (Number.year == year))
    )
    return int(found or 0)


def books(ledger: str = "") -> list[tuple[str, int, int]]:
    """Return (book, year, last number) of every book of a ledger (the own one)."""
    found = sql(
        "SELECT book, year, last FROM number WHERE ledger = ? ORDER BY year, book", (ledger or journal.head().ledger,)
    )
    return [(book, int(year), int(newest)) for book, year, newest in found]


def start_at(book: str, year: int, last_used: int) -> None:
    """Continue a paper book: the next number is `last_used + 1`; only before the first number."""
    _demand_transaction()
    sql(
        "INSERT INTO number (ledger, book, year, last) VALUES (?, ?, ?, ?)",
        (journal.head().ledger, book, year, last_used),
    )


def hold(book: str, year: int, ledger: str = "") -> None:
    """Let nobody else change what stands in a book until this transaction ends."""
    _demand_transaction()
    sql(
        "UPDATE number SET last = last WHERE ledger = ? AND book = ? AND year = ?",
        (ledger or journal.head().ledger, book, year),
    )


def close_at(ledger: str, book: str, year: int, last_known: int) -> None:
    """Let a past ledger's book end where it is known to have ended, though a restore lost its last records."""
    _demand_transaction()
    _raise(ledger, book, year, last_known, ledgers.within((ledgers.PAST,)))


def seen(ledger: str, book: str, year: int, serial: int) -> None:
    """Note a number that another computer gave in its own ledger; what is written here takes no numbers from others."""
    _raise(ledger, book, year, serial, WRITTEN_ELSEWHERE)


def _raise(ledger: str, book: str, year: int, serial: int, allowed: str) -> None:
    sql(
        "INSERT INTO number (ledger, book, year, last) "  # noqa: S608  # own names only
        f"SELECT id, ?, ?, ? FROM ledger WHERE id = ? AND id IN {allowed} "
        "ON CONFLICT (ledger, book, year) DO UPDATE SET last = excluded.last WHERE number.last < excluded.last",
        (book, year, serial, ledger),
    )


def _demand_transaction() -> None:
    if not in_transaction():
        raise AssertionError("a number is taken inside transaction()")

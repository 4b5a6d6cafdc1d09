"""Quick looks at the open database, for the guards at the start."""

from __future__ import annotations

import time

import peewee

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import connection, journal
from paten_desk.store.connection import sql

BUDGET_S = 1.5
TICKS = 20_000  # virtual machine steps of SQLite between two looks at the clock

GIVEN = (
    "SELECT 'request', year, max(serial) FROM request WHERE ledger = ? AND serial > 0 GROUP BY year "
    "UNION ALL SELECT book, year, max(serial) FROM letter WHERE ledger = ? AND serial > 0 GROUP BY book, year"
)


def is_whole(budget_s: float = BUDGET_S) -> bool:
    """Say whether the pages in use can be read and the tables hang together, as far as the time reaches.

    A clerk waits for this at the start; what a big file leaves over is looked at by the next backup, which reads every
    page. A server sees to its files itself.
    """
    if not connection.current().is_file:
        return True
    end = time.monotonic() + budget_s
    opened = connection.database().connection()
    opened.set_progress_handler(lambda: time.monotonic() > end, TICKS)
    try:
        return sql("PRAGMA quick_check(1)") == [("ok",)]
    except StoreUnavailable:
        return time.monotonic() > end  # what the end of the time cuts short looks like damage, too
    except peewee.DatabaseError:
        if time.monotonic() > end:
            return True
        raise
    finally:
        opened.set_progress_handler(None, 0)


def numbers_behind() -> list[tuple[str, int, int, int]]:
    """Return (book, year, last number, number on paper) of the own books that would give a number twice."""
    ledger = journal.head().ledger
    held = {
        (book, year): last
        for book, year, last in sql("SELECT book, year, last FROM number WHERE ledger = ?", (ledger,))
    }
    given = sql(GIVEN, (ledger, ledger))
    return [
        (book, year, held.get((book, year), 0), newest)
        for book, year, newest in given
        if newest > held.get((book, year), 0)
    ]

"""What every job on the failing disk shares: an office to open, and what must hold of it afterwards."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from paten_desk.domain import ledger as chain
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Status
from paten_desk.store import archive, connection, journal, numbers
from paten_desk.usecases import calendars, checks, reference, requests, setup
from paten_desk.usecases.context import Context
from tests.builders import a_visit
from tests.conftest import CLERK, KEY, OFFICE, Clock, begin

VARIANT = int(os.environ.get("PATEN_VARIANT", "0"))
VISITS = 1 + VARIANT % 4
CHECKPOINT = (1000, 1, 8)[VARIANT % 3]  # pages after which the log is moved into the database


@dataclass(frozen=True)
class Flow:
    """One job.

    `prepare(folder)` makes what is there before; `run(folder, show)` does the job and calls `show(promise)` for what a
    user has then seen; `verify(folder, shown)` opens everything again and lists what is wrong; `glance` does so in a
    few milliseconds: the record opens, its chain holds, no number is missing, and what was shown is there.
    """

    name: str
    prepare: Callable
    run: Callable
    verify: Callable
    glance: Callable


def data_of(folder):
    return Path(folder) / "kantor"


def open_at(folder, clock=None):
    """Open the office as a start of the program does."""
    data = data_of(folder)
    connection.open_file(data / setup.DATABASE, KEY)
    connection.current().writer.execute_sql(f"PRAGMA wal_autocheckpoint = {CHECKPOINT}")
    archive.open_at(data, KEY)
    return Context(CLERK, OFFICE, data, KEY, clock=clock or Clock())


def shut():
    archive.close()
    connection.close()


def an_office(folder):
    """Make an office with one user and keep it open."""
    data_of(folder).mkdir(parents=True)
    context = open_at(folder)
    begin(context)
    return context


def warmed(context):
    """Read what is read once for a process, so that the children need not."""
    calendars.calendar(context)
    reference.province_codes()
    a_visit(context)


def whole(context, *, may_work=True):
    """List what is wrong with an opened office: its record, its numbers, and whether work goes on."""
    found = [f"{finding.where}: {finding.what}" for finding in checks.check(context).findings]
    rows = requests.worklist(context, frozenset(Status), limit=100_000)
    held = [journal.load(Request, row.id) for row in rows]
    serials = sorted(each.serial for each in held if each.serial)
    if serials != list(range(1, len(serials) + 1)):
        found.append(f"numbers {serials}")
    if numbers.last("request", 2026) != len(serials):
        found.append(f"last number {numbers.last('request', 2026)} of {len(serials)}")
    if may_work and not found:
        (made,) = requests.register(context, a_visit(context, serial=900))
        if made.serial != len(serials) + 1:
            found.append(f"after the fault number {made.serial} follows {len(serials)}")
    return found


def torn_books():
    """List the number books whose last number is not how many requests or letters bear one."""
    borne = connection.sql(
        "SELECT 'request', year, count(DISTINCT serial) FROM request WHERE serial > 0 GROUP BY year "
        "UNION ALL SELECT book, year, count(DISTINCT serial) FROM letter WHERE serial > 0 GROUP BY book, year"
    )
    last = {(book, year): newest for book, year, newest in numbers.books() if newest}
    return [f"numbers {borne} of {last}"] if {(book, year): count for book, year, count in borne} != last else []


def glance_with(kept):
    """Return a quick check that asks `kept(context, folder, promise)` for each promise."""

    def glance(folder, shown):
        context = open_at(folder)
        head = journal.head()
        found = [
            f"{broken.sequence}: {broken.what}" for broken in chain.verify(head.ledger, journal.stored(head.ledger))
        ]
        if journal.leaf_at(head.ledger, head.length) != head.leaf:
            found.append("the head is not the newest record")
        found += torn_books()
        found += [f"shown and lost: {promise}" for promise in shown if not kept(context, folder, promise)]
        shut()
        return found

    return glance


def stored_numbers(context):
    return {row.number for row in requests.worklist(context, frozenset(Status), limit=100_000)}

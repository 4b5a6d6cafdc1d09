"""Play a busy day in the real window over a full office: what a click costs, what the memory and the disk take.

    python benchmarks/day.py [PEOPLE [REQUESTS [DAY]]]

DAY citizens are registered on the form, their requests walk through their pages to the hand-over, searches and rooms
between them. Prints the time from the click on Simpan to the commit, the memory of the process at the end of the day,
and the bytes of database each request took, all its records, indexes and search included; ends with 1 when a bound is
broken.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))
sys.modules["psycopg"] = sys.modules["psycopg2"] = None  # type: ignore[assignment]  # a counter has no server's driver

from PySide6.QtCore import QEvent  # noqa: E402  # the checkout comes first
from PySide6.QtWidgets import QApplication  # noqa: E402

from paten_desk.ui import theme  # noqa: E402

theme.application("PATEN Desk")  # before the rest, as the program does

from benchmarks import big_office  # noqa: E402
from paten_desk.domain.workflow import Action, Status  # noqa: E402
from paten_desk.store import connection  # noqa: E402
from paten_desk.ui.office_window import OfficeWindow  # noqa: E402
from paten_desk.ui.registration import page as registration  # noqa: E402
from paten_desk.ui.registration.page import RegistrationPage  # noqa: E402
from paten_desk.ui.tasks import Tasks  # noqa: E402
from paten_desk.usecases import handover, letters, requests, sample, services, setup, work  # noqa: E402
from paten_desk.usecases.context import Context  # noqa: E402
from paten_desk.usecases.handover import HandoverDraft  # noqa: E402
from tests.builders import a_visit, with_officials  # noqa: E402

COMMIT_MS, MEMORY_MB, REQUEST_KB = 50.0, 200.0, 16.0
WARM_UP = 10
ROOMS = ("home", "requests", "letters", "handover", "registration")


class Clock:
    """An office day that moves when the benchmark says so."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 7, 45, tzinfo=timezone(timedelta(hours=7), "WIB"))

    def __call__(self) -> datetime:
        """Return the present of the office."""
        return self.at

    def forward(self, minutes: float) -> None:
        """Let time pass."""
        self.at += timedelta(minutes=minutes)


def main(people: int, asked: int, day: int) -> int:
    """Measure and print; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "kantor"
        clock = Clock()
        context = big_office.poured(__file__, data, people, asked, clock)
        print(f"{people:,} people, {asked:,} requests, {bytes_of(context) / 1e6:.0f} MB")
        good = play(context, clock, day)
        setup.close()
    return 0 if good else 1


def pour(data: Path, people: int, asked: int) -> int:
    """Make the office and fill it."""
    from search import fill  # it tests with what no office has

    context, _ = setup.create(data, sample.draft(), Clock())
    fill(
        context, people, asked, ended=1.0, lettered=0, area="9899"
    )  # nobody the day meets: no record stands behind them
    for table, book in (("request", "'request'"), ("letter", "book")):  # else the guards would find the books gone back
        connection.current().writer.execute_sql(
            f"INSERT INTO number SELECT ledger, {book}, year, max(serial) FROM {table} GROUP BY 1, 2, 3"  # noqa: S608
        )
    setup.close()
    return 0


def play(context: Context, clock: Clock, day: int) -> bool:
    """Play the day and say whether the bounds hold."""
    app = theme.application("PATEN Desk")
    theme.install(app)
    tasks = Tasks()
    window = OfficeWindow(context, tasks)
    window.resize(1366, 768)
    window.show()
    camat = with_officials(context)
    clicked: list[float] = []
    offered = [service for service in services.offered(context) if service.subjects == 1]
    for serial in range(1, WARM_UP + 1):
        one(context, clock, window, tasks, camat, offered[serial % len(offered)].code, serial, [])
    before = bytes_of(context)
    for serial in range(WARM_UP + 1, WARM_UP + day + 1):
        one(context, clock, window, tasks, camat, offered[serial % len(offered)].code, serial, clicked)
        app.processEvents()
    memory = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    each = (bytes_of(context) - before) / day / 1024
    print(
        f"click to commit: p50 {statistics.median(clicked):.1f} ms, p95 {p95(clicked):.1f} ms (bound {COMMIT_MS:.0f})"
    )
    print(f"memory after {day} requests in the window: {memory:.0f} MB (bound {MEMORY_MB:.0f})")
    print(f"database a request, from the counter to the hand-over: {each:.1f} kB (bound {REQUEST_KB:.0f})")
    window.close()
    return p95(clicked) <= COMMIT_MS and memory <= MEMORY_MB and each <= REQUEST_KB


def one(
    context: Context,
    clock: Clock,
    window: OfficeWindow,
    tasks: Tasks,
    camat: str,
    code: str,
    serial: int,
    clicked: list[float],
) -> None:
    """Register one citizen on the form, walk the request to the hand-over, and look around in between."""
    page = window.open_room("registration")
    assert isinstance(page, RegistrationPage)
    page.form.set_value(a_visit(context, code, serial))
    settle(tasks)
    began = time.perf_counter()
    plain, ended = registration.requests.register, [began]

    def register(*given: object) -> object:
        made = plain(*given)  # type: ignore[arg-type]  # what the page gives
        ended[0] = time.perf_counter()
        return made

    registration.requests.register = register  # type: ignore[assignment]  # only to see when it has committed
    page.save.click()
    registration.requests.register = plain
    clicked.append((ended[0] - began) * 1000)
    settle(tasks)
    page.next_citizen()
    made = newest(context)
    window.open_request(made.id)
    settle(tasks)
    window.go_back()
    walk(context, made.id, camat)
    window.open_room(ROOMS[serial % len(ROOMS)])
    if serial % 5 == 0:
        window.search("contoh")
        settle(tasks)
        window.go_back()
    settle(tasks)
    clock.forward(2)


def newest(context: Context) -> requests.Request:
    """Return the request that was registered last."""
    row = connection.sql("SELECT id FROM request ORDER BY rowno DESC LIMIT 1")[0]
    return requests.load(context, row[0])


def walk(context: Context, request: str, camat: str) -> None:
    """Do every step up to the hand-over, each as its own record."""
    while (held := requests.load(context, request)).status is not Status.HANDED_OVER:
        action = work.actions(context, held)[0]
        if action is Action.DRAFT:
            letters.draft(context, request)
        elif action is Action.SIGN:
            letters.sign(context, request, camat)
        elif action is Action.MAKE_READY:
            letters.issue(context, request)
        elif action is Action.HAND_OVER:
            answer = handover.question(held).answer
            handover.hand_over(context, request, HandoverDraft(held.personal.applicant.name, answer=answer))
        else:
            work.act(context, request, action)


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(len(values) * 0.95) - 1]


def settle(tasks: Tasks) -> None:
    """Let the window be laid out and painted, the worker fall idle, and what was closed go as in a running program."""
    for _ in range(2):
        QApplication.processEvents()
        tasks.wait()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def bytes_of(context: Context) -> int:
    """Return what the database takes, its log written home; the archive of papers stands apart."""
    connection.current().writer.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return (context.data / setup.DATABASE).stat().st_size


if __name__ == "__main__":
    if sys.argv[1:2] == ["pour"]:
        sys.exit(pour(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])))
    numbers = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*(numbers + [1_000_000, 300_000, 150][len(numbers) :])))

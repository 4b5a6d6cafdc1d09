"""Time the pages a clerk moves between: Beranda, Berkas, what opens over them, and the first page of each list.

    python benchmarks/home.py [REQUESTS [OPEN]]

Prints p50 and p95 in milliseconds; ends with 1 when a bound is broken. The open requests are registered as at the
counter; the ended ones are poured straight into the table, which is all that figures and lists read of them.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtTest import QTest  # noqa: E402  # the checkout comes first
from PySide6.QtWidgets import QApplication  # noqa: E402

from paten_desk.store import connection, journal  # noqa: E402
from paten_desk.store.connection import transaction  # noqa: E402
from paten_desk.ui import theme  # noqa: E402
from paten_desk.ui.home import attention  # noqa: E402
from paten_desk.ui.home.page import HomePage  # noqa: E402
from paten_desk.ui.home.rows_page import RowsPage  # noqa: E402
from paten_desk.ui.office_window import OfficeWindow  # noqa: E402
from paten_desk.ui.requests.page import RequestsPage  # noqa: E402
from paten_desk.ui.tasks import Tasks  # noqa: E402
from paten_desk.usecases import demo, figures, morning, requests, sample, setup  # noqa: E402
from paten_desk.usecases.context import Context  # noqa: E402
from tests.builders import a_visit  # noqa: E402

LIST_MS, SWITCH_MS = 50.0, 100.0
AT_ONCE = 100
TURNS = 20
OLD_DAYS = 12  # how long ago the oldest open requests came in; some near the limit of silence


def main(asked: int, open_ones: int) -> int:
    """Measure and print; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        clock = demo.Clock(demo.OPENING)
        context, _ = setup.create(Path(folder) / "kantor", sample.draft(), clock)
        began = time.perf_counter()
        register(context, clock, open_ones)
        pour(context, asked)
        print(f"{asked:,} requests, {open_ones:,} open in {time.perf_counter() - began:.0f} s")
        good = measure(context)
        setup.close()
    return 0 if good else 1


def register(context: Context, clock: demo.Clock, many: int) -> None:
    """Register open requests over some days."""
    for first in range(0, many, AT_ONCE):
        with transaction():
            for serial in range(first + 1, min(first + AT_ONCE, many) + 1):
                requests.register(context, a_visit(context, serial=serial))
        clock.forward(minutes=OLD_DAYS * 24 * 60 * AT_ONCE // many)


def pour(context: Context, asked: int) -> None:
    """Pour requests that have ended into the table, the newest of yesterday."""
    random, ledger, newest = Random(20261120), journal.head().ledger, context.now() - timedelta(days=1)

    def rows() -> Any:
        for at in range(asked):
            came = newest - timedelta(minutes=at * 12)
            due, ready = came + timedelta(hours=2), came + timedelta(minutes=random.randint(20, 150))
            texts = [moment.isoformat(timespec="seconds") for moment in (came, due, ready + timedelta(hours=3), ready)]
            yield (
                *(f"request-{at:09}", ledger, f"visit-{at:09}", f"{at + 1:06}/PATEN/2020", "SKTM", "handed_over", 0),
                *("SITI CONTOH", f"9999{at:012}", "99.99.05.2001", *texts, f"{at % 10**6:06}", ""),
                *(2020, at + 1, random.randint(0, 9) // 9),
            )

    raw = connection.current().writer.connection()
    raw.execute("BEGIN")
    raw.executemany(
        "INSERT INTO request (id, ledger, visit, number, service, status, paused, name, nik, village, received_at, "
        "due_at, ended_at, ready_at, digits, search_key, year, serial, outside) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows(),
    )
    raw.execute("COMMIT")


def measure(context: Context) -> bool:
    """Time everything on the filled office and say whether the bounds hold."""
    app = theme.application("PATEN Desk")
    theme.install(app)
    window = OfficeWindow(context, Tasks())
    window.resize(1366, 768)
    window.show()
    QTest.qWait(600)
    home, berkas = window.open_room("home"), window.open_room("requests")
    assert isinstance(home, HomePage)
    assert isinstance(berkas, RequestsPage)
    counted = figures.home(context)
    marks = {mark.title: mark.key for chart in home.charts.each() if (mark := chart.chosen()) is not None}
    marks |= {name: getattr(counted, name).which for name in ("received", "in_hand", "overdue", "ready", "returned")}
    told = [
        report("figures of Beranda", lambda: figures.home(context), LIST_MS),
        report("what needs a hand", lambda: attention.notes(context), LIST_MS),
        report("silence limit", lambda: morning.silent(context), LIST_MS),
        *(
            report(f"rows: {name}", lambda which=which: first_page(context, which), LIST_MS)
            for name, which in marks.items()
        ),
        *(report(f"Berkas: {name}", partial(berkas.show_view, name), SWITCH_MS) for name in berkas.tabs),
        report("refresh of Beranda", home.refresh, SWITCH_MS),
        report("refresh of Berkas", berkas.refresh, SWITCH_MS),
        report("to Berkas and Beranda, each", lambda: there_and_back(app, window), 2 * SWITCH_MS),
        report("rows over Beranda and back, each", lambda: over(app, window, marks["in_hand"]), 2 * SWITCH_MS),
    ]
    window.close()
    return all(told)


def first_page(context: Context, which: figures.Which) -> None:
    """Read what a page of rows shows first."""
    figures.count(context, which)
    figures.rows(context, which)


def there_and_back(app: QApplication, window: OfficeWindow) -> None:
    """Go to Berkas and back to Beranda, both painted."""
    for room in ("requests", "home"):
        window.open_room(room)
        paint(app)


def over(app: QApplication, window: OfficeWindow, which: figures.Which) -> None:
    """Open the rows of a figure over Beranda, and go back."""
    window.open_page(RowsPage(window._context, "Dikerjakan", which))
    paint(app)
    window.go_back()
    paint(app)


def paint(app: QApplication) -> None:
    """Let the window be laid out and painted."""
    app.processEvents()


def report(name: str, call: Callable[[], Any], bound: float) -> bool:
    """Time a call, print it, and say whether its bound holds."""
    call()
    took = sorted(timed(call) for _ in range(TURNS))
    p95 = took[int(len(took) * 0.95) - 1]
    print(f"{name}: p50 {statistics.median(took):.1f} ms, p95 {p95:.1f} ms (bound {bound:.0f})")
    return p95 <= bound


def timed(call: Callable[[], Any]) -> float:
    """Return how many milliseconds a call took."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    sizes = [int(each) for each in sys.argv[1:]]
    sys.exit(main(*[*sizes, *(300_000, 3_000)[len(sizes) :]]))

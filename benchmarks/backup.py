"""Time a backup of a year's office, and the clicks of a clerk who goes on working meanwhile.

    python benchmarks/backup.py [RECORDS]

Prints the seconds of a backup with its proof, and p50, p99 and slowest of the registrations made while it ran; ends
with 1 when a click took longer than its bound.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import big_office  # noqa: E402  # the checkout comes first
from paten_desk.usecases import backups, requests, setup  # noqa: E402
from tests.builders import a_visit  # noqa: E402

CLICK_MS = 100.0
PAUSE_S = 0.03


def main(records: int) -> int:
    """Measure and print; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "kantor"
        context = big_office.make(data, records)
        size = (data / setup.DATABASE).stat().st_size
        for serial in range(20_000_000, 20_000_020):
            requests.register(context, a_visit(context, serial=serial))  # the first clicks fill caches
        waits: list[float] = []
        stop = threading.Event()

        def click() -> None:
            serial = 10_000_000
            while not stop.is_set():
                serial += 1
                draft = a_visit(context, serial=serial)
                start = time.perf_counter()
                requests.register(context, draft)
                waits.append((time.perf_counter() - start) * 1000)
                time.sleep(PAUSE_S)

        clicking = threading.Thread(target=click)
        clicking.start()
        start = time.perf_counter()
        backups.make_in(context, Path(folder) / "stick")
        took = time.perf_counter() - start
        stop.set()
        clicking.join()
        start = time.perf_counter()
        backups.make_in(context, Path(folder) / "stick 2")
        alone = time.perf_counter() - start
        setup.close()
    waits.sort()
    middle, most = waits[len(waits) // 2], waits[int(len(waits) * 0.99) - 1]
    print(
        f"backup with proof of {records:,} records, {size / 1e6:.0f} MB: {took:.1f} s, {alone:.1f} s when all is idle"
    )
    print(f"{len(waits)} clicks meanwhile: p50 {middle:.1f} ms, p99 {most:.1f} ms, slowest {waits[-1]:.1f} ms")
    print(f"bound for the slowest click: {CLICK_MS:.0f} ms")
    return 0 if waits[-1] <= CLICK_MS else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150_000))

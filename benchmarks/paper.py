"""Time the papers: the first letter of a fresh process, warm letters of every service, warm receipts.

    python benchmarks/paper.py [COUNT]

Prints milliseconds; ends with 1 when a bound is broken. Letters are drawn as they are issued, from the record to the
PDF's bytes, with their signed code; so are receipts, two copies on A5.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

FIRST_MS, LETTER_P95_MS, RECEIPT_MS = 300.0, 40.0, 15.0
FRESH = 5  # processes whose first letter is timed
WARM_UP = 10


def first() -> float:
    """Draw one page with letterhead, text and signature in this fresh process, and everything it imports before.

    As the program does it at a counter: without a server's driver, which peewee would load, and without the garbage
    collector while it is imported.
    """
    sys.modules["psycopg"] = sys.modules["psycopg2"] = None  # type: ignore[assignment]  # None keeps an import from finding it
    gc.disable()
    start = time.perf_counter()
    from paten_desk.usecases import letterheads, sample

    letterheads.sample_pdf(sample.office(), None)
    return (time.perf_counter() - start) * 1000


def main(count: int) -> int:
    """Measure and print; return the exit code."""
    from paten_desk.documents.letter import Standing
    from paten_desk.domain.catalogue import OutputKind
    from paten_desk.domain.workflow import Status
    from paten_desk.usecases import letter_sheets, receipts, services, work
    from tests.builders import a_request

    fresh = [
        float(subprocess.run([sys.executable, __file__, "--first"], capture_output=True, check=True, text=True).stdout)
        for _ in range(FRESH)
    ]
    with tempfile.TemporaryDirectory() as folder:
        context = _office(Path(folder))
        catalogue = services.catalogue(context).values()
        codes = [each.code for each in catalogue if each.offered and each.output is not OutputKind.NONE]
        ready = [a_request(context, Status.READY, code, serial) for serial, code in enumerate(codes, 1)]
        letters_ms, receipts_ms = [], []
        for at in range(count + WARM_UP):
            request = ready[at % len(ready)]
            service, letter = work.service_of(request), work.letter_of(request)
            assert letter is not None
            start = time.perf_counter()
            letter_sheets.draw(context, request, service, letter, Standing.ISSUED)
            middle = time.perf_counter()
            receipts.receipt_pdf(context, request.visit)
            end = time.perf_counter()
            if at >= WARM_UP:
                letters_ms.append((middle - start) * 1000)
                receipts_ms.append((end - middle) * 1000)
    p95 = statistics.quantiles(letters_ms, n=20)[-1]
    first_ms, receipt = statistics.median(fresh), statistics.median(receipts_ms)
    print(f"first letter of a process: median {first_ms:.0f} ms (bound {FIRST_MS:.0f})")
    print(
        f"letter, warm, {len(codes)} services: p50 {statistics.median(letters_ms):.1f} ms, "
        f"p95 {p95:.1f} ms (bound {LETTER_P95_MS:.0f})"
    )
    print(
        f"receipt, two copies, warm: p50 {receipt:.1f} ms, "
        f"p95 {statistics.quantiles(receipts_ms, n=20)[-1]:.1f} ms (bound of the p50 {RECEIPT_MS:.0f})"
    )
    return int(first_ms > FIRST_MS or p95 > LETTER_P95_MS or receipt > RECEIPT_MS)


def _office(folder: Path) -> Any:
    from paten_desk.usecases import sample, setup

    return setup.create(folder / "kantor", sample.draft())[0]


if __name__ == "__main__":
    if sys.argv[1:] == ["--first"]:
        print(first())
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))

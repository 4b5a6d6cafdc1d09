"""Time a registration's commit, the raw transaction that writes the same rows, and a warm receipt.

    python benchmarks/registration.py [COUNT]

Prints p50 and p95 in milliseconds and the ratio of the medians; ends with 1 when a bound is broken. The raw side
replays the very statements of the program on a second encrypted file with the same settings, in turn with it.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import sqlcipher3

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from paten_desk.store import connection, engine  # noqa: E402  # the checkout comes first
from paten_desk.usecases import receipts, requests, sample, setup  # noqa: E402
from tests.builders import a_visit  # noqa: E402

P95_MS, RATIO, RECEIPT_MS = 50.0, 3.0, 25.0
WARM_UP = 20


def main(count: int) -> int:
    """Measure and print; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "kantor"
        context, _ = setup.create(data, sample.draft())
        writer = connection.current().writer
        writer.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(data / setup.DATABASE, Path(folder) / "raw.db")
        raw = open_raw(Path(folder) / "raw.db", context.data_key)
        said: list[tuple[str, Any]] = []
        listen(writer, said)
        ours, theirs, papers = [], [], []
        for serial in range(1, count + WARM_UP + 1):
            draft = a_visit(context, serial=serial)
            said.clear()
            start = time.perf_counter()
            (made,) = requests.register(context, draft)
            took = time.perf_counter() - start
            writes = [(text, values) for text, values in said if text.split()[0] in ("INSERT", "UPDATE", "DELETE")]
            start = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            for text, values in writes:
                raw.execute(text, values or ())
            raw.execute("COMMIT")
            raw_took = time.perf_counter() - start
            start = time.perf_counter()
            receipts.receipt_pdf(context, made.visit)
            paper = time.perf_counter() - start
            if serial > WARM_UP:
                ours.append(took * 1000)
                theirs.append(raw_took * 1000)
                papers.append(paper * 1000)
        raw.close()
        setup.close()
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(f"registration p50 {statistics.median(ours):.2f} ms, p95 {p95(ours):.2f} ms (bound {P95_MS:.0f})")
    print(f"raw transaction p50 {statistics.median(theirs):.2f} ms; ratio of medians {ratio:.2f} (bound {RATIO:.0f})")
    print(f"receipt A5, two copies, warm p50 {statistics.median(papers):.1f} ms (bound {RECEIPT_MS:.0f})")
    good = p95(ours) <= P95_MS and ratio <= RATIO and statistics.median(papers) <= RECEIPT_MS
    return 0 if good else 1


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[int(len(values) * 0.95) - 1]


def open_raw(path: Path, key: bytes) -> Any:
    """Open the second file with nothing above the driver."""
    opened = sqlcipher3.connect(str(path), isolation_level=None)
    opened.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for name, value in engine.WRITER_PRAGMAS.items():
        opened.execute(f"PRAGMA {name} = {value}")
    return opened


def listen(writer: Any, said: list[tuple[str, Any]]) -> None:
    """Note every statement that the program gives its writer."""
    plain = writer.execute_sql

    def noting(text: str, values: Any = None, *rest: Any) -> Any:
        said.append((text, values))
        return plain(text, values, *rest)

    writer.execute_sql = noting


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300))

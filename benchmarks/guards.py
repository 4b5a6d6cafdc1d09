"""Time the guards at the start of an office with a year of work in it.

    python benchmarks/guards.py [RECORDS]

Prints the seconds of each part and of all; ends with 1 when all take longer than their bound. The file is read from
the disk's cache, as after a first look; a cold disk adds the time to read the file once.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import big_office  # noqa: E402  # the checkout comes first
from paten_desk.store import opened  # noqa: E402
from paten_desk.usecases import guards, setup  # noqa: E402

BOUND_S = 3.0


def main(records: int) -> int:
    """Measure and print; return the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "kantor"
        context = big_office.make(data, records)
        setup.close()
        size = (data / setup.DATABASE).stat().st_size
        start = time.perf_counter()
        context = setup.open_office(data, context.user.id, context.data_key)
        whole = time.perf_counter() - start
        parts: dict[str, Callable[[], object]] = {
            "pages": opened.is_whole,
            "chain since the last closing": guards._chain,
            "numbers": opened.numbers_behind,
        }
        print(f"{records:,} records, {size / 1e6:.0f} MB")
        for name, part in parts.items():
            start = time.perf_counter()
            part()
            print(f"{name}: {time.perf_counter() - start:.2f} s")
        found = guards.found(context)
        setup.close()
    print(f"opened with all guards: {whole:.2f} s (bound {BOUND_S:.0f}), found {[guard.sentence for guard in found]}")
    return 0 if whole <= BOUND_S and not found else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 150_000))

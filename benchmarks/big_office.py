"""An office with a year of work in it, written fast: for the benchmarks that need a big file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from paten_desk.store import connection, journal  # noqa: E402  # the checkout comes first
from paten_desk.store.connection import transaction  # noqa: E402
from paten_desk.usecases import closings, requests, sample, setup  # noqa: E402
from paten_desk.usecases.context import Context, wall_clock  # noqa: E402
from tests.builders import a_visit  # noqa: E402

STEPS = ("verified", "initialled_section", "initialled_secretary", "signed", "made_ready", "handed_over")
AT_ONCE = 250


def make(data: Path, records: int, open_records: int = 1500) -> Context:
    """Make the sample office with so many records, ten or so for a request; the last `open_records` after a closing."""
    draft = sample.draft()
    context, _ = setup.create(data, replace(draft, users=draft.users[:1]))
    serial, is_closed = 0, False
    while (length := journal.head().length) < records:
        if not is_closed and length > records - open_records:
            closings.close(context)
            is_closed = True
        with transaction():
            for _ in range(AT_ONCE if is_closed or length < records - open_records - 3000 else 20):
                serial += 1
                (made,) = requests.register(context, a_visit(context, serial=serial))
                for verb in STEPS:
                    journal.record(context.stamp(), verb, made)
        print(f"\r{journal.head().length:,} records", end="", file=sys.stderr)
    print(file=sys.stderr)
    connection.current().writer.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return context


def poured(script: str, data: Path, people: int, asked: int, clock: Callable[[], datetime] = wall_clock) -> Context:
    """Let a benchmark pour an office in a process of its own, since what that takes is not the program's; open it."""
    subprocess.run([sys.executable, script, "pour", str(data), str(people), str(asked)], check=True)
    shown = setup.front(data)
    assert shown is not None
    return setup.unlock(data, next(iter(shown.staff)), sample.PASSWORD, clock)

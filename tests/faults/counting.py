"""What the fault tests have tried, summed up at the end, and remembered of a long set that was stopped.

`PATEN_FAULTS_DONE` names the file of what is done: one line for each test that passed, for this very program only.
"""

import hashlib
import json
import os
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MARK = "fault: "
DONE = os.environ.get("PATEN_FAULTS_DONE", "")


def done():
    """Return {test: counts} of what an earlier run of the same program and the same tests has finished."""
    if not DONE or not Path(DONE).is_file():
        return {}
    lines = [json.loads(line) for line in Path(DONE).read_text(encoding="utf-8").splitlines()]
    return {line["test"]: line["tried"] for line in lines if line["of"] == program()}


@cache
def program():
    """Return the hash of everything that the result depends on."""
    made = hashlib.sha256()
    files = [*(ROOT / "paten_desk").rglob("*.py"), *(ROOT / "tests" / "faults").rglob("*.[pc]*")]
    for path in sorted([*files, ROOT / "requirements-dev.lock"]):
        if path.suffix != ".pyc" and path.is_file():
            made.update(path.read_bytes())
    return made.hexdigest()


def tried_by(report):
    return {name.removeprefix(MARK): count for name, count in report.user_properties if name.startswith(MARK)}


def pytest_runtest_logreport(report):
    """Remember a test of the long set that passed; the workers leave this to the process that started them."""
    is_ours = DONE and "tests/faults/" in report.nodeid and "PYTEST_XDIST_WORKER" not in os.environ
    if is_ours and report.when == "call" and report.passed:
        line = json.dumps({"of": program(), "test": report.nodeid, "tried": tried_by(report)})
        with Path(DONE).open("a", encoding="utf-8") as out:
            out.write(f"{line}\n")


def pytest_terminal_summary(terminalreporter):
    """Sum up what was tried, by every worker and before a stop."""
    counted = Counter()
    reports = [report for all_of_kind in terminalreporter.stats.values() for report in all_of_kind]
    now = {report.nodeid: tried_by(report) for report in reports if getattr(report, "when", "") == "call"}
    for tried in {**done(), **now}.values():
        counted.update(tried)
    if counted:
        words = ", ".join(f"{count:,} {name}" for name, count in sorted(counted.items()))
        terminalreporter.write_line(f"Faults tried: {words}.")

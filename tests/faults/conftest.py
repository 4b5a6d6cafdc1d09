"""The failing disk, built once a session, and the counts of what was tried, told at the end."""

import os
from collections import Counter

import pytest

from tests.faults import disk

LONG = int(os.environ.get("PATEN_FAULT_ROUNDS", "0"))  # rounds of the long set; 0 is the quick one


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """The shim, compiled for this machine."""
    return disk.built(tmp_path_factory.mktemp("shim"))


def pytest_terminal_summary(terminalreporter):
    """Sum up what the tests of this folder counted, from every worker."""
    counted = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, value in getattr(report, "user_properties", ()) if getattr(report, "when", "") == "call" else ():
                if name.startswith("fault: "):
                    counted[name.removeprefix("fault: ")] += value
    if counted:
        words = ", ".join(f"{count:,} {name}" for name, count in sorted(counted.items()))
        terminalreporter.write_line(f"Faults tried: {words}.")

"""The year 2026 as decreed."""

import json
from pathlib import Path

import pytest

from paten_desk.domain.calendar import Calendar
from paten_desk.domain.holidays import HolidaySet, with_sets

DECREE = json.loads((Path(__file__).parent / "data" / "holidays_2026.json").read_text())


@pytest.fixture(scope="session")
def year_2026():
    days = dict.fromkeys([*DECREE["national"], *DECREE["collective_leave"]], "libur")
    return with_sets(Calendar(), [HolidaySet("", 2026, days, "SKB 1497/2025")], "contoh")

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from paten_desk.domain.catalogue import ServiceField
from paten_desk.domain.people import Party
from paten_desk.domain.requests import (
    Paper,
    PaperState,
    Pause,
    PauseReason,
    Request,
    age_band,
    check_fields,
    is_paused,
    missing_papers,
)
from paten_desk.domain.workflow import Status

TODAY = date(2026, 11, 26)
NOON = datetime(2026, 11, 26, 12)
HOUR = timedelta(hours=1)
CITIZEN = Party(name="SITI CONTOH", nik="9999054505900001", sex="P", birth_date=date(1990, 5, 5))


def a_request(**values):
    made = Request("a", "v", "SKTM", date(2026, 1, 1), Status.ACCEPTED, NOON - 3 * HOUR, due_at=NOON)
    return replace(made, **values)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (None, ""),
        (0, "0-16"),
        (16, "0-16"),
        (17, "17-25"),
        (25, "17-25"),
        (26, "26-59"),
        (59, "26-59"),
        (60, "60+"),
        (104, "60+"),
    ],
)
def test_ages_fall_into_the_bands_of_the_statistics(age, band):
    assert age_band(age) == band


def test_missing_papers_are_named_by_key():
    papers = (
        Paper("SKTM-1", PaperState.THERE),
        Paper("SKTM-2", PaperState.MISSING),
        Paper("SKTM-3", PaperState.NOT_APPLICABLE),
    )

    assert missing_papers(papers) == ("SKTM-2",)


def test_a_request_is_paused_until_its_last_pause_ends():
    open_pause = Pause(PauseReason.OTHER_AGENCY, NOON)

    assert not is_paused(a_request())
    assert is_paused(a_request(pauses=(open_pause,)))
    assert not is_paused(a_request(pauses=(replace(open_pause, until=NOON + HOUR),)))


@pytest.mark.parametrize(
    ("kind", "text", "is_right"),
    [
        ("date", "2026-11-20", True),
        ("date", "", True),
        ("date", "20 November 2026", False),
        ("date", "2026-02-30", False),
        ("rupiah", "1500000", True),
        ("rupiah", "Rp1.500.000", False),
        ("rupiah", "\u0661\u0662", False),
        ("text", "apa saja", True),
    ],
)
def test_dates_and_amounts_are_what_they_say(kind, text, is_right):
    field = ServiceField("when", "Tanggal acara", kind)

    found = check_fields((field,), {"when": text, "other": "x"}, "fields.")

    assert [problem.field for problem in found] == ([] if is_right else ["fields.when"])

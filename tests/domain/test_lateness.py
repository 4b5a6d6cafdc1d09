from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from paten_desk.domain.lateness import is_broken, is_late
from paten_desk.domain.requests import Pause, PauseReason, Request
from paten_desk.domain.workflow import Status

NOON = datetime(2026, 11, 26, 12)
HOUR = timedelta(hours=1)


def a_request(**values):
    made = Request("a", "v", "SKTM", date(2026, 1, 1), Status.ACCEPTED, NOON - 3 * HOUR, due_at=NOON)
    return replace(made, **values)


@pytest.mark.parametrize(
    ("request_", "now", "late"),
    [
        (a_request(), NOON, False),
        (a_request(), NOON + HOUR, True),
        (a_request(ended_at=NOON - HOUR), NOON + HOUR, False),
        (a_request(ended_at=NOON + HOUR), NOON + 2 * HOUR, True),
        (a_request(due_at=None), NOON + HOUR, False),
        (a_request(pauses=(Pause(PauseReason.APPLICANT, NOON - HOUR),)), NOON + HOUR, False),
        (a_request(status=Status.RETURNED), NOON + HOUR, False),
    ],
)
def test_a_promise_is_broken_by_the_clock_alone(request_, now, late):
    assert is_late(request_, now) is late


def test_a_paper_that_lies_ready_in_time_is_in_time_however_late_it_is_taken_away():
    lies = a_request(status=Status.READY, ready_at=NOON)
    taken = replace(lies, status=Status.HANDED_OVER, ended_at=NOON + 50 * HOUR)

    assert not is_late(lies, NOON + 40 * HOUR)
    assert not is_late(taken, NOON + 60 * HOUR)
    assert is_late(replace(taken, ready_at=NOON + HOUR), NOON + 60 * HOUR)


def test_moments_may_be_texts():
    due, later = NOON.isoformat(), (NOON + HOUR).isoformat()

    assert is_broken(due, later, later, stands=True)
    assert not is_broken(due, due, later, stands=False)
    assert is_broken(due, "", later, stands=False)
    assert not is_broken(due, "", later, stands=True)

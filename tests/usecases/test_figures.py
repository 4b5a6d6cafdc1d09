from datetime import date

import pytest

from paten_desk.domain.lateness import is_late
from paten_desk.domain.workflow import OPEN, Action, Status
from paten_desk.store.figures import Which
from paten_desk.usecases import figures, requests
from tests import full_office

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 23)


def every(home):
    """Name each figure of Beranda."""
    found = {name: getattr(home, name) for name in "received in_hand overdue ready returned kept broken".split()}
    found |= {f"day {day}": held for day, held in home.days.items()}
    found |= {f"waits {action}": held for action, held in home.waiting.items()}
    return found | {f"service {code}": held for code, held in home.services.items()}


@pytest.fixture
def filled(context_on_both, clock):
    full_office.fill(context_on_both, clock)
    return context_on_both


def test_each_figure_counts_its_rows_exactly(filled):
    for name, tally in every(figures.home(filled)).items():
        rows, page = [], None
        while page := figures.rows(filled, tally.which, page[-1] if page else None, 2):
            rows += page
        loaded = [requests.load(filled, row.id) for row in rows]
        late = sum(is_late(request, filled.now()) for request in loaded)

        assert len({row.id for row in rows}) == len(rows) == tally.count, name
        assert (late, sum(request.outside for request in loaded)) == (tally.late, tally.outside), name
        assert figures.count(filled, tally.which) == tally, name


def test_the_day_is_counted_by_what_came_in(filled):
    home = figures.home(filled)

    assert (home.received.count, home.received.outside, home.collected) == (7, 1, 1)
    assert {code: held.count for code, held in home.services.items()} == {"SKDOM": 3, "SKTM": 3, "PSKCK": 1}
    assert (home.in_hand.count, home.ready.count, home.returned.count) == (8, 2, 2)


def test_the_days_are_working_days_and_those_on_which_something_came_in(filled):
    days = figures.home(filled).days

    assert list(days)[-3:] == [FRIDAY, SATURDAY, MONDAY]
    assert [days[day].count for day in (FRIDAY, SATURDAY, MONDAY)] == [7, 1, 7]
    assert days[FRIDAY].outside == 2  # one of them was keyed in on Monday
    assert len(days) == figures.DAYS + 1
    assert next(iter(days)) == date(2026, 11, 10)


def test_a_promise_is_kept_when_the_paper_lay_ready_or_the_request_ended_in_time(filled):
    home = figures.home(filled)

    assert home.since == date(2026, 11, 12)
    assert {row.number[:4] for row in figures.rows(filled, home.broken.which)} == {"0003", "0005"}
    assert {row.number[:4] for row in figures.rows(filled, home.kept.which)} == {"0001", "0002", "0012", "0013"}


def test_what_waits_is_told_by_its_step_and_each_request_once(filled):
    home = figures.home(filled)

    assert {action: held.count for action, held in home.waiting.items()} == {
        Action.VERIFY: 4,
        Action.INITIAL_SECTION: 2,
        Action.SIGN: 1,
        Action.HAND_OVER: 2,
        Action.ACCEPT: 2,
        Action.RESUME: 1,
    }
    everything = figures.count(filled, Which("", statuses=OPEN)).count
    assert sum(held.count for held in home.waiting.values()) == everything
    assert list(home.waiting)[-1] is Action.RESUME


def test_the_count_of_what_is_late_is_that_of_the_lists(filled):
    assert figures.home(filled).overdue.count == requests.overdue(filled)


def test_an_office_without_requests_has_its_days_all_the_same(context):
    home = figures.home(context)

    assert home.received.count == 0
    assert len(home.days) == figures.DAYS
    assert home.waiting == home.services == {}


def test_only_those_of_a_status_can_be_asked_for(filled):
    which = Which("", statuses=frozenset({Status.REJECTED, Status.CANCELLED}))

    assert {row.status for row in figures.rows(filled, which)} == {"rejected", "cancelled"}

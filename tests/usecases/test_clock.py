from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from paten_desk.domain.clocks import Doubt
from paten_desk.domain.errors import Invalid, NoRight
from paten_desk.domain.roles import Right, Role
from paten_desk.store import journal
from paten_desk.usecases import approvals, requests
from paten_desk.usecases import clock as usecase
from tests.builders import a_request, a_user, a_visit
from tests.conftest import MORNING, WIB

PASSWORD = "payung biru tua"


def _two(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    return approvals.approve(context, Right.FIX_CLOCK, kasi.id, PASSWORD)


def test_a_clock_that_goes_right_is_not_doubted(context):
    assert usecase.watch(context) is Doubt.NONE
    assert not usecase.is_doubtful(context)


def test_a_clock_set_back_marks_and_the_business_date_holds(context, clock):
    a_request(context)
    clock.forward(days=-3)

    assert usecase.watch(context) is Doubt.BEHIND
    made = a_request(context, serial=2)

    assert made.clock_doubtful
    assert context.today() == MORNING.date()
    assert journal.history(made.id)[-1].fact.business_date == MORNING.date()
    assert "padahal catatan terakhir" in usecase.words(context, usecase.standing_doubt(context))


def test_a_clock_that_lags_cannot_be_confirmed(context, clock):
    clock.forward(days=-3)
    usecase.watch(context)
    a_request(context)

    with pytest.raises(Invalid, match="tertinggal"):
        usecase.confirm(context)
    assert usecase.is_doubtful(context)


def test_long_holidays_are_confirmed_by_one_person(context, clock):
    clock.forward(days=10)
    assert usecase.watch(context) is Doubt.AHEAD
    assert "lebih dari satu hari kerja" in usecase.words(context, usecase.standing_doubt(context))

    usecase.confirm(context)

    assert not usecase.is_doubtful(context)
    assert usecase.watch(context) is Doubt.NONE
    assert not a_request(context).clock_doubtful
    assert usecase.watch(context) is Doubt.NONE


def test_two_people_bring_a_clock_that_ran_ahead_back_and_the_floor_with_it(context, clock):
    clock.forward(days=3650)
    usecase.watch(context)
    usecase.confirm(context)
    a_request(context)
    assert context.today().year == 2036

    clock.at = MORNING + timedelta(hours=1)
    assert usecase.watch(context) is Doubt.BEHIND
    assert context.today().year == 2036
    mended = usecase.correct(context, MORNING + timedelta(hours=1), _two(context))

    assert mended.today() == MORNING.date()
    made = a_request(mended, serial=2)
    assert made.received_at.date() == MORNING.date()
    assert not made.clock_doubtful
    newest = journal.history(made.id)[0].fact
    assert newest.business_date == MORNING.date()


def test_nobody_sets_the_clock_alone(context, clock):
    clock.forward(days=-3)
    usecase.watch(context)

    with pytest.raises(NoRight, match="orang kedua"):
        usecase.correct(context, MORNING, None)


@pytest.mark.parametrize("dead", [datetime(1970, 1, 1, 7, 0, tzinfo=WIB), datetime(2010, 1, 1, 0, 0, tzinfo=WIB)])
def test_a_dead_battery_is_mended_once_per_start_and_time_goes_on_from_there(context, clock, dead):
    a_request(context)
    clock.at = dead
    assert usecase.watch(context) is Doubt.YEAR
    right = datetime(2026, 11, 23, 8, 0, tzinfo=WIB)

    mended = usecase.correct(context, right, _two(context))
    clock.forward(minutes=10)

    assert mended.now() == right + timedelta(minutes=10)
    assert mended.today() == date(2026, 11, 23)
    assert usecase.watch(mended) is Doubt.NONE
    assert usecase.watch(context) is Doubt.YEAR  # the next start asks again


def test_an_impossible_year_is_not_set(context):
    with pytest.raises(Invalid, match="Tahunnya"):
        usecase.correct(context, datetime(1999, 1, 1, tzinfo=WIB), None)


def test_a_jump_while_the_program_runs_shows_against_the_steady_clock(context, clock):
    ticks = [1000.0]
    since = usecase.anchor(context, lambda: ticks[0])
    clock.forward(hours=1)
    ticks[0] += 3600
    assert usecase.watch(context, since, lambda: ticks[0]) is Doubt.NONE

    clock.forward(minutes=3)

    assert usecase.watch(context, since, lambda: ticks[0]) is Doubt.DRIFT
    assert "meloncat" in usecase.words(context, usecase.standing_doubt(context))


def test_a_doubt_is_one_record_however_often_one_looks(context, clock):
    clock.forward(days=-3)
    usecase.watch(context)
    before = journal.head().length

    for _ in range(3):
        assert usecase.watch(context) is Doubt.BEHIND

    assert journal.head().length == before


def test_an_answer_without_a_doubt_changes_nothing(context):
    before = journal.head().length
    usecase.confirm(context)

    assert journal.head().length == before


@pytest.mark.parametrize(("zone", "hours"), [("WIB", 7), ("WITA", 8), ("WIT", 9)])
def test_midnight_falls_where_the_office_is(context, clock, zone, hours):
    here = replace(context, office=replace(context.office, zone=zone))
    clock.at = datetime(2026, 11, 20, 23 - hours, 59, 59, tzinfo=UTC)

    assert here.today() == date(2026, 11, 20)
    clock.forward(seconds=1)
    assert here.today() == date(2026, 11, 21)
    assert here.now().utcoffset() == timedelta(hours=hours)
    (made,) = requests.register(here, a_visit(here))
    assert made.received_at.utcoffset() == timedelta(hours=hours)

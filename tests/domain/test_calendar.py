from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paten_desk.domain.calendar import (
    Calendar,
    DayHours,
    Duration,
    Period,
    Unit,
    add_working_days,
    hours_on,
    is_working_day,
    promise,
    start_of_clock,
    working_days_between,
    working_minutes,
)

WIB = timezone(timedelta(hours=7), "WIB")
FASTING = Period(date(2026, 2, 19), date(2026, 3, 17))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def days(amount):
    return Duration(amount, Unit.DAYS)


def minutes(amount):
    return Duration(amount, Unit.MINUTES)


@pytest.mark.parametrize(
    ("accepted", "amount", "due"),
    [
        ("2026-11-16 08:00", 60, "2026-11-16 09:00"),  # a plain Monday
        ("2026-11-16 06:50", 30, "2026-11-16 08:00"),  # before opening
        ("2026-11-16 11:40", 30, "2026-11-16 13:15"),  # across the break
        ("2026-11-16 12:30", 10, "2026-11-16 13:15"),  # accepted in the break
        ("2026-11-16 11:45", 15, "2026-11-16 12:00"),  # done when the break begins
        ("2026-11-16 15:45", 15, "2026-11-16 16:00"),  # done at closing time
        ("2026-11-20 11:20", 30, "2026-11-20 13:30"),  # Friday's longer break
        ("2026-11-20 16:20", 30, "2026-11-23 08:00"),  # Friday evening into Monday
        ("2026-11-19 15:50", 60, "2026-11-20 08:30"),  # into the next morning
        ("2026-11-16 16:00", 15, "2026-11-17 07:45"),  # accepted at closing time
        ("2026-11-16 20:15", 15, "2026-11-17 07:45"),  # accepted in the evening
        ("2026-11-21 10:00", 15, "2026-11-23 07:45"),  # accepted on a Saturday
        ("2026-03-17 15:50", 60, "2026-03-25 08:30"),  # over Nyepi, Idul Fitri and cuti bersama
        ("2026-11-16 08:01", 15, "2026-11-16 08:30"),  # rounded up to the quarter
        ("2026-11-16 07:30", 900, "2026-11-17 16:00"),  # two whole days
    ],
)
def test_minutes_run_only_while_the_office_works(year_2026, accepted, amount, due):
    made = promise(year_2026, at(accepted), minutes(amount))

    assert made.due_at == at(due)


@pytest.mark.parametrize(
    ("accepted", "amount", "due"),
    [
        ("2026-11-16 09:00", 1, "2026-11-17 16:00"),  # the day of acceptance is day 0
        ("2026-11-19 09:00", 1, "2026-11-20 16:30"),  # Friday closes later
        ("2026-11-20 09:00", 3, "2026-11-25 16:00"),  # over a weekend
        ("2026-11-20 17:00", 1, "2026-11-24 16:00"),  # after closing counts from Monday
        ("2026-11-21 10:00", 1, "2026-11-24 16:00"),  # a Saturday counts from Monday
        ("2026-03-17 10:00", 1, "2026-03-25 16:00"),  # the chain of holidays in March
        ("2026-03-17 10:00", 3, "2026-03-27 16:30"),
        ("2026-05-11 10:00", 7, "2026-05-22 16:30"),  # 14 and 15 May are off
        ("2026-12-23 10:00", 1, "2026-12-28 16:00"),  # over Christmas
    ],
)
def test_days_end_at_closing_time_of_the_nth_working_day(year_2026, accepted, amount, due):
    made = promise(year_2026, at(accepted), days(amount))

    assert made.due_at == at(due)


def test_the_year_2026_has_240_working_days(year_2026):
    first = date(2026, 1, 1)

    by_month = [0] * 12
    for step in range(365):
        day = first + timedelta(days=step)
        by_month[day.month - 1] += is_working_day(year_2026, day)

    assert by_month == [20, 18, 17, 21, 16, 20, 23, 19, 22, 22, 21, 21]
    assert sum(by_month) == 240


def test_a_promise_into_a_year_without_decree_is_an_estimate(year_2026):
    before = promise(year_2026, at("2026-12-28 10:00"), days(3))
    across = promise(year_2026, at("2026-12-30 10:00"), days(3))

    assert not before.estimated
    assert across.estimated
    assert across.due_at.year == 2027


def test_a_promise_names_the_calendar_it_was_made_with(year_2026):
    assert promise(year_2026, at("2026-11-16 09:00"), days(1)).calendar == "contoh"


def test_a_week_has_37_and_a_half_hours(year_2026):
    assert working_minutes(year_2026, at("2026-11-16 00:00"), at("2026-11-22 23:59")) == 37 * 60 + 30


def test_a_week_of_fasting_has_32_and_a_half_hours(year_2026):
    fasting = replace(year_2026, periods=(FASTING,))

    assert working_minutes(fasting, at("2026-03-02 00:00"), at("2026-03-08 23:59")) == 32 * 60 + 30


def test_fasting_hours_hold_for_a_promise(year_2026):
    fasting = replace(year_2026, periods=(FASTING,))

    made = promise(fasting, at("2026-03-02 14:50"), minutes(30))

    assert made.due_at == at("2026-03-03 08:30")


def test_a_holiday_wins_over_a_period_with_hours_of_its_own(year_2026):
    fasting = replace(year_2026, periods=(replace(FASTING, last=date(2026, 3, 20)),))

    assert hours_on(fasting, date(2026, 3, 19)) is None


@pytest.mark.parametrize(
    ("accepted", "starts"),
    [
        ("2026-11-16 09:10", "2026-11-16 09:10"),
        ("2026-11-16 05:00", "2026-11-16 07:30"),
        ("2026-11-16 16:00", "2026-11-17 07:30"),
        ("2026-11-20 16:29", "2026-11-20 16:29"),
        ("2026-11-20 16:30", "2026-11-23 07:30"),
        ("2026-08-17 09:00", "2026-08-18 07:30"),
    ],
)
def test_the_clock_starts_now_or_at_the_next_opening(year_2026, accepted, starts):
    assert start_of_clock(year_2026, at(accepted)) == at(starts)


def test_a_day_without_a_break_is_one_stretch(year_2026):
    noon = time(12)
    short = DayHours(time(8), noon, noon, time(14))
    counter = replace(year_2026, week=(short,) * 5 + (None, None))

    assert promise(counter, at("2026-11-16 11:50"), minutes(20)).due_at == at("2026-11-16 12:15")


def test_an_office_that_never_opens_promises_nothing():
    closed = Calendar(week=(None,) * 7)

    with pytest.raises(OverflowError):
        promise(closed, at("2026-11-16 09:00"), days(1))


def test_no_time_passes_backwards(year_2026):
    assert working_minutes(year_2026, at("2026-11-17 09:00"), at("2026-11-16 09:00")) == 0
    assert working_days_between(year_2026, date(2026, 11, 17), date(2026, 11, 16)) == 0


def test_ten_working_days_are_counted_for_a_marriage_notice(year_2026):
    assert working_days_between(year_2026, date(2026, 3, 10), date(2026, 3, 31)) == 10


def test_a_duration_is_written_as_on_the_receipt():
    assert str(minutes(60)) == "60 menit kerja"
    assert str(days(3)) == "3 hari kerja"


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=WIB)
)


@settings(max_examples=60, deadline=None)
@given(start=MOMENTS, amount=st.integers(1, 3000))
def test_a_promise_in_minutes_leaves_that_many_minutes_of_work(year_2026, start, amount):
    due = promise(year_2026, start, minutes(amount)).due_at

    assert amount <= working_minutes(year_2026, start, due) < amount + 15
    assert due.minute % 15 == 0


@settings(max_examples=60, deadline=None)
@given(first=MOMENTS, gap=st.integers(0, 20_000), more=st.integers(0, 20_000))
def test_working_minutes_add_up(year_2026, first, gap, more):
    second = first + timedelta(minutes=gap)
    third = second + timedelta(minutes=more)

    parts = working_minutes(year_2026, first, second) + working_minutes(year_2026, second, third)

    assert parts == working_minutes(year_2026, first, third)


@settings(max_examples=60, deadline=None)
@given(day=st.dates(date(2026, 1, 1), date(2026, 12, 31)), amount=st.integers(1, 60))
def test_adding_working_days_and_counting_them_agree(year_2026, day, amount):
    later = add_working_days(year_2026, day, amount)

    assert is_working_day(year_2026, later)
    assert working_days_between(year_2026, day, later) == amount

"""Three years of working time, worked out by hand with the calendars on the wall; and a week of six days in WITA."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paten_desk.domain.calendar import (
    Calendar,
    Duration,
    Unit,
    add_working_minutes,
    is_counter_open,
    promise,
    working_minutes,
)
from paten_desk.domain.calendar_settings import CalendarSettings, Season, with_settings
from paten_desk.domain.holidays import HolidaySet, with_sets

WIB, WITA = timezone(timedelta(hours=7), "WIB"), timezone(timedelta(hours=8), "WITA")
DECREE_2026 = json.loads((Path(__file__).parent / "data" / "holidays_2026.json").read_text())
DAYS = {
    2025: (
        "01-01 01-27 01-28 01-29 03-28 03-29 03-31 04-01 04-02 04-03 04-04 04-07 04-18 04-20 05-01 05-12 05-13 "
        "05-29 05-30 06-01 06-06 06-09 06-27 08-17 08-18 09-05 12-25 12-26"
    ).split(),
    2026: [day[5:] for day in DECREE_2026["national"] + DECREE_2026["collective_leave"]],
    2027: (  # reckoned, as long as there is no decree
        "01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 08-17 12-25"
    ).split(),
}
SETS = [HolidaySet("", year, {f"{year}-{day}": "libur" for day in days}, "SKB") for year, days in DAYS.items()]
FASTING = (
    Season("Ramadan", date(2025, 3, 1), date(2025, 3, 30)),
    Season("Ramadan", date(2026, 2, 19), date(2026, 3, 20)),
    Season("Ramadan", date(2027, 2, 8), date(2027, 3, 9)),
)
FIVE = CalendarSettings("a", date(2025, 1, 1), seasons=FASTING)
YEARS = with_settings(with_sets(Calendar(), SETS, "contoh"), [FIVE])
SIX_DAYS = (*("07:30-14:00",) * 4, "07:30-11:30", "07:30-12:30", "")
SIX = with_settings(YEARS, [FIVE, CalendarSettings("b", date(2026, 6, 1), SIX_DAYS)])


def at(text, zone=WIB):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def due(calendar, accepted, amount, zone=WIB):
    unit = Unit.DAYS if amount.endswith("d") else Unit.MINUTES
    return promise(calendar, at(accepted, zone), Duration(int(amount[:-1]), unit)).due_at


@pytest.mark.parametrize(
    ("accepted", "amount", "expected"),
    [
        ("2025-01-24 16:00", "60m", "2025-01-30 08:00"),  # a Friday, then Isra Mikraj, cuti bersama and Imlek
        ("2025-02-28 16:00", "60m", "2025-03-03 08:30"),  # Friday closes at 16.30; on Monday it is Ramadan
        ("2025-03-14 14:50", "60m", "2025-03-17 08:30"),  # a Friday of fasting closes at 15.30
        ("2025-03-27 14:30", "60m", "2025-04-08 08:00"),  # over Nyepi, Idul Fitri and all its cuti bersama
        ("2025-03-27 10:00", "1d", "2025-04-08 16:00"),
        ("2025-05-09 09:00", "2d", "2025-05-15 16:00"),  # Waisak and its cuti bersama
        ("2025-05-28 15:45", "30m", "2025-06-02 07:45"),  # Ascension, cuti bersama, and 1 June on a Sunday
        ("2025-06-05 10:00", "1d", "2025-06-10 16:00"),  # Idul Adha on Friday, cuti bersama on Monday
        ("2025-08-15 10:00", "1d", "2025-08-19 16:00"),  # the day off that came by an amended decree
        ("2025-12-24 10:00", "1d", "2025-12-29 16:00"),
        ("2025-12-31 15:30", "60m", "2026-01-02 08:00"),  # over the year's end
        ("2025-12-29 10:00", "5d", "2026-01-06 16:00"),
        ("2026-02-13 16:10", "30m", "2026-02-18 07:45"),  # cuti bersama and Imlek
        ("2026-02-18 15:30", "60m", "2026-02-19 08:30"),  # the last day before Ramadan closes at 16.00
        ("2026-02-20 11:00", "60m", "2026-02-20 13:00"),  # the Friday break of Ramadan ends at 12.30
        ("2026-03-16 10:00", "2d", "2026-03-25 16:00"),  # Ramadan ends among the holidays
        ("2026-12-30 10:00", "2d", "2027-01-04 16:00"),
        ("2027-01-04 15:45", "30m", "2027-01-06 07:45"),
        ("2027-03-05 15:00", "60m", "2027-03-09 08:30"),  # a Friday of fasting, then Nyepi
        ("2027-03-09 14:45", "30m", "2027-03-12 07:45"),  # from the last day of fasting over Idul Fitri
        ("2027-05-14 10:00", "3d", "2027-05-21 16:30"),  # two holidays in one week
        ("2027-08-16 10:00", "1d", "2027-08-18 16:00"),
    ],
)
def test_promises_of_three_years_are_those_worked_out_by_hand(accepted, amount, expected):
    assert due(YEARS, accepted, amount) == at(expected)


@pytest.mark.parametrize(
    ("accepted", "amount", "expected"),
    [
        ("2026-05-29 16:00", "60m", "2026-06-02 08:00"),  # the last week of five days; 1 June is off
        ("2026-06-05 11:15", "30m", "2026-06-06 07:45"),  # Friday noon into Saturday
        ("2026-06-06 12:00", "60m", "2026-06-08 08:00"),  # Saturday into Monday
        ("2026-06-12 10:00", "1d", "2026-06-13 12:30"),  # due on a Saturday
        ("2026-06-13 10:00", "2d", "2026-06-17 14:00"),  # 16 June is off
    ],
)
def test_a_week_of_six_days_counts_from_the_day_it_was_set(accepted, amount, expected):
    made = due(SIX, accepted, amount, WITA)

    assert made == at(expected, WITA)
    assert made.utcoffset() == timedelta(hours=8)


@pytest.mark.parametrize(
    ("first", "last", "hours"),
    [
        ("2025-03-24", "2025-03-30", 26),  # Monday to Thursday of fasting; Friday is cuti bersama
        ("2025-09-01", "2025-09-07", 30),  # Maulid on a Friday
        ("2026-11-16", "2026-11-22", 37.5),
        ("2026-12-28", "2027-01-03", 30),
        ("2027-02-15", "2027-02-21", 32.5),
    ],
)
def test_a_week_has_the_hours_counted_by_hand(first, last, hours):
    assert working_minutes(YEARS, at(f"{first} 00:00"), at(f"{last} 23:59")) == hours * 60


def test_the_clock_of_the_year_has_no_summer_time():
    for month in range(1, 13):
        day = date(2026, month, 10)
        start = datetime.combine(day, datetime.min.time(), WIB)
        assert (start + timedelta(days=1)).date() == day + timedelta(days=1)
        assert start.utcoffset() == timedelta(hours=7)


def test_the_counter_closes_before_the_office():
    counter = (*("08:00-14:00",) * 4, "08:00-10:30", "", "")
    set_so = with_settings(YEARS, [CalendarSettings("a", date(2026, 1, 1), counter=counter)])

    assert is_counter_open(set_so, at("2026-11-16 13:59"))
    assert not is_counter_open(set_so, at("2026-11-16 14:00"))
    assert not is_counter_open(set_so, at("2026-11-20 11:00"))
    assert not is_counter_open(set_so, at("2026-12-25 09:00"))
    assert is_counter_open(YEARS, at("2026-11-16 14:00"))
    assert not is_counter_open(YEARS, at("2026-11-21 09:00"))


MOMENTS = st.datetimes(datetime(2025, 1, 2), datetime(2027, 11, 30)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=WIB)
)


@settings(max_examples=60)
@given(first=MOMENTS, gap=st.integers(0, 50_000), amount=st.integers(1, 2000), unit=st.sampled_from(Unit))
def test_who_comes_later_is_not_promised_anything_sooner(first, gap, amount, unit):
    asked = Duration(amount % 20 + 1 if unit is Unit.DAYS else amount, unit)

    assert promise(SIX, first, asked).due_at <= promise(SIX, first + timedelta(minutes=gap), asked).due_at


@settings(max_examples=60)
@given(start=MOMENTS, minutes=st.integers(0, 3000))
def test_working_minutes_that_are_added_are_counted_again(start, minutes):
    assert working_minutes(SIX, start, add_working_minutes(SIX, start, minutes)) == minutes

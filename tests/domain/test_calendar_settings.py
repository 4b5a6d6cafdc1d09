from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.calendar import Calendar, hours_on
from paten_desk.domain.calendar_settings import (
    FIVE_DAYS,
    CalendarSettings,
    Season,
    check,
    check_local,
    hours_text,
    in_force,
    newest,
    read_hours,
    tidy,
    with_settings,
)

TODAY = date(2026, 11, 20)
MADE = CalendarSettings("a", TODAY)


def fields(settings, last=None):
    return [problem.field for problem in check(settings, TODAY, last)]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7.30-12.00 13.00-16.00", "07:30-12:00 13:00-16:00"),
        ("07:30 - 12:00, 13:00 – 16:00", "07:30-12:00 13:00-16:00"),
        ("08.00-12.00 dan 13.00-15.00", "08:00-12:00 13:00-15:00"),
        ("8.00-14.00", "08:00-14:00"),
        ("  ", ""),
    ],
)
def test_hours_are_read_as_people_write_them(typed, kept):
    assert hours_text(read_hours(typed)) == kept
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["pagi", "8-14", "25.00-26.00", "14.00-08.00", "08.00-12.00 11.00-15.00", "08.00-09.00 10.00-11.00 12.00-13.00"],
)
def test_what_names_no_hours_is_said(typed):
    with pytest.raises(ValueError):
        read_hours(typed)
    assert tidy(typed) == typed
    assert fields(replace(MADE, week=(typed, *FIVE_DAYS[1:]))) == ["week.0"]


def test_the_week_of_the_regulation_is_in_order():
    assert fields(MADE) == []


def test_an_office_works_on_one_day_at_least():
    assert fields(replace(MADE, week=("",) * 7)) == ["week.0"]


def test_hours_begin_today_at_the_earliest_and_not_before_those_that_are_set():
    coming = replace(MADE, since=date(2027, 1, 4))

    assert fields(replace(MADE, since=date(2026, 11, 19))) == ["since"]
    assert fields(MADE, coming) == ["since"]
    assert fields(coming, coming) == []


def test_a_counter_open_outside_office_hours_is_a_warning():
    found = check(replace(MADE, counter=("07:00-14:00", *("",) * 4, "08:00-10:00", "")), TODAY)

    assert [(problem.field, problem.blocks) for problem in found] == [("counter.0", False), ("counter.5", False)]


@pytest.mark.parametrize(
    ("season", "field"),
    [
        (Season("Ramadan", date(2027, 3, 9), date(2027, 2, 8)), "seasons.0.last"),
        (Season("Ramadan", date(2026, 2, 8), date(2027, 3, 9)), "seasons.0.last"),
        (Season("Ramadan", date(2027, 2, 8), date(2027, 3, 9), ("",) * 7), "seasons.0.week.0"),
        (Season("Ramadan", date(2027, 2, 8), date(2027, 3, 9), ("pagi", *FIVE_DAYS[1:])), "seasons.0.week.0"),
    ],
)
def test_a_season_with_a_slip_of_the_pen_is_said(season, field):
    assert fields(replace(MADE, seasons=(season,))) == [field]


def test_two_seasons_do_not_overlap():
    season = Season("Ramadan", date(2027, 2, 8), date(2027, 3, 9))

    assert fields(replace(MADE, seasons=(season, replace(season, first=date(2027, 3, 9))))) == ["seasons.1.first"]


def test_a_local_day_has_a_day_and_a_name_and_is_not_off_already():
    known = {date(2026, 12, 25): "Natal"}

    assert [each.field for each in check_local(None, "", known)] == ["day", "name"]
    assert [each.text for each in check_local(date(2026, 12, 25), "Hari jadi", known)] == [
        "Hari ini sudah libur: Natal."
    ]
    assert [each.field for each in check_local(date(2026, 12, 14), "x" * 81, known)] == ["name"]
    assert check_local(date(2026, 12, 14), "Hari jadi", known) == []
    assert [each.field for each in check(replace(MADE, local={"2026-12-14": ""}), TODAY)] == ["local"]


def test_each_version_counts_from_its_day():
    later = CalendarSettings("b", date(2026, 12, 1), ("08:00-14:00", *FIVE_DAYS[1:]), local={"2026-12-14": "Hari jadi"})
    made = with_settings(Calendar(), [later, MADE])

    assert in_force([later, MADE], date(2026, 11, 30)) == MADE
    assert in_force([later, MADE], date(2026, 11, 19)) is None
    assert newest([later, MADE]) == later
    assert newest([]) is None
    assert [hours_on(made, day).closes.hour for day in (date(2026, 11, 30), date(2026, 12, 7))] == [16, 14]
    assert hours_on(made, date(2026, 12, 14)) is None

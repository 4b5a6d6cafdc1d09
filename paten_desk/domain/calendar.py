"""Working time: office hours, holidays, and the promise made on a receipt.

The one shared piece of working-day arithmetic. Every result names the calendar it was computed with, so that a later
change of holidays rewrites nothing.
Source: hours of Perpres 21/2023; days of day 0 counting as the offices' own standards write them, as of 2026-11.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

FAR = 3660  # days; beyond ten years no promise is computed


class Unit(StrEnum):
    """What a time standard counts."""

    MINUTES = "minutes"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Duration:
    """A time standard: working minutes or working days."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount} {'menit' if self.unit is Unit.MINUTES else 'hari'} kerja"


@dataclass(frozen=True, slots=True)
class DayHours:
    """Office hours of one weekday; a break of no length means none."""

    opens: time
    break_from: time
    break_to: time
    closes: time


def _hours(opens: str, break_from: str, break_to: str, closes: str) -> DayHours:
    return DayHours(*(time.fromisoformat(at) for at in (opens, break_from, break_to, closes)))


MONDAY_TO_THURSDAY = _hours("07:30", "12:00", "13:00", "16:00")
FRIDAY = _hours("07:30", "11:30", "13:00", "16:30")
FASTING_MONDAY_TO_THURSDAY = _hours("08:00", "12:00", "12:30", "15:00")
FASTING_FRIDAY = _hours("08:00", "11:30", "12:30", "15:30")


Week = tuple[DayHours | None, ...]
"""Hours of Monday to Sunday; None on days off."""


def _week(day: DayHours, friday: DayHours) -> Week:
    return (day, day, day, day, friday, None, None)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both counted, with hours of their own (Ramadan, mostly)."""

    first: date
    last: date
    week: tuple[DayHours | None, ...] = _week(FASTING_MONDAY_TO_THURSDAY, FASTING_FRIDAY)


@dataclass(frozen=True, slots=True)
class Era:
    """The hours that the office set for itself from a day on, until the next era begins.

    Attributes:
        counter: When the counter takes requests in; empty where it is open with the office.
        days: Local days off, date to name.

    """

    since: date
    week: Week
    periods: tuple[Period, ...] = ()
    counter: Week = ()
    days: Mapping[date, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the office works.

    Attributes:
        version: Names this state of the calendar, e.g. "2026-11-26.2".
        week: The hours before the first era.
        holidays: Date to name, national holidays and cuti bersama; local days too where a decree names them.
        decreed: Years for which the official decree is in; other years are estimates.
        periods: Stretches with other hours before the first era.
        eras: The office's own hours, by the day they begin.

    """

    version: str = "bawaan"
    week: tuple[DayHours | None, ...] = _week(MONDAY_TO_THURSDAY, FRIDAY)
    holidays: Mapping[date, str] = field(default_factory=dict)
    decreed: frozenset[int] = frozenset()
    periods: tuple[Period, ...] = ()
    eras: tuple[Era, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """What the receipt promises.

    Attributes:
        due_at: Office time; minutes are rounded up to the quarter hour.
        estimated: True when a year without a holiday decree was crossed; the receipt says "perkiraan".
        calendar: Version it was computed with.

    """

    due_at: datetime
    estimated: bool
    calendar: str


def hours_on(calendar: Calendar, day: date) -> DayHours | None:
    """Return the office hours of a day, or None when the office is closed."""
    era = era_of(calendar, day)
    if day in calendar.holidays or day in era.days:
        return None
    for period in era.periods:
        if period.first <= day <= period.last:
            return period.week[day.weekday()]
    return era.week[day.weekday()]


def era_of(calendar: Calendar, day: date) -> Era:
    """Return what the office had set for a day; the hours of the regulation before it set any."""
    for era in reversed(calendar.eras):
        if era.since <= day:
            return era
    return Era(date.min, calendar.week, calendar.periods)


def is_counter_open(calendar: Calendar, at: datetime) -> bool:
    """Say whether the counter takes requests in at a moment: within its own hours, or else those of the office."""
    office = hours_on(calendar, at.date())
    own = era_of(calendar, at.date()).counter
    hours = own[at.weekday()] if own and office is not None else office
    return hours is not None and hours.opens <= at.time() < hours.closes


def is_working_day(calendar: Calendar, day: date) -> bool:
    """Say whether the office works on a day."""
    return hours_on(calendar, day) is not None


def add_working_days(calendar: Calendar, day: date, amount: int) -> date:
    """Return the `amount`-th working day after `day`; 0 gives `day` itself."""
    for _ in range(FAR):
        if amount <= 0:
            return day
        day += timedelta(days=1)
        amount -= is_working_day(calendar, day)
    raise OverflowError("no working day within ten years")


def working_days_between(calendar: Calendar, first: date, last: date) -> int:
    """Count the working days after `first` up to and including `last`; 0 when `last` is not later."""
    return sum(
        is_working_day(calendar, first + timedelta(days=step)) for step in range(1, max(0, (last - first).days) + 1)
    )


def start_of_clock(calendar: Calendar, accepted_at: datetime) -> datetime:
    """Return when the clock of a request accepted at this moment starts: now, or at the next opening."""
    hours = hours_on(calendar, accepted_at.date())
    if hours and accepted_at.time() < hours.closes:
        return max(accepted_at, _at(accepted_at, hours.opens))
    day = add_working_days(calendar, accepted_at.date(), 1)
    opening = hours_on(calendar, day)
    assert opening is not None
    return datetime.combine(day, opening.opens, accepted_at.tzinfo)


def promise(calendar: Calendar, accepted_at: datetime, duration: Duration) -> Promise:
    """Return the moment promised for a complete dossier accepted at `accepted_at`."""
    start = start_of_clock(calendar, accepted_at)
    if duration.unit is Unit.DAYS:
        day = add_working_days(calendar, start.date(), duration.amount)
        hours = hours_on(calendar, day)
        due = start if hours is None else datetime.combine(day, hours.closes, start.tzinfo)
    else:
        due = _quarter_up(add_working_minutes(calendar, start, duration.amount))
    years = range(start.year, due.year + 1)
    return Promise(due, any(year not in calendar.decreed for year in years), calendar.version)


def working_minutes(calendar: Calendar, start: datetime, end: datetime) -> int:
    """Count the whole minutes of office time between two moments; 0 when `end` is not later."""
    total = timedelta()
    day = start.date()
    while day <= end.date():
        for opens, closes in _stretches(calendar, day, start):
            total += max(timedelta(), min(end, closes) - max(start, opens))
        day += timedelta(days=1)
    return int(total.total_seconds() // 60)


def add_working_minutes(calendar: Calendar, start: datetime, minutes: int) -> datetime:
    """Return the moment when so many minutes of office time have passed since `start`; 0 gives `start` itself."""
    if minutes <= 0:
        return start
    left = timedelta(minutes=minutes)
    day = start.date()
    for _ in range(FAR):
        for opens, closes in _stretches(calendar, day, start):
            begins = max(start, opens)
            if begins + left <= closes:
                return begins + left
            left -= max(timedelta(), closes - begins)
        day += timedelta(days=1)
    raise OverflowError("no working time within ten years")


def _stretches(calendar: Calendar, day: date, like: datetime) -> list[tuple[datetime, datetime]]:
    hours = hours_on(calendar, day)
    if hours is None:
        return []
    marks = [
        datetime.combine(day, at, like.tzinfo) for at in (hours.opens, hours.break_from, hours.break_to, hours.closes)
    ]
    return [(marks[0], marks[1]), (marks[2], marks[3])]


def _quarter_up(at: datetime) -> datetime:
    whole = at.replace(minute=0, second=0, microsecond=0)
    quarters = -((whole - at) // timedelta(minutes=15))
    return whole + quarters * timedelta(minutes=15)


def _at(moment: datetime, clock: time) -> datetime:
    return datetime.combine(moment.date(), clock, moment.tzinfo)

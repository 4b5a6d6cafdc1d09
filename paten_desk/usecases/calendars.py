"""The office's calendar: shipped holidays, imported decrees, its own hours, and the promise computed with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from paten_desk.domain import calendar as rules
from paten_desk.domain import calendar_settings as own_hours
from paten_desk.domain.calendar import Calendar, Duration, Promise
from paten_desk.domain.calendar_settings import CalendarSettings
from paten_desk.domain.errors import Invalid, Problem
from paten_desk.domain.holidays import HolidaySet, with_sets
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import reference
from paten_desk.usecases.context import Context

DECEMBER = 12


def calendar(context: Context) -> Calendar:
    """Return the calendar in force; its version counts the imported sets and the changes of the office's own hours."""
    return _calendar(journal.version_of(HolidaySet), journal.version_of(CalendarSettings))


@lru_cache(4)
def _calendar(holidays: tuple[Any, ...], hours: tuple[Any, ...]) -> Calendar:
    """Compute the calendar once for each state of it."""
    own = journal.load_all(HolidaySet)
    sets = [*reference.shipped_holidays(), *own]
    changes = sum(revs for _, _, revs, _ in hours[1:])
    version = f"{reference.HOLIDAY_VERSION}.{len(own)}" + (f".{changes}" if changes else "")
    return own_hours.with_settings(with_sets(Calendar(), sets, version), journal.load_all(CalendarSettings))


def promise(context: Context, accepted_at: datetime, duration: Duration) -> Promise:
    """Return what can be promised for a dossier accepted at this moment."""
    return rules.promise(calendar(context), accepted_at, duration)


def import_file(context: Context, content: bytes) -> HolidaySet:
    """Take in an official holiday file; it replaces the year from now on, and no promise already made.

    Raises:
        Rejected, NoRight: The file is not one; the user may not.

    """
    context.demand(Right.CHANGE_OFFICE)
    made = replace(reference.read_holiday_file(content), id=context.new_id())
    with transaction():
        journal.record(context.stamp(), "imported", made)
    return made


def settings(context: Context) -> CalendarSettings:
    """Return the office's own hours as they were last set, though they may begin later; those of the rules before."""
    held = own_hours.newest(journal.load_all(CalendarSettings))
    return held or CalendarSettings("", context.today())


def check(context: Context, edited: CalendarSettings) -> list[Problem]:
    """List what is wrong with edited hours, and what deserves a second look."""
    return own_hours.check(edited, context.today(), own_hours.newest(journal.load_all(CalendarSettings)))


def change(context: Context, edited: CalendarSettings) -> CalendarSettings:
    """Set the office's hours from a day on; promises already made stay as they are.

    Raises:
        NoRight, Invalid: Not by this user; not with these hours.

    """
    context.demand(Right.CHANGE_OFFICE)
    found = [problem for problem in check(context, edited) if problem.blocks]
    if found:
        raise Invalid(found)
    held = own_hours.newest(journal.load_all(CalendarSettings))
    identity = held.id if held is not None and held.since == edited.since else context.new_id()
    seasons = tuple(replace(each, week=_tidy(each.week)) for each in edited.seasons)
    made = replace(edited, id=identity, week=_tidy(edited.week), counter=_tidy(edited.counter), seasons=seasons)
    with transaction():
        journal.record(context.stamp(), "changed", made)
    return made


def check_local_day(context: Context, day: date | None, name: str) -> list[Problem]:
    """List what is wrong with a local day off: "day" and "name"."""
    known = calendar(context)
    off = {**known.holidays, **(rules.era_of(known, day).days if day else {})}
    found = own_hours.check_local(day, clean(name), off)
    if day is not None and day < context.today():
        found.append(Problem("day", "Hari itu sudah lewat; hasil yang sudah dihitung tidak diubah."))
    return found


def add_local_day(context: Context, day: date | None, name: str) -> CalendarSettings:
    """Add a local day off to the hours in force and to those that begin later; return the newest.

    Raises:
        NoRight, Invalid: Not by this user; the day or its name cannot be.

    """
    context.demand(Right.CHANGE_OFFICE)
    found = check_local_day(context, day, name)
    if found or day is None:
        raise Invalid(found)
    today = context.today()
    held = journal.load_all(CalendarSettings)
    now = own_hours.in_force(held, today) or CalendarSettings(context.new_id(), today)
    if not journal.exists(now.id):
        made = [now]
    else:
        made = [now if now.since == today else replace(now, id=context.new_id(), since=today)]
    made += [each for each in held if each.since > today]
    made = [replace(each, local={**each.local, day.isoformat(): clean(name)}) for each in made]
    with transaction():
        for each in made:
            journal.record(context.stamp(), "changed", each)
    return max(made, key=lambda each: each.since)


def check_intake(context: Context, at: datetime) -> list[Problem]:
    """Warn that the counter is closed at a moment; a request is taken in all the same."""
    if rules.is_counter_open(calendar(context), at):
        return []
    text = "Loket tidak buka pada jam ini; janji dihitung dalam jam kerja."
    return [Problem("requests.0.service", text, False)]


def missing_year(context: Context) -> int:
    """Return the year whose holidays are not decreed here though it is December before it, or later; 0 for none."""
    today = context.today()
    year = today.year + (today.month == DECEMBER)
    return 0 if year in calendar(context).decreed else year


def _tidy(week: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(own_hours.tidy(text) for text in week) if any(map(str.strip, week)) else ()

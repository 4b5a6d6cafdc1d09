"""The office's calendar: shipped holidays, imported decrees, and the promise computed with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from paten_desk.domain import calendar as rules
from paten_desk.domain.calendar import Calendar, Duration, Promise
from paten_desk.domain.holidays import HolidaySet, with_sets
from paten_desk.domain.roles import Right
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import reference
from paten_desk.usecases.context import Context


def calendar(context: Context) -> Calendar:
    """Return the calendar in force; its version counts the imported sets."""
    return _calendar(journal.version_of(HolidaySet))


@lru_cache(4)
def _calendar(version: tuple[Any, ...]) -> Calendar:
    """Compute the calendar once for each state of it."""
    own = journal.load_all(HolidaySet)
    sets = [*reference.shipped_holidays(), *own]
    return with_sets(Calendar(), sets, f"{reference.HOLIDAY_VERSION}.{len(own)}")


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

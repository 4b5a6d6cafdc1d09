"""Holiday decrees: one set of days a year, as shipped, imported or edited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from paten_desk.domain.calendar import Calendar


@dataclass(frozen=True, slots=True)
class HolidaySet:
    """The days off of one year.

    Attributes:
        days: ISO date to name: national holidays, cuti bersama, local days.
        decree: Number and date of the decree; "" means an estimate.

    """

    id: str
    year: int
    days: Mapping[str, str] = field(default_factory=dict)
    decree: str = ""


def with_sets(calendar: Calendar, sets: Iterable[HolidaySet], version: str) -> Calendar:
    """Return the calendar with the given years' days off; a later set of a year replaces an earlier one."""
    years = {held.year: held for held in sets}
    days = {date.fromisoformat(day): name for held in years.values() for day, name in held.days.items()}
    decreed = frozenset(year for year, held in years.items() if held.decree)
    return replace(calendar, version=version, holidays=days, decreed=decreed)

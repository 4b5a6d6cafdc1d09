"""The office's own hours: weeks, the fasting month, local days off, counter hours, each version from a day on.

Hours are kept as text, "07:30-12:00 13:00-16:00", so that a day off is "" and no empty value stands in the journal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time

from paten_desk.domain.calendar import Calendar, DayHours, Era, Period, Week
from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
FIVE_DAYS = (*("07:30-12:00 13:00-16:00",) * 4, "07:30-11:30 13:00-16:30", "", "")
FASTING = (*("08:00-12:00 12:30-15:00",) * 4, "08:00-11:30 12:30-15:30", "", "")
LONGEST_SEASON = 62  # days
LONGEST_NAME = 80
_STRETCH = re.compile(r"(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})")
_HOW = "Tulis seperti 07.30-12.00 13.00-16.00, atau kosongkan bila libur."


@dataclass(frozen=True, slots=True)
class Season:
    """Days from `first` to `last`, both counted, with hours of their own; Ramadan, mostly."""

    name: str
    first: date
    last: date
    week: tuple[str, ...] = FASTING


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """One version of the office's hours.

    Attributes:
        since: First day it counts; it ends where the next version begins.
        week: Office hours of Monday to Sunday.
        counter: When requests are taken in; empty for as long as the office is open.
        local: Days off of this place alone, ISO date to name.

    """

    id: str
    since: date
    week: tuple[str, ...] = FIVE_DAYS
    counter: tuple[str, ...] = ()
    seasons: tuple[Season, ...] = ()
    local: Mapping[str, str] = field(default_factory=dict)


def read_hours(text: str) -> DayHours | None:
    """Read the hours of a day; "" is a day off.

    Raises:
        ValueError: It is no day's hours.

    """
    typed = " ".join(text.replace(",", " ").split())
    if not typed:
        return None
    found = list(_STRETCH.finditer(typed))
    if not 1 <= len(found) <= 2 or _STRETCH.sub("", typed).strip(" dan"):
        raise ValueError(text)
    marks = [time(int(each[at]), int(each[at + 1])) for each in found for at in (1, 3)]
    if len(marks) == 2:
        marks = [marks[0], marks[1], marks[1], marks[1]]
    hours = DayHours(*marks)
    if not hours.opens < hours.break_from <= hours.break_to <= hours.closes:
        raise ValueError(text)
    return hours


def hours_text(hours: DayHours | None) -> str:
    """Return how the hours of a day are kept."""
    if hours is None:
        return ""
    first = f"{hours.opens:%H:%M}-{hours.break_from:%H:%M}"
    return first if hours.break_to == hours.closes else f"{first} {hours.break_to:%H:%M}-{hours.closes:%H:%M}"


def tidy(text: str) -> str:
    """Return hours as they are kept; what names no hours stays as it was typed."""
    try:
        return hours_text(read_hours(text))
    except ValueError:
        return text


def in_force(versions: Iterable[CalendarSettings], day: date) -> CalendarSettings | None:
    """Return the version that counts on a day, or None before the first."""
    return next((held for held in reversed(_by_day(versions)) if held.since <= day), None)


def newest(versions: Iterable[CalendarSettings]) -> CalendarSettings | None:
    """Return the version that begins last; it may not count yet."""
    ordered = _by_day(versions)
    return ordered[-1] if ordered else None


def with_settings(calendar: Calendar, versions: Iterable[CalendarSettings]) -> Calendar:
    """Return the calendar with the office's own hours in it."""
    return replace(calendar, eras=tuple(_era(held) for held in _by_day(versions)))


def check(settings: CalendarSettings, today: date, last: CalendarSettings | None = None) -> list[Problem]:
    """List what is wrong with edited hours; `last` is the newest version there is.

    Fields are "since", "week.0" to "week.6", "counter.0" to "counter.6", "seasons.0.first" and so on, "local".
    """
    found = []
    if settings.since < today:
        found.append(Problem("since", "Jam kerja berlaku paling cepat hari ini; yang sudah lewat tidak diubah."))
    elif last is not None and settings.since < last.since:
        found.append(Problem("since", f"Sudah ada jam kerja sejak {long_date(last.since)}; pilih hari itu atau nanti."))
    found += _check_week(settings.week, "week")
    if not any(map(str.strip, settings.week)):
        found.append(Problem("week.0", "Isi jam kerja paling sedikit satu hari."))
    found += _check_week(settings.counter, "counter")
    found += _check_counter(settings)
    for at, season in enumerate(settings.seasons):
        found += _check_season(season, f"seasons.{at}", settings.seasons[:at])
    for day, name in settings.local.items():
        if not name:
            found.append(Problem("local", f"Isi nama hari libur {long_date(date.fromisoformat(day))}."))
    return found


def check_local(day: date | None, name: str, known: Mapping[date, str]) -> list[Problem]:
    """List what is wrong with a local day off ("day", "name"); `known` are the days that are off already."""
    found = []
    if day is None:
        found.append(Problem("day", "Isi tanggal hari libur."))
    elif day in known:
        found.append(Problem("day", f"Hari ini sudah libur: {known[day]}."))
    if not name:
        found.append(Problem("name", "Isi nama hari libur, misalnya Hari Jadi Kabupaten."))
    elif len(name) > LONGEST_NAME:
        found.append(Problem("name", f"Nama paling panjang {LONGEST_NAME} huruf; terisi {len(name)}."))
    return found


def _by_day(versions: Iterable[CalendarSettings]) -> list[CalendarSettings]:
    """Order versions by the day they begin; of two that begin together the later recorded one is last."""
    return sorted(versions, key=lambda held: held.since)


def _era(held: CalendarSettings) -> Era:
    periods = tuple(Period(season.first, season.last, _week(season.week)) for season in held.seasons)
    days = {date.fromisoformat(day): name for day, name in held.local.items()}
    return Era(held.since, _week(held.week), periods, _week(held.counter), days)


def _week(texts: Sequence[str]) -> Week:
    return tuple(read_hours(text) for text in texts)


def _check_week(texts: Sequence[str], name: str) -> list[Problem]:
    found = []
    for at, text in enumerate(texts):
        try:
            read_hours(text)
        except ValueError:
            found.append(Problem(f"{name}.{at}", _HOW))
    return found


def _check_counter(settings: CalendarSettings) -> list[Problem]:
    """Warn of counter hours on days and at hours when nobody works."""
    found = []
    for at, (counter, office) in enumerate(zip(settings.counter, settings.week, strict=False)):
        try:
            taken, works = read_hours(counter), read_hours(office)
        except ValueError:
            continue
        if taken is not None and (works is None or taken.opens < works.opens or taken.closes > works.closes):
            found.append(Problem(f"counter.{at}", f"Loket hari {WEEKDAYS[at]} buka di luar jam kerja.", False))
    return found


def _check_season(season: Season, name: str, earlier: Sequence[Season]) -> list[Problem]:
    found = []
    if season.last < season.first:
        found.append(Problem(f"{name}.last", "Hari terakhir jatuh sebelum hari pertama."))
    elif (season.last - season.first).days >= LONGEST_SEASON:
        found.append(Problem(f"{name}.last", f"Masa ini paling lama {LONGEST_SEASON} hari; periksa tahunnya."))
    if any(held.first <= season.last and season.first <= held.last for held in earlier):
        found.append(Problem(f"{name}.first", "Masa ini bertumpuk dengan masa lain."))
    if not any(map(str.strip, season.week)):
        found.append(Problem(f"{name}.week.0", "Isi jam kerja paling sedikit satu hari."))
    return found + _check_week(season.week, f"{name}.week")

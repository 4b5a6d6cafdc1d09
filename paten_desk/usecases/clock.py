"""Look after the clock: doubt it, confirm it, or correct it with two people; the counter never waits for it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from paten_desk.domain import calendar as rules
from paten_desk.domain.clocks import BEHIND, ClockCheck, Doubt, doubt
from paten_desk.domain.errors import Invalid, Problem
from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.roles import Approval, Right
from paten_desk.store import clocks, journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import approvals, calendars
from paten_desk.usecases.context import Context

OPEN = "doubted"


def steady() -> float:
    """Return seconds that nobody can turn, sleep of the computer included."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class Anchor:
    """One moment on both clocks, against which a jump of the computer's clock shows."""

    wall: datetime
    steady: float


def anchor(context: Context, ticks: Callable[[], float] = steady) -> Anchor:
    """Take the moment against which later ones are compared; once after each login."""
    return Anchor(context.clock(), ticks())


def look(context: Context, since: Anchor | None = None, ticks: Callable[[], float] = steady) -> Doubt:
    """Say what is odd about the clock now; nothing is recorded."""
    newest = _newest(context)
    drift = timedelta()
    if since is not None:
        drift = (context.clock() - since.wall) - timedelta(seconds=ticks() - since.steady)
    expected = rules.add_working_days(calendars.calendar(context), newest.date(), 1)
    return doubt(context.now(), newest, expected, drift)


def watch(context: Context, since: Anchor | None = None, ticks: Callable[[], float] = steady) -> Doubt:
    """Look at the clock and record a new doubt; return the doubt that stands, be it old or new."""
    standing = standing_doubt(context)
    if standing is not None:
        return standing.doubt
    found = look(context, since, ticks)
    if found is not Doubt.NONE:
        check = ClockCheck(context.new_id(), found, context.now(), _newest(context))
        with transaction():
            journal.record(context.stamp(), OPEN, check)
    return found


def standing_doubt(context: Context) -> ClockCheck | None:
    """Return the doubt nobody has answered yet, or None."""
    newest = clocks.newest_check()
    if newest is None or newest.fact.kind != f"clock.{OPEN}.v1":
        return None
    return journal.load(ClockCheck, newest.fact.entity)


def is_doubtful(context: Context) -> bool:
    """Say whether what is recorded now counts as doubtful."""
    return standing_doubt(context) is not None


def words(context: Context, check: ClockCheck) -> str:
    """Say in one sentence what is odd, for the bar of the window."""
    seen = f"{full_date(check.seen.date())} pukul {hour(check.seen)}"
    if check.doubt is Doubt.AHEAD:
        return f"Jam komputer menunjukkan {seen}, lebih dari satu hari kerja sesudah catatan terakhir."
    if check.doubt is Doubt.DRIFT:
        return f"Jam komputer meloncat saat program berjalan; sekarang menunjukkan {seen}."
    return f"Jam komputer menunjukkan {seen}, padahal catatan terakhir {full_date(check.newest.date())}."


def confirm(context: Context) -> None:
    """Record that the computer's time is right after all, such as after long holidays.

    A clock that lags behind the records cannot be right; it is corrected by two people.

    Raises:
        Invalid: The clock lags, or its year is impossible.

    """
    check = standing_doubt(context)
    if check is None:
        return
    if context.now() < check.newest - BEHIND or look(context) in (Doubt.YEAR, Doubt.BEHIND):
        text = "Jam komputer masih tertinggal dari catatan; betulkan bersama orang kedua."
        raise Invalid([Problem("clock", text)])
    with transaction():
        journal.record(context.stamp(), "confirmed", check)


def check_time(context: Context, right: datetime) -> list[Problem]:
    """List what is wrong with the time that two people want to set ("time")."""
    if look(replace(context, clock=lambda: right)) is Doubt.YEAR:
        return [Problem("time", "Tahunnya tidak mungkin; periksa lagi.")]
    return []


def correct(context: Context, right: datetime, approval: Approval | None) -> Context:
    """Go on with the time that two people say is right, until the program ends; both times stay on record.

    It may also lower the business date that a clock once ahead has left behind.

    Raises:
        NoRight, Invalid: Not by this user, or not alone; an impossible year.

    """
    found = check_time(context, right)
    if found:
        raise Invalid(found)
    wall = context.clock
    shift = right - wall()
    mended = replace(context, clock=lambda: wall() + shift)
    check = standing_doubt(context)
    held = check or ClockCheck(context.new_id(), Doubt.NONE, context.now(), _newest(context))
    stamp = approvals.stamp(mended, Right.FIX_CLOCK, approval)
    with transaction():
        day = mended.now().date()
        journal.record(replace(stamp, business_date=day), "corrected", replace(held, set_to=mended.now()))
    return mended


def _newest(context: Context) -> datetime:
    return clocks.newest_time() or context.now()

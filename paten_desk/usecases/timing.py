"""How long a request has taken: gross, and net of its pauses. The one place where lateness is decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from paten_desk.domain import calendar as rules
from paten_desk.domain.calendar import Calendar
from paten_desk.domain.requests import Request, done_at, is_paused
from paten_desk.usecases import calendars
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Spent:
    """The working time of a request, in minutes; both gross and net are reported, so that pauses hide nothing.

    Attributes:
        due_at: The promise with the pauses so far taken into account; None before there is one.
        is_late: By net time.
        is_late_gross: By the promise as first given, whatever the pauses.

    """

    gross_minutes: int = 0
    net_minutes: int = 0
    paused_minutes: int = 0
    due_at: datetime | None = None
    is_late: bool = False
    is_late_gross: bool = False


def spent(context: Context, request: Request) -> Spent:
    """Return the working time from acceptance until the request was ready, ended, or now."""
    if request.accepted_at is None or request.due_at is None:
        return Spent()
    calendar = calendars.calendar(context)
    until = done_at(request) or context.now()
    gross = rules.working_minutes(calendar, request.accepted_at, until)
    paused = paused_minutes(calendar, request, until)
    due_at = _due_at(calendar, request, until)
    first = request.promised_at or request.due_at
    return Spent(gross, gross - paused, paused, due_at, until > due_at, until > first)


def paused_minutes(calendar: Calendar, request: Request, until: datetime) -> int:
    """Count the working minutes in which the clock stood still since acceptance; overlapping pauses count once."""
    total, reached = 0, request.accepted_at or request.received_at
    for pause in sorted(request.pauses, key=lambda each: each.since):
        begins, ends = max(pause.since, reached), min(pause.until or until, until)
        if ends > begins:
            total += rules.working_minutes(calendar, begins, ends)
            reached = ends
    return total


def resumed(context: Context, request: Request, at: datetime) -> Request:
    """Return a paused request with its clock running again; the working time of the pause moves what is due."""
    pause = replace(request.pauses[-1], until=max(at, request.pauses[-1].since))
    moved = replace(request, pauses=(*request.pauses[:-1], pause))
    if request.due_at is None or pause.until is None:
        return moved
    calendar = calendars.calendar(context)
    counted = () if request.promised_at is None else request.pauses[:-1]  # an older program moved nothing
    before = paused_minutes(calendar, replace(request, pauses=counted), pause.until)
    taken = paused_minutes(calendar, moved, pause.until) - before
    if not taken:
        return moved
    due_at = rules.add_working_minutes(calendar, request.due_at, taken)
    return replace(moved, due_at=due_at, promised_at=request.promised_at or request.due_at)


def left_minutes(context: Context, due_at: datetime, now: datetime) -> int:
    """Return the working minutes until a promise falls due; below 0 is how late it is."""
    calendar = calendars.calendar(context)
    if due_at >= now:
        return rules.working_minutes(calendar, now, due_at)
    return -rules.working_minutes(calendar, due_at, now)


def _due_at(calendar: Calendar, request: Request, until: datetime) -> datetime:
    """Return when the request is due, also for one whose pauses an older program did not count, or one still paused."""
    assert request.due_at is not None
    counted = request.promised_at is not None
    open_ones = request.pauses if not counted else request.pauses[-1:] if is_paused(request) else ()
    if not open_ones:
        return request.due_at
    held = () if not counted else request.pauses[:-1]
    whole = paused_minutes(calendar, replace(request, pauses=(*held, *open_ones)), until)
    before = paused_minutes(calendar, replace(request, pauses=held), until)
    return rules.add_working_minutes(calendar, request.due_at, whole - before)

"""The one rule of lateness: a promise is kept when the office was done by then, however long the paper lies there."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from paten_desk.domain.requests import Request, done_at, is_paused
from paten_desk.domain.workflow import Status

STANDS_STILL = frozenset({Status.RETURNED, Status.READY})  # it is the citizen's turn

Moment = TypeVar("Moment", datetime, str)


def is_late(request: Request, now: datetime) -> bool:
    """Say whether the promise of a request is broken."""
    if request.due_at is None:
        return False
    stands = is_paused(request) or request.status in STANDS_STILL
    return is_broken(request.due_at, done_at(request), now, stands=stands)


def is_broken(due_at: Moment, done: Moment | None, now: Moment, *, stands: bool) -> bool:
    """Say whether a promise is broken: the office was done after it, or is not done though it has passed.

    `done` is None or "" while the office is not done; what `stands` still meanwhile grows no later. The moments may be
    ISO texts of one time zone.
    """
    return done > due_at if done else now > due_at and not stands

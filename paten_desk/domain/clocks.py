"""When the computer's clock deserves no trust. A doubt marks; it never stops the counter.

What is recorded while a doubt stands is doubtful by its place in the ledger: between the record that doubts and the one
that confirms or corrects.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

BUILT = 2026
SPAN = 10  # years a program is in use at most
BEHIND = timedelta(minutes=5)
DRIFT = timedelta(minutes=2)


class Doubt(StrEnum):
    """Why the clock is doubted."""

    NONE = ""
    YEAR = "year"  # a battery that died: 1970, 2010
    BEHIND = "behind"
    DRIFT = "drift"  # it jumped while the program ran
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class ClockCheck:
    """One doubt about the clock and what became of it.

    Attributes:
        seen: What the computer said, with the office's offset.
        newest: Time of the newest record then.
        set_to: What two people say it really was; None while doubted or where the clock was right.

    """

    id: str
    doubt: Doubt
    seen: datetime
    newest: datetime
    set_to: datetime | None = None


def doubt(now: datetime, newest: datetime, expected: date, drift: timedelta = timedelta()) -> Doubt:
    """Say what is odd about the computer's time.

    `newest` is the time of the newest record, `expected` the next working day after it, `drift` how far the clock has
    moved against the monotonic one since the program began.
    """
    if not BUILT <= now.year <= BUILT + SPAN:
        return Doubt.YEAR
    if now < newest - BEHIND:
        return Doubt.BEHIND
    if abs(drift) > DRIFT:
        return Doubt.DRIFT
    if now.date() > expected:
        return Doubt.AHEAD
    return Doubt.NONE

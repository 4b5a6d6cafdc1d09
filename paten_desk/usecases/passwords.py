"""The one place where a password opens something; wrong ones make that person wait longer.

The count of wrong tries lies in `office.json`, so a new start does not clear it; the waiting itself is reckoned on the
monotonic clock, so turning the computer's clock does not shorten it.
"""

from __future__ import annotations

import math
import time
from pathlib import Path

from paten_desk.domain.errors import NoRight
from paten_desk.store import front as fronts
from paten_desk.store import keys

BEGUN = time.monotonic()

_last_wrong: dict[tuple[str, str], float] = {}


def open_slot(data: Path, user: str, password: str, tick: float | None = None) -> bytes:
    """Return the data key by a user's password. `tick` is the monotonic clock in seconds, for tests.

    Raises:
        NoRight, NotFound: Wrong password, or too soon after wrong ones; the user has no way in.

    """
    left = seconds_to_wait(data, user, tick)
    if left:
        raise NoRight(f"Tunggu {left} detik lagi, lalu ketik kata sandi.")
    try:
        key = keys.unwrap_for(data, user, password)
    except NoRight as error:
        _count(data, user, wrong=True)
        _last_wrong[str(data), user] = _now(tick)
        if left := seconds_to_wait(data, user, tick):
            raise NoRight(error.message, f"Tunggu {left} detik, lalu coba lagi.") from error
        raise
    _count(data, user, wrong=False)
    return key


def seconds_to_wait(data: Path, user: str, tick: float | None = None) -> int:
    """Return how many seconds this user still waits before the next try; after a new start the wait begins anew."""
    shown = fronts.read_front(data)
    wait = keys.wait_after(shown.tries.get(user, 0)) if shown else 0
    passed = _now(tick) - _last_wrong.get((str(data), user), BEGUN)
    return max(0, math.ceil(wait - passed)) if wait else 0


def forgive(data: Path, user: str) -> None:
    """Forget the wrong tries of somebody who got a new password."""
    _count(data, user, wrong=False)


def _count(data: Path, user: str, *, wrong: bool) -> None:
    shown = fronts.read_front(data)
    if shown is None:
        return
    if wrong:
        shown.tries[user] = shown.tries.get(user, 0) + 1
    elif not shown.tries.pop(user, 0):
        return
    fronts.write_front(data, shown)


def _now(tick: float | None) -> float:
    return time.monotonic() if tick is None else tick

"""Who sits at this computer now: switching by PIN, coming back after the idle lock, handing a counter over.

A PIN re-enters only a session that its user opened with the password today; after five wrong ones the password counts.
What a user is in the middle of stays theirs: drafts are kept under their name.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import argon2

from paten_desk.domain.errors import Invalid, NoRight, NotFound, Problem
from paten_desk.domain.people import clean
from paten_desk.domain.roles import User
from paten_desk.domain.shifts import Shift, ShiftPersonal
from paten_desk.store import connection, journal, keys, shifts
from paten_desk.store.connection import transaction
from paten_desk.usecases import passwords
from paten_desk.usecases.context import Context

PIN_LENGTH = 6
PIN_TRIES = 5
HASHER = argon2.PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


@dataclass(frozen=True, slots=True)
class Note:
    """What the person before left for whoever sits here now."""

    who: str
    registered: int
    text: str


_unlocked: dict[tuple[int, str], date] = {}
_wrong: dict[tuple[int, str], int] = {}


def note_unlocked(context: Context) -> None:
    """Remember that this user opened the office with the password today; closing the office forgets it."""
    here = connection.times_opened(), context.user.id
    _unlocked[here] = context.now().date()
    _wrong.pop(here, None)


def check_pin(pin: str) -> list[Problem]:
    """List what is wrong with a new PIN ("pin")."""
    if not (pin.isascii() and pin.isdigit() and len(pin) == PIN_LENGTH):
        return [Problem("pin", f"PIN terdiri dari {PIN_LENGTH} angka.")]
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    if len(steps) == 1 or len(set(pin)) < 3:
        return [Problem("pin", "PIN ini mudah ditebak; pilih angka yang tidak berurutan dan tidak kembar.")]
    return []


def set_pin(context: Context, pin: str) -> None:
    """Give oneself a PIN; it opens nothing but a session unlocked today.

    Raises:
        Invalid: It is no PIN, or easy to guess ("pin").

    """
    found = check_pin(pin)
    if found:
        raise Invalid(found)
    with transaction():
        journal.record(context.stamp(), "pin_changed", journal.load(User, context.user.id))
    keys.store_secret(context.data / "slots", _name(context.user.id), HASHER.hash(pin).encode(), context.data_key)


def drop_pin(context: Context, user: str) -> None:
    """Take a user's PIN away."""
    (context.data / "slots" / f"{_name(user)}.key").unlink(missing_ok=True)


def has_pin(context: Context, user: str) -> bool:
    """Say whether a user has given themselves a PIN."""
    return (context.data / "slots" / f"{_name(user)}.key").exists()


def takes_pin(context: Context, user: str) -> bool:
    """Say whether this user can come in by PIN now: opened with the password today, and not guessed at too often."""
    here = connection.times_opened(), user
    today = _unlocked.get(here) == context.now().date()
    return today and _wrong.get(here, 0) < PIN_TRIES and has_pin(context, user)


def switch_by_pin(context: Context, user: str, pin: str) -> Context:
    """Let another user, or the same one after the idle lock, go on at this computer.

    Raises:
        NoRight: Wrong PIN; or this user has to type the password first.

    """
    if not takes_pin(context, user):
        raise NoRight("PIN belum atau tidak lagi berlaku.", "Ketik kata sandi; setelah itu PIN berlaku hari ini.")
    here = connection.times_opened(), user
    stored = keys.read_secret(context.data / "slots", _name(user), context.data_key).decode()
    try:
        HASHER.verify(stored, pin)
    except argon2.exceptions.VerifyMismatchError as error:
        _wrong[here] = _wrong.get(here, 0) + 1
        left = PIN_TRIES - _wrong[here]
        more = f"Sisa {left} kali, lalu kata sandi diminta." if left else "Masuk dengan kata sandi."
        raise NoRight("PIN tidak cocok.", more) from error
    _wrong.pop(here, None)
    return _as(context, user)


def switch_by_password(context: Context, user: str, password: str) -> Context:
    """Let another user, or the same one after the idle lock, go on at this computer.

    Raises:
        NoRight, NotFound: Wrong password, or too soon after wrong ones; the user has no way in.

    """
    passwords.open_slot(context.data, user, password)
    made = _as(context, user)
    note_unlocked(made)
    return made


def enter(context: Context, user: str, secret: str) -> Context | Problem:
    """Let a user go on by PIN where it counts now, else by password; what stands in the way is a problem ("secret")."""
    way = switch_by_pin if takes_pin(context, user) else switch_by_password
    try:
        return way(context, user, secret)
    except (NoRight, NotFound) as error:
        return Problem("secret", str(error))


def hand_over(context: Context, taking: Context, note: str = "") -> Shift:
    """Record that this counter changed hands, with what the leaving person wants said."""
    left = context.user
    registered = shifts.registered_by(left.id, context.today())
    shift = Shift(
        context.new_id(), left.id, taking.user.id, context.counter, registered, personal=ShiftPersonal(clean(note))
    )
    with transaction():
        journal.record(context.stamp(), "handed_over", shift)
    return shift


def last_note(context: Context) -> Note | None:
    """Return what was left for this user at this counter today, or None."""
    for record in shifts.of_day("shift.handed_over.v1", context.today()):
        shift = journal.load(Shift, record.fact.entity)
        if shift.counter == context.counter:
            if shift.to_user != context.user.id:
                return None
            who = journal.load(User, shift.from_user).display
            return Note(who, shift.registered, shift.personal.note)
    return None


def _as(context: Context, user: str) -> Context:
    person = journal.load(User, user)
    if person.retired:
        raise NoRight(f"{person.display} tidak lagi bertugas di kantor ini.", "Masuk sebagai petugas lain.")
    return replace(context, user=person)


def _name(user: str) -> str:
    return f"pin-{user}"

"""The way of a request through the office: one table of transitions, and nothing moves but by it.

The letter number is no state: it is an attribute that this table guards (`may_number`).
Source: flows of six published offices, as of 2026-11.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from paten_desk.domain.catalogue import OutputKind


class Status(StrEnum):
    """Where a request stands."""

    RETURNED = "returned"  # dossier incomplete, given back with a list
    ACCEPTED = "accepted"
    VERIFIED = "verified"
    DRAFTED = "drafted"
    INITIALLED_SECTION = "initialled_section"
    INITIALLED_SECRETARY = "initialled_secretary"
    SIGNED = "signed"
    READY = "ready"
    HANDED_OVER = "handed_over"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


class Action(StrEnum):
    """What a person can do with a request."""

    ACCEPT = "accept"
    VERIFY = "verify"
    DRAFT = "draft"
    INITIAL_SECTION = "initial_section"
    INITIAL_SECRETARY = "initial_secretary"
    SIGN = "sign"
    MAKE_READY = "make_ready"
    HAND_OVER = "hand_over"
    RETURN = "return"
    REJECT = "reject"
    CANCEL = "cancel"
    PAUSE = "pause"
    RESUME = "resume"


S, A = Status, Action

ENDED = frozenset({S.HANDED_OVER, S.REJECTED, S.CANCELLED})
OPEN = frozenset(S) - ENDED
IN_WORK = (S.ACCEPTED, S.VERIFIED, S.DRAFTED, S.INITIALLED_SECTION, S.INITIALLED_SECRETARY)

WAYS: dict[OutputKind, tuple[tuple[Action, Status], ...]] = {
    OutputKind.LETTER: (
        (A.ACCEPT, S.ACCEPTED),
        (A.VERIFY, S.VERIFIED),
        (A.DRAFT, S.DRAFTED),
        (A.INITIAL_SECTION, S.INITIALLED_SECTION),
        (A.INITIAL_SECRETARY, S.INITIALLED_SECRETARY),
        (A.SIGN, S.SIGNED),
        (A.MAKE_READY, S.READY),
        (A.HAND_OVER, S.HANDED_OVER),
    ),
    OutputKind.COUNTERSIGN: (
        (A.ACCEPT, S.ACCEPTED),
        (A.VERIFY, S.VERIFIED),
        (A.INITIAL_SECTION, S.INITIALLED_SECTION),
        (A.INITIAL_SECRETARY, S.INITIALLED_SECRETARY),
        (A.SIGN, S.SIGNED),
        (A.MAKE_READY, S.READY),
        (A.HAND_OVER, S.HANDED_OVER),
    ),
    OutputKind.NONE: (
        (A.ACCEPT, S.ACCEPTED),
        (A.VERIFY, S.VERIFIED),
        (A.MAKE_READY, S.READY),
        (A.HAND_OVER, S.HANDED_OVER),
    ),
}
WAYS[OutputKind.REFERRAL] = WAYS[OutputKind.LETTER]

SIDEWAYS: dict[Action, tuple[frozenset[Status], Status | None]] = {
    A.RETURN: (frozenset(IN_WORK), S.RETURNED),
    A.REJECT: (frozenset(IN_WORK), S.REJECTED),
    A.CANCEL: (frozenset({S.RETURNED, *IN_WORK, S.SIGNED, S.READY}), S.CANCELLED),
    A.PAUSE: (frozenset(IN_WORK), None),
    A.RESUME: (frozenset(IN_WORK), None),
}

NEEDS_REASON = frozenset({A.RETURN, A.REJECT, A.CANCEL, A.PAUSE})

SKIPPABLE = frozenset({A.INITIAL_SECTION, A.INITIAL_SECRETARY})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request stands, with what decides its next step.

    Attributes:
        paused: True while its clock stands still; nothing moves but resume, return, reject, cancel.
        initials: Which of the skippable steps this office asks for.

    """

    kind: OutputKind
    status: Status
    paused: bool = False
    initials: frozenset[Action] = SKIPPABLE


def way(place: Place) -> tuple[tuple[Action, Status], ...]:
    """Return the steps of this request from acceptance to hand-over, without the initials not asked for."""
    return tuple(step for step in WAYS[place.kind] if step[0] not in SKIPPABLE or step[0] in place.initials)


def next_step(place: Place) -> Action | None:
    """Return the one step forward, or None where the way ends or waits."""
    if place.paused or place.status in ENDED:
        return None
    if place.status is S.RETURNED:
        return A.ACCEPT
    steps = WAYS[place.kind]
    reached = [status for _, status in steps].index(place.status)
    for action, _ in steps[reached + 1 :]:
        if action not in SKIPPABLE or action in place.initials:
            return action
    return None


def allowed(place: Place) -> frozenset[Action]:
    """Return everything that may be done with a request standing here."""
    found = {action for action, (begins, _) in SIDEWAYS.items() if place.status in begins}
    found.discard(A.PAUSE if place.paused else A.RESUME)
    forward = next_step(place)
    return frozenset(found | ({forward} if forward else set()))


def move(place: Place, action: Action) -> Place:
    """Return where the request stands after an action.

    Raises:
        KeyError: The table has no such step from here; callers ask `allowed` first.

    """
    if action not in allowed(place):
        raise KeyError(action)
    if action in (A.PAUSE, A.RESUME):
        return Place(place.kind, place.status, action is A.PAUSE, place.initials)
    if action in SIDEWAYS:
        ends = SIDEWAYS[action][1]
        assert ends is not None
        return Place(place.kind, ends, False, place.initials)
    return Place(place.kind, dict(way(place))[action], False, place.initials)


def may_number(kind: OutputKind, status: Status, at_print: bool) -> bool:
    """Say whether a letter or register number may be given now: after the signature, or from the draft on."""
    if kind is OutputKind.NONE:
        return False
    after = {S.SIGNED}
    if at_print:
        after |= {S.DRAFTED, S.INITIALLED_SECTION, S.INITIALLED_SECRETARY}
    return status in after


def is_open(status: Status) -> bool:
    """Say whether work remains."""
    return status in OPEN

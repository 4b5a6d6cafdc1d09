"""The way of a request through the office: one table of transitions, and nothing moves but by it.

The letter number is no state: it is an attribute that this table guards (`may_number`).
Source: flows of six published offices, as of 2026-11.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from paten_desk.domain.catalogue import OutputKind


class Status(StrEnum):
    """Where a request stands."""

    RETURNED = "returned"  # dossier incomplete, given back with a list
    ACCEPTED = "accepted"
    VERIFIED = "verified"
    FIELD_CHECKED = "field_checked"
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
    FIELD_CHECK = "field_check"
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
IN_WORK = (S.ACCEPTED, S.VERIFIED, S.FIELD_CHECKED, S.DRAFTED, S.INITIALLED_SECTION, S.INITIALLED_SECRETARY)

REACHES: dict[Action, Status] = {
    A.ACCEPT: S.ACCEPTED,
    A.VERIFY: S.VERIFIED,
    A.FIELD_CHECK: S.FIELD_CHECKED,
    A.DRAFT: S.DRAFTED,
    A.INITIAL_SECTION: S.INITIALLED_SECTION,
    A.INITIAL_SECRETARY: S.INITIALLED_SECRETARY,
    A.SIGN: S.SIGNED,
    A.MAKE_READY: S.READY,
    A.HAND_OVER: S.HANDED_OVER,
}
"""Every step forward with where it leads, in the one order in which they are ever taken."""

ORDER = (S.RETURNED, *REACHES.values())

IN_HAND = frozenset({*IN_WORK, S.SIGNED})
"""Where the office itself has something to do."""

TO_DO = frozenset(REACHES) - {A.ACCEPT, A.HAND_OVER}
"""The steps that are the office's own; what comes before and after them is the citizen's turn."""

SKIPPABLE = frozenset({A.VERIFY, A.FIELD_CHECK, A.INITIAL_SECTION, A.INITIAL_SECRETARY})

OPTIONAL: dict[OutputKind, frozenset[Action]] = {
    **dict.fromkeys(OutputKind, SKIPPABLE),
    OutputKind.NONE: frozenset({A.VERIFY, A.FIELD_CHECK}),
}
"""The steps that a service may have or not; no paper of the kecamatan goes out unsigned."""

FIXED: dict[OutputKind, frozenset[Action]] = {
    OutputKind.LETTER: frozenset({A.DRAFT, A.SIGN}),
    OutputKind.REFERRAL: frozenset({A.DRAFT, A.SIGN}),
    OutputKind.COUNTERSIGN: frozenset({A.SIGN}),
    OutputKind.NONE: frozenset(),
}

USUAL = (A.VERIFY, A.DRAFT, A.INITIAL_SECTION, A.INITIAL_SECRETARY, A.SIGN)
SIDEWAYS: dict[Action, tuple[frozenset[Status], Status | None]] = {
    A.RETURN: (frozenset(IN_WORK), S.RETURNED),
    A.REJECT: (frozenset(IN_WORK), S.REJECTED),
    A.CANCEL: (frozenset({S.RETURNED, *IN_WORK, S.SIGNED, S.READY}), S.CANCELLED),
    A.PAUSE: (frozenset(IN_WORK), None),
    A.RESUME: (frozenset(IN_WORK), None),
}

NEEDS_REASON = frozenset({A.RETURN, A.REJECT, A.CANCEL, A.PAUSE})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a request stands, with what decides its next step.

    Attributes:
        paused: True while its clock stands still; nothing moves but resume, return, reject, cancel.
        steps: The steps between acceptance and the finished paper that this request takes.

    """

    status: Status
    paused: bool = False
    steps: tuple[Action, ...] = USUAL


def steps_of(kind: OutputKind, wanted: Collection[str]) -> tuple[Action, ...]:
    """Return the steps of a service between acceptance and the finished paper, of which it asks for `wanted`."""
    return tuple(action for action in REACHES if action in FIXED[kind] or action in OPTIONAL[kind] & set(wanted))


def way(place: Place) -> tuple[tuple[Action, Status], ...]:
    """Return the steps of this request from acceptance to hand-over."""
    taken = (A.ACCEPT, *place.steps, A.MAKE_READY, A.HAND_OVER)
    return tuple((action, REACHES[action]) for action in taken)


def next_step(place: Place) -> Action | None:
    """Return the one step forward, or None where the way ends or waits."""
    return None if place.paused else waits_for(place)


def waits_for(place: Place) -> Action | None:
    """Return the step forward that comes next, also while the clock stands still; None where the way ends."""
    if place.status in ENDED:
        return None
    reached = ORDER.index(place.status)
    return next(action for action, status in way(place) if ORDER.index(status) > reached)


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
        return Place(place.status, action is A.PAUSE, place.steps)
    if action in SIDEWAYS:
        ends = SIDEWAYS[action][1]
        assert ends is not None
        return Place(ends, False, place.steps)
    return Place(REACHES[action], False, place.steps)


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

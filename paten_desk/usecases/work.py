"""Move requests through the office, step by step, each step a record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.letters import STATE_WORDS, Letter, LetterState
from paten_desk.domain.people import Party, clean
from paten_desk.domain.requests import Pause, PauseReason, Request, place_of
from paten_desk.domain.roles import Right, User, may, serves
from paten_desk.domain.workflow import ENDED, NEEDS_REASON, SKIPPABLE, Action, Status, allowed, move, next_step, way
from paten_desk.store import journal, tallies
from paten_desk.store.connection import transaction
from paten_desk.store.letters import LetterRow as LetterRow  # lists of the window name these rows
from paten_desk.store.requests import RequestRow as RequestRow
from paten_desk.usecases import outages, services, timing
from paten_desk.usecases.context import Context

VERBS = {
    Action.VERIFY: "verified",
    Action.FIELD_CHECK: "field_checked",
    Action.DRAFT: "drafted",
    Action.INITIAL_SECTION: "initialled_section",
    Action.INITIAL_SECRETARY: "initialled_secretary",
    Action.SIGN: "signed",
    Action.MAKE_READY: "made_ready",
    Action.HAND_OVER: "handed_over",
    Action.RETURN: "returned",
    Action.REJECT: "rejected",
    Action.CANCEL: "cancelled",
    Action.PAUSE: "paused",
    Action.RESUME: "resumed",
}

PASSED = {
    "registered": Action.ACCEPT,
    "handed_over_in_spite": Action.HAND_OVER,
    **{verb: action for action, verb in VERBS.items() if action not in (Action.PAUSE, Action.RESUME)},
}

SKIPPED = "step_skipped"

STATUS_NAMES = {
    Status.RETURNED: "dikembalikan",
    Status.ACCEPTED: "diterima",
    Status.VERIFIED: "diverifikasi",
    Status.FIELD_CHECKED: "diperiksa di lapangan",
    Status.DRAFTED: "dikonsep",
    Status.INITIALLED_SECTION: "diparaf Kasi",
    Status.INITIALLED_SECRETARY: "diparaf Sekcam",
    Status.SIGNED: "ditandatangani",
    Status.READY: "siap diambil",
    Status.HANDED_OVER: "sudah diambil",
    Status.REJECTED: "ditolak",
    Status.CANCELLED: "dibatalkan",
}

ACTION_NAMES = {
    Action.ACCEPT: "Lengkapi berkas",
    Action.VERIFY: "Verifikasi",
    Action.FIELD_CHECK: "Periksa lapangan",
    Action.DRAFT: "Buat konsep",
    Action.INITIAL_SECTION: "Paraf Kasi",
    Action.INITIAL_SECRETARY: "Paraf Sekcam",
    Action.SIGN: "Tanda tangani",
    Action.MAKE_READY: "Siap diambil",
    Action.HAND_OVER: "Serahkan",
    Action.RETURN: "Kembalikan",
    Action.REJECT: "Tolak",
    Action.CANCEL: "Batalkan",
    Action.PAUSE: "Tunda",
    Action.RESUME: "Lanjutkan",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a request's way.

    Attributes:
        at, who: When and by whom it was done; None and "" while it is still to come.
        skipped: It was left out, with a reason.

    """

    action: Action
    at: datetime | None = None
    who: str = ""
    skipped: bool = False


def actions(context: Context, request: Request) -> list[Action]:
    """Return what this user may do with a request now, the step forward first."""
    place = place_of(request)
    forward = next_step(place)
    if not serves(context.user, request.service):
        return []
    mine = [action for action in allowed(place) - _barred(request) if may(context.user.roles, action)]
    return sorted(mine, key=lambda action: (action is not forward, list(Action).index(action)))


def step(context: Context, request: Request, action: Action) -> Request:
    """Return the request after a step, not yet recorded.

    Raises:
        NoRight, WrongStatus: Not by this user; not from here.

    """
    context.demand(action, request.service)
    place = place_of(request)
    if action not in allowed(place):
        number = request.number or "ini"
        raise WrongStatus(
            f"Permohonan {number} sedang {STATUS_NAMES[request.status]}"
            f"{' dan ditunda' if place.paused else ''}; langkah ini belum atau tidak lagi dapat dilakukan.",
            "Muat ulang daftar, lalu lihat langkah berikutnya.",
        )
    if action in _barred(request):
        letter = journal.load(Letter, request.letter)
        if action is Action.CANCEL:
            raise WrongStatus(f"Surat {letter.number} sudah terbit dan berlaku.", "Cabut suratnya dahulu.")
        raise WrongStatus(
            f"Surat {letter.number} sudah {STATE_WORDS[letter.state]} sehingga tidak diserahkan.",
            "Batalkan permohonan ini, atau serahkan surat penggantinya.",
        )
    moved = replace(request, status=move(place, action).status, holder=context.user.id)
    if place.paused and action is not Action.PAUSE:
        moved = timing.resumed(context, moved, context.now())
    if moved.status is Status.READY:
        moved = replace(moved, ready_at=context.now())
    return replace(moved, ended_at=context.now(), holder="") if moved.status in ENDED else moved


def _barred(request: Request) -> frozenset[Action]:
    """Return what the issued letter of a request does not allow: ending it beside the letter, or giving a dead one."""
    letter = letter_of(request) if request.status is Status.READY else None
    if letter is None or not letter.document:
        return frozenset()
    return frozenset({Action.CANCEL if letter.state is LetterState.VALID else Action.HAND_OVER})


def act(
    context: Context,
    request: str,
    action: Action,
    reason: str = "",
    pause: PauseReason = PauseReason.APPLICANT,
) -> Request:
    """Do one step that needs nothing but a reason: verify, initials, return, reject, cancel, pause, resume.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user; not from here; the reason is missing.

    """
    reason = clean(reason)
    if action in NEEDS_REASON and not reason:
        raise Invalid([Problem("reason", "Tulis alasannya agar warga dan pemeriksa dapat mengerti.")])
    with transaction():
        held = journal.load(Request, request)
        moved = step(context, held, action)
        if action is Action.PAUSE:
            moved = replace(moved, pauses=(*moved.pauses, Pause(pause, context.now())))
        if action is Action.RESUME and not held.pauses[-1].outage:
            moved = outages.touched(context, moved, services.service_of(moved), context.now())
        if reason:
            told = moved.personal
            found = action is Action.FIELD_CHECK
            told = replace(told, finding=reason) if found else replace(told, reason=reason)
            moved = replace(moved, personal=told)
        journal.record(context.stamp(), VERBS[action], moved)
    return moved


def skippable(context: Context, request: Request) -> Action | None:
    """Return the next step where this user may leave it out, or None."""
    forward = next_step(place_of(request))
    may_skip = may(context.user.roles, Right.SKIP_STEP) and serves(context.user, request.service)
    return forward if forward in SKIPPABLE and may_skip else None


def skip(context: Context, request: str, action: Action, reason: str) -> Request:
    """Leave out the next step of a request; who, when and why stay on record.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user; not this step, or not from here; the reason is missing.

    """
    if not (reason := clean(reason)):
        raise Invalid([Problem("reason", "Tulis mengapa langkah ini dilewati.")])
    with transaction():
        held = journal.load(Request, request)
        context.demand(Right.SKIP_STEP, held.service)
        if skippable(context, held) is not action:
            raise WrongStatus(
                f"Langkah {ACTION_NAMES[action].lower()} tidak dapat dilewati sekarang.",
                "Muat ulang berkas, lalu lihat langkah berikutnya.",
            )
        moved = replace(
            held,
            skipped=(*held.skipped, action),
            holder=context.user.id,
            personal=replace(held.personal, reason=reason),
        )
        journal.record(context.stamp(), SKIPPED, moved)
    return moved


def history(context: Context, request: str) -> tuple[Step, ...]:
    """Return the steps of a request in order: those done, then those still to come.

    A return begins the way anew; what was done before it is told by the journal alone.

    Raises:
        NotFound: There is no such request.

    """
    held = journal.load(Request, request)
    done: dict[Action, Step] = {}
    for record in journal.history(request):
        verb = record.fact.kind.split(".")[1]
        if verb == SKIPPED:
            left = Action(record.fact.data["skipped"][-1])
            done[left] = Step(left, record.fact.time, _display(record.fact.actor), skipped=True)
        action = PASSED.get(verb)
        if action is Action.RETURN:
            done.clear()
        if action is not None:
            done[action] = Step(action, record.fact.time, _display(record.fact.actor))
    ahead = () if held.status in ENDED else way(place_of(held))
    return (*done.values(), *(Step(action) for action, _ in ahead if action not in done))


def _display(user: str) -> str:
    return journal.load(User, user).display if journal.exists(user) else ""


def next_of(row: RequestRow) -> Action | None:
    """Return the step forward of a row of a list, or None where it waits or has ended."""
    return Action(row.next) if row.next and not row.paused else None


def letter_of(request: Request) -> Letter | None:
    """Return the letter or countersignature of a request, or None before there is one."""
    return journal.load(Letter, request.letter) if request.letter else None


def is_issued(request: Request) -> bool:
    """Say whether the request's paper is issued: a letter, a countersignature or a refusal."""
    letter = letter_of(request)
    return letter is not None and bool(letter.document)


def numbered_letters(context: Context) -> int:
    """Count the letters and register entries that have a number."""
    return tallies.perpetual().letters


def is_own(context: Context, request: Request) -> bool:
    """Say whether the logged-in person took this request in."""
    return journal.history(request.id)[0].fact.actor == context.user.id


def may_reveal(context: Context, request: Request) -> bool:
    """Say whether this user may see the numbers of a request in full: chiefs of any, the counter of its own."""
    roles = context.user.roles
    return may(roles, Right.REVEAL) or (may(roles, Right.REVEAL_OWN) and is_own(context, request))


def reveal(context: Context, request: str) -> Party:
    """Return the applicant with all numbers in full, and record who looked.

    Raises:
        NoRight, NotFound: Not by this user; there is no such request.

    """
    with transaction():
        held = journal.load(Request, request)
        own = is_own(context, held) and may(context.user.roles, Right.REVEAL_OWN)
        context.demand(Right.REVEAL_OWN if own else Right.REVEAL)
        journal.record(context.stamp(), "revealed", held)
    return held.personal.applicant

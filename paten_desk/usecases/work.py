"""Move requests through the office, step by step, each step a record."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Pause, PauseReason, Request, is_paused
from paten_desk.domain.roles import may
from paten_desk.domain.workflow import ENDED, NEEDS_REASON, Action, Place, Status, allowed, move, next_step
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import services
from paten_desk.usecases.context import Context

VERBS = {
    Action.VERIFY: "verified",
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

STATUS_NAMES = {
    Status.RETURNED: "dikembalikan",
    Status.ACCEPTED: "diterima",
    Status.VERIFIED: "diverifikasi",
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


def service_of(request: Request) -> Service:
    """Return the service version a request stands under."""
    return services.service_of(request.service, request.service_since)


def place_of(context: Context, request: Request) -> Place:
    """Return where a request stands in the workflow."""
    initials = frozenset(Action(name) for name in context.office.initials)
    return Place(service_of(request).output, request.status, is_paused(request), initials)


def actions(context: Context, request: Request) -> list[Action]:
    """Return what this user may do with a request now, the step forward first."""
    place = place_of(context, request)
    forward = next_step(place)
    mine = [action for action in allowed(place) if may(context.user.roles, action)]
    return sorted(mine, key=lambda action: (action is not forward, list(Action).index(action)))


def step(context: Context, request: Request, action: Action) -> Request:
    """Return the request after a step, not yet recorded.

    Raises:
        NoRight, WrongStatus: Not by this user; not from here.

    """
    context.demand(action)
    place = place_of(context, request)
    if action not in allowed(place):
        number = request.number or "ini"
        raise WrongStatus(
            f"Permohonan {number} sedang {STATUS_NAMES[request.status]}"
            f"{' dan ditunda' if place.paused else ''}; langkah ini belum atau tidak lagi dapat dilakukan.",
            "Muat ulang daftar, lalu lihat langkah berikutnya.",
        )
    moved = replace(request, status=move(place, action).status)
    if place.paused and action is not Action.PAUSE:
        moved = replace(moved, pauses=(*moved.pauses[:-1], replace(moved.pauses[-1], until=context.now())))
    return replace(moved, ended_at=context.now()) if moved.status in ENDED else moved


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
        if reason:
            moved = replace(moved, personal=replace(moved.personal, reason=reason))
        journal.record(context.stamp(), VERBS[action], moved)
    return moved

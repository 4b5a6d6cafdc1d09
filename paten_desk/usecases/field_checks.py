"""Field checks: an appointment that the citizen is told, and what was found there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.field_checks import FieldCheck, check_appointment
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import User, may
from paten_desk.domain.workflow import ENDED, Action
from paten_desk.store import journal
from paten_desk.store import requests as store
from paten_desk.store.connection import transaction
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import work
from paten_desk.usecases.context import Context


def officers(context: Context) -> list[tuple[str, str]]:
    """Return who may go and look: (user id, name)."""
    found = (user for user in journal.load_all(User) if not user.retired and may(user.roles, Action.FIELD_CHECK))
    return sorted(((user.id, user.display) for user in found), key=lambda each: each[1])


def is_planned(request: Request) -> bool:
    """Say whether a field check is still to come in this request's way."""
    done = request.status in ENDED or Action.FIELD_CHECK in request.skipped
    return Action.FIELD_CHECK in request.steps and not done and not request.personal.finding


def plan(context: Context, request: str, at: datetime | None, officer: str) -> Request:
    """Make or move the appointment of a field check.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user; no field check is to come; no time ahead, or nobody goes.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Action.FIELD_CHECK, held.service)
        if not is_planned(held):
            raise WrongStatus("Permohonan ini tidak menunggu pemeriksaan lapangan.", "Muat ulang berkas.")
        if found := check_appointment(at, officer, context.now()):
            raise Invalid(found)
        assert at is not None
        planned = replace(held, field_check=FieldCheck(at, officer))
        journal.record(context.stamp(), "field_check_planned", planned)
    return planned


def finish(context: Context, request: str, finding: str) -> Request:
    """Record what the field check found; the request goes on.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user; not from here; nothing is said.

    """
    if not clean(finding):
        raise Invalid([Problem("finding", "Tulis apa yang ditemukan di lapangan.")])
    return work.act(context, request, Action.FIELD_CHECK, finding)


def appointments(context: Context, limit: int = 200) -> list[RequestRow]:
    """Return what waits for a field check: those with an appointment by its time, then those without one."""
    return store.field_checks(limit)

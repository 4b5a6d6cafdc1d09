"""An outage or an absence, entered once: it pauses every open request it touches, and its end resumes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from paten_desk.domain import outages as rules
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.officials import Post
from paten_desk.domain.outages import Outage, OutagePersonal
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Pause, Request, is_paused
from paten_desk.domain.workflow import IN_WORK, Action
from paten_desk.store import journal
from paten_desk.store import requests as store
from paten_desk.store.connection import transaction
from paten_desk.usecases import services, timing
from paten_desk.usecases.context import Context

POST_NAMES = {Post.HEAD: "Camat", Post.SECRETARY: "Sekretaris kecamatan", Post.SECTION_HEAD: "Kepala seksi"}
PAGE = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """An outage after it was written, and how many requests it touched."""

    outage: Outage
    touched: int


def running(context: Context) -> list[Outage]:
    """Return the outages that last, the oldest first."""
    return list(_running(journal.version_of(Outage)))


@lru_cache(2)
def _running(version: tuple[Any, ...]) -> tuple[Outage, ...]:
    found = [held for held in journal.load_all(Outage) if held.until is None]
    return tuple(sorted(found, key=lambda held: held.since))


def words(outage: Outage) -> str:
    """Name an outage: what it is, and of whom."""
    name = rules.KINDS[outage.kind]
    return f"{name}: {POST_NAMES[Post(outage.post)]}" if outage.post else name


def check(context: Context, draft: Outage) -> list[Problem]:
    """List what is wrong with an outage as typed."""
    personal = OutagePersonal(clean(draft.personal.note))
    return rules.check(replace(draft, personal=personal), context.now())


def begin(context: Context, draft: Outage) -> Outcome:
    """Record an outage and pause, as of its beginning, the open requests it touches; one that is over resumes them too.

    A request that already stands still is touched when its own pause ends. What was finished meanwhile stays as it is.

    Raises:
        NoRight, Invalid: Not by this user; not with these times.

    """
    context.demand(Action.PAUSE)
    found = [problem for problem in check(context, draft) if problem.blocks]
    if found:
        raise Invalid(found)
    made = replace(draft, id=context.new_id(), personal=OutagePersonal(clean(draft.personal.note)))
    with transaction():
        journal.record(context.stamp(), "begun", replace(made, until=None))
        touched = sum(_pause(context, request, made) for request in _open(context, made))
        if made.until is not None:
            journal.record(context.stamp(), "ended", made)
    return Outcome(made, touched)


def end(context: Context, outage: str, until: datetime | None = None) -> Outcome:
    """Record that an outage is over, now or at `until`, and let the clocks it stopped run again.

    Raises:
        NoRight, Invalid, WrongStatus: Not by this user; not at that time; it is over already.

    """
    context.demand(Action.RESUME)
    with transaction():
        held = journal.load(Outage, outage)
        if held.until is not None:
            raise WrongStatus("Gangguan ini sudah diakhiri.", "Muat ulang daftar.")
        made = replace(held, until=until or max(context.now(), held.since))
        found = rules.check_end(made, context.now()) if until else []
        if found:
            raise Invalid(found)
        journal.record(context.stamp(), "ended", made)
        touched = sum(_resume(context, request, made) for request in _open(context, made))
    return Outcome(made, touched)


def touched(context: Context, request: Request, service: Service, at: datetime) -> Request:
    """Return a request whose clock starts or goes on at a moment, paused where an outage lasts that stops it."""
    for outage in running(context):
        if rules.stops(outage, service.signatories):
            pause = Pause(outage.kind, max(at, outage.since), outage=outage.id)
            return replace(request, pauses=(*request.pauses, pause))
    return request


def _open(context: Context, outage: Outage) -> Iterator[Request]:
    """Walk the requests in work whose service an outage stops; their ids are read before the first one changes."""
    for identity in [row.id for row in _rows()]:
        request = journal.load(Request, identity)
        if rules.stops(outage, services.service_of(request).signatories):
            yield request


def _rows() -> Iterator[store.RequestRow]:
    last = None
    while page := store.worklist(IN_WORK, last, PAGE):
        yield from page
        last = page[-1]


def _pause(context: Context, request: Request, outage: Outage) -> int:
    if is_paused(request) or request.accepted_at is None:
        return 0
    last = request.pauses[-1].until if request.pauses else None
    since = max(outage.since, request.accepted_at, last or outage.since)
    if outage.until is not None and since >= outage.until:
        return 0
    paused = replace(request, pauses=(*request.pauses, Pause(outage.kind, since, outage=outage.id)))
    journal.record(context.stamp(), "paused", paused)
    if outage.until is not None:
        journal.record(context.stamp(), "resumed", timing.resumed(context, paused, outage.until))
    return 1


def _resume(context: Context, request: Request, outage: Outage) -> int:
    if not is_paused(request) or request.pauses[-1].outage != outage.id:
        return 0
    assert outage.until is not None
    going_on = timing.resumed(context, request, outage.until)
    service = services.service_of(request)
    last = going_on.pauses[-1].until or outage.until
    journal.record(context.stamp(), "resumed", touched(context, going_on, service, last))
    return 1

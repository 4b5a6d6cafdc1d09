"""Register a visit, list and find requests, keep what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from paten_desk.domain import proofs as codes
from paten_desk.domain import requests as rules
from paten_desk.domain.catalogue import Service, fee_of
from paten_desk.domain.errors import Invalid, WrongStatus
from paten_desk.domain.identity import digits_of
from paten_desk.domain.numbering import NumberParts, format_number
from paten_desk.domain.people import Party, Proxy, clean, phone_digits
from paten_desk.domain.requests import Paper, PaperState, Request, RequestDraft, RequestPersonal, VisitDraft
from paten_desk.domain.roles import Approval, Right
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal, ledgers, numbers
from paten_desk.store import requests as store
from paten_desk.store.connection import transaction
from paten_desk.store.journal import Stamp
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import (
    approvals,
    calendars,
    clock,
    form_drafts,
    guards,
    intake,
    outages,
    pads,
    people,
    scans,
    services,
)
from paten_desk.usecases.context import Context

BOOK = "request"


def new_visit(context: Context) -> VisitDraft:
    """Return an empty form with its token."""
    return VisitDraft(context.new_id())


def register(context: Context, draft: VisitDraft, approval: Approval | None = None) -> tuple[Request, ...]:
    """Register all requests of a visit: complete ones get number and promise, incomplete ones are given back.

    The draft's token makes a second call return the same requests. What was first written on a slip of a pad
    (`happened_at`) needs a second person's `approval`.

    Raises:
        NoRight, Invalid: Not by this user, or not alone; not with this form.

    """
    context.demand(Right.REGISTER)
    guards.let_register(context)
    for asked in draft.requests:
        context.demand(Right.REGISTER, asked.service)
    with transaction():
        earlier = store.of_visit(draft.token)
        if earlier:
            return tuple(journal.load(Request, row.id) for row in earlier)
        today = context.today()
        catalogue = services.catalogue(context, today)
        blocking = [problem for problem in intake.problems(context, draft, catalogue, today) if problem.blocks]
        if blocking:
            raise Invalid(blocking)
        stamp = context.stamp()
        if draft.happened_at is not None:
            stamp = replace(approvals.stamp(context, Right.BACK_DATE, approval), time=draft.happened_at)
            pads.use(context, draft.pad_number, draft.happened_at.year, draft.token)
        applicant = people.remember(context, people.tidy(draft.applicant))
        made = tuple(
            _record(context, stamp, draft, applicant, asked, catalogue[asked.service]) for asked in draft.requests
        )
        form_drafts.drop(context)
    return made


def _record(
    context: Context, stamp: Stamp, draft: VisitDraft, applicant: Party, asked: RequestDraft, service: Service
) -> Request:
    subjects = tuple(people.remember(context, people.tidy(subject)) for subject in asked.subjects)
    request = Request(
        id=context.new_id(),
        visit=draft.token,
        service=service.code,
        service_since=service.since,
        status=Status.RETURNED,
        received_at=stamp.time,
        counter=context.counter,
        papers=_complete_papers(service, asked.papers),
        personal=RequestPersonal(
            applicant,
            subjects,
            clean(asked.purpose),
            clean(asked.village_letter_number),
            asked.village_letter_date,
            {key: clean(text) for key, text in asked.fields.items() if clean(text)},
            {key: tuple(_clean_row(row) for row in rows) for key, rows in asked.lists.items() if rows},
            {key: clean(text) for key, text in asked.reasons.items() if clean(text)},
            clean(asked.note),
            proxy=_tidy_proxy(draft.proxy),
        ),
        priority=draft.priority,
        late_entry=draft.happened_at is not None,
        pad_number=draft.pad_number,
        clock_doubtful=clock.is_doubtful(context),
        **people.statistics(context, applicant, subjects),
    )
    if rules.missing_papers(request.papers):
        journal.record(stamp, "returned", request)
    else:
        request = accepted(context, request, service, stamp.time)
        journal.record(stamp, "registered", request)
    for taken in asked.scans:
        scans.record(context, request, taken)
    return request


def _tidy_proxy(proxy: Proxy | None) -> Proxy | None:
    if proxy is None:
        return None
    told = replace(proxy, name=clean(proxy.name), relation=clean(proxy.relation))
    return replace(told, nik=digits_of(proxy.nik), phone=phone_digits(proxy.phone))


def _clean_row(row: Mapping[str, str]) -> dict[str, str]:
    return {key: clean(text) for key, text in row.items()}


def accepted(context: Context, request: Request, service: Service, now: datetime) -> Request:
    """Return a request with its number and its promise, inside a transaction."""
    made = calendars.promise(context, now, service.duration)
    if not request.serial:
        serial, own, office = numbers.take(BOOK, now.year), ledgers.own(), context.office
        parts = NumberParts(
            serial, now.date(), service.code_2022, office.unit, office.unit_code, prefix=own.before("-")
        )
        number = format_number(office.request_pattern, parts)
        request = replace(request, serial=serial, branch=own.branch, number=number)
    return replace(
        outages.touched(context, request, service, now),
        status=Status.ACCEPTED,
        accepted_at=now,
        due_at=made.due_at,
        promised_at=None,
        estimated=made.estimated,
        steps=services.steps_of(context, service),
        skipped=(),
        ready_at=None,
        holder=context.user.id,
        calendar=made.calendar,
        fee_rupiah=fee_of(service),
        fee_basis=service.fee_basis if fee_of(service) else "",
    )


def complete(context: Context, request: str, papers: tuple[Paper, ...]) -> Request:
    """Take in what was missing: with all papers there the request is accepted, else it stays returned.

    What was found at an earlier check stays as it was found, and the list is the one that the citizen was sent home
    with: of `papers` only those count that were missing.

    Raises:
        WrongStatus, NoRight: It was not returned; not by this user.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Action.ACCEPT, held.service)
        if held.status is not Status.RETURNED:
            raise WrongStatus("Berkas ini tidak sedang dikembalikan.", "Muat ulang daftar.")
        service = services.service_of(held)
        brought = {paper.key: paper for paper in papers}
        held = replace(held, papers=tuple(_checked(paper, brought) for paper in held.papers))
        if rules.missing_papers(held.papers):
            journal.record(context.stamp(), "returned", held)
            return held
        held = accepted(context, held, service, context.now())
        journal.record(context.stamp(), "registered", held)
    return held


def _checked(paper: Paper, brought: Mapping[str, Paper]) -> Paper:
    return brought.get(paper.key, paper) if paper.state is PaperState.MISSING else paper


def _complete_papers(service: Service, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """Conditional papers that nobody ticked do not apply."""
    ticked = {paper.key: paper for paper in papers}
    return tuple(
        ticked.get(requirement.key, Paper(requirement.key, PaperState.NOT_APPLICABLE))
        for requirement in service.requirements
    )


def load(context: Context, request: str) -> Request:
    """Return a request in its newest state.

    Raises:
        NotFound: There is none.

    """
    return journal.load(Request, request)


def worklist(
    context: Context, statuses: frozenset[Status], after: RequestRow | None = None, limit: int = 50
) -> list[RequestRow]:
    """Return a page of requests standing at `statuses`, nearest promise first."""
    return store.worklist(statuses, after, limit)


def count(context: Context, statuses: frozenset[Status]) -> int:
    """Count the requests standing at `statuses`."""
    return store.count(statuses)


def overdue(context: Context) -> int:
    """Count the open requests whose promise has passed."""
    return store.overdue(context.now().isoformat(timespec="seconds"))


def find(context: Context, text: str) -> list[RequestRow]:
    """Return requests by name, NIK, phone, number part, last digits, or the text of a receipt's QR."""
    if text.upper().startswith(codes.PREFIXES):
        from paten_desk.usecases import proofs  # with it comes the sealed file, which no registration needs

        text = proofs.number_of(text)
    return store.find(text)


def received_on(context: Context, day: date) -> list[RequestRow]:
    """Return what touched a day: received before its end and not ended before its beginning."""
    return store.touching(day.isoformat(), (day + timedelta(days=1)).isoformat())

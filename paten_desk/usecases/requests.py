"""Register a visit, list and find requests, keep what is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from paten_desk.domain import proofs as codes
from paten_desk.domain import requests as rules
from paten_desk.domain.catalogue import Service, ServiceStatus, fee_of
from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.numbering import NumberParts, format_number
from paten_desk.domain.pads import check_slip
from paten_desk.domain.people import Party, clean
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
    legal_rules,
    outages,
    pads,
    people,
    reference,
    services,
)
from paten_desk.usecases.context import Context

BOOK = "request"


def new_visit(context: Context) -> VisitDraft:
    """Return an empty form with its token."""
    return VisitDraft(context.new_id())


def check(context: Context, draft: VisitDraft) -> list[Problem]:
    """List what to mend before the visit can be registered, and what deserves a second look."""
    today = context.today()
    return _check(context, draft, services.catalogue(context, today), today)


def _check(context: Context, draft: VisitDraft, catalogue: Mapping[str, Service], today: date) -> list[Problem]:
    provinces = reference.province_codes()
    found = rules.check_party(draft.applicant, today, "applicant.", provinces)
    if not draft.requests:
        found.append(Problem("services", "Pilih paling sedikit satu layanan."))
    found += calendars.check_intake(context, draft.happened_at or context.now())
    known = people.name_of(context, draft.applicant.nik)
    if known and known != clean(draft.applicant.name):
        found.append(Problem("applicant.nik", f"NIK ini tercatat atas nama {_hidden(known)}; cocokkan.", False))
    if draft.happened_at is not None or draft.pad_number:
        at_paper = draft.happened_at or context.now()
        found += check_slip(pads.pads(context), draft.pad_number, at_paper, context.now())
    for at, asked in enumerate(draft.requests):
        found += _check_request(context, draft, asked, f"requests.{at}.", catalogue.get(asked.service), today)
    return found


def _check_request(
    context: Context, draft: VisitDraft, asked: RequestDraft, prefix: str, service: Service | None, today: date
) -> list[Problem]:
    if service is None or not service.offered or service.status is not ServiceStatus.ACTIVE:
        return [Problem(f"{prefix}service", "Layanan ini sedang tidak dibuka di kantor ini.")]
    found = []
    for number, subject in enumerate(asked.subjects):
        found += rules.check_party(subject, today, f"{prefix}subjects.{number}.")
    if len(asked.subjects) > 1 and service.subjects == 1 and service.code != "SKAW":
        found.append(
            Problem(f"{prefix}subjects", "Layanan ini hanya untuk satu orang; buat permohonan terpisah.", False)
        )
    found += rules.check_fields(service.fields, asked.fields, f"{prefix}fields.")
    ticked = {paper.key: paper for paper in asked.papers}
    for requirement in service.requirements:
        paper = ticked.get(requirement.key)
        if paper is None and not requirement.when:
            found.append(Problem(f"{prefix}papers.{requirement.key}", "Tandai: ada, kurang, atau tidak berlaku."))
        if (
            paper is not None
            and paper.state is PaperState.NOT_APPLICABLE
            and not requirement.when
            and not clean(asked.reasons.get(requirement.key, ""))
        ):
            found.append(Problem(f"{prefix}papers.{requirement.key}", "Tulis alasan mengapa syarat ini tidak berlaku."))
    if asked.village_letter_date and asked.village_letter_date > today:
        found.append(Problem(f"{prefix}village_letter_date", "Tanggal surat desa belum terjadi; periksa lagi."))
    if service.code == "DNK":
        found += _check_marriage(asked, prefix, today)
    return found


def _check_marriage(asked: RequestDraft, prefix: str, today: date) -> list[Problem]:
    """Source: UU 16/2019: below 19 on the wedding day a court decides, whatever the camat writes."""
    typed = asked.fields.get("wedding_date", "")
    wedding = date.fromisoformat(typed) if typed else today
    young = any(legal_rules.is_too_young(subject, wedding) for subject in asked.subjects)
    if young and not clean(asked.fields.get("court_number", "")):
        text = "Calon di bawah 19 tahun memerlukan penetapan pengadilan; isi nomornya atau kembalikan berkas."
        return [Problem(f"{prefix}fields.court_number", text)]
    return []


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
        blocking = [problem for problem in _check(context, draft, catalogue, today) if problem.blocks]
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
        ),
        late_entry=draft.happened_at is not None,
        pad_number=draft.pad_number,
        clock_doubtful=clock.is_doubtful(context),
        **people.statistics(context, applicant, subjects),
    )
    if rules.missing_papers(request.papers):
        journal.record(stamp, "returned", request)
        return request
    request = accepted(context, request, service, stamp.time)
    journal.record(stamp, "registered", request)
    return request


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
        calendar=made.calendar,
        fee_rupiah=fee_of(service),
        fee_basis=service.fee_basis if fee_of(service) else "",
    )


def complete(context: Context, request: str, papers: tuple[Paper, ...]) -> Request:
    """Take in what was missing: with all papers there the request is accepted, else it stays returned.

    Raises:
        WrongStatus, NoRight: It was not returned; not by this user.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Action.ACCEPT, held.service)
        if held.status is not Status.RETURNED:
            raise WrongStatus("Berkas ini tidak sedang dikembalikan.", "Muat ulang daftar.")
        service = services.catalogue(context)[held.service]
        held = replace(held, service_since=service.since, papers=_complete_papers(service, papers))
        if rules.missing_papers(held.papers):
            journal.record(context.stamp(), "returned", held)
            return held
        held = accepted(context, held, service, context.now())
        journal.record(context.stamp(), "registered", held)
    return held


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


def _hidden(name: str) -> str:
    return " ".join(word[:2] + "•" * max(0, len(word) - 2) for word in name.split())

"""What is to be mended on the form of a visit before it can be registered, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from paten_desk.domain import party_checks
from paten_desk.domain import requests as rules
from paten_desk.domain.catalogue import Service, ServiceStatus
from paten_desk.domain.errors import Problem
from paten_desk.domain.pads import check_slip
from paten_desk.domain.people import clean
from paten_desk.domain.requests import PaperState, RequestDraft, VisitDraft
from paten_desk.usecases import calendars, legal_rules, pads, people, reference, services
from paten_desk.usecases.context import Context


def check(context: Context, draft: VisitDraft) -> list[Problem]:
    """List what to mend before the visit can be registered, and what deserves a second look."""
    today = context.today()
    return problems(context, draft, services.catalogue(context, today), today)


def problems(context: Context, draft: VisitDraft, catalogue: Mapping[str, Service], today: date) -> list[Problem]:
    """List the same by a catalogue and a day that are at hand."""
    provinces = reference.province_codes()
    found = party_checks.check_party(draft.applicant, today, "applicant.", provinces)
    found += party_checks.check_proxy(draft.proxy, today, "proxy.")
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
        found += party_checks.check_party(subject, today, f"{prefix}subjects.{number}.")
    if len(asked.subjects) > 1 and service.subjects == 1 and service.code != "SKAW":
        found.append(
            Problem(f"{prefix}subjects", "Layanan ini hanya untuk satu orang; buat permohonan terpisah.", False)
        )
    found += rules.check_fields(service.fields, asked.fields, f"{prefix}fields.")
    ticked = {paper.key: paper for paper in asked.papers}
    for requirement in service.requirements:
        paper = ticked.get(requirement.key)
        if paper is None and (not requirement.when or asked.holds.get(requirement.when, False)):
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


def _hidden(name: str) -> str:
    return " ".join(word[:2] + "•" * max(0, len(word) - 2) for word in name.split())

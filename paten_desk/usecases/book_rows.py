"""The lines of each register book."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from paten_desk.documents.book import Row
from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.formats import thousands
from paten_desk.domain.lateness import is_late
from paten_desk.domain.letters import STATE_WORDS, Letter
from paten_desk.domain.number_book import NumberState
from paten_desk.domain.requests import PaperState, Request, RequestPersonal
from paten_desk.domain.standards import section
from paten_desk.domain.workflow import Status
from paten_desk.store import books as store
from paten_desk.usecases import services, work
from paten_desk.usecases.book_months import (
    READY,
    REGISTERED,
    RETURNED,
    Month,
    Numbered,
    day,
    letters_of,
    moment,
    numbers,
    registered,
    remark,
)

MISSING = PaperState.MISSING


def register(month: Month) -> list[Row]:
    """Buku Register Pelayanan: every registration number of the month."""
    found = registered(month)
    letters = letters_of(request for request, _, _ in found)
    ready = store.times(READY, [request.id for request, _, _ in found])
    rows = [
        _registered(month, request, at, late, letters.get(request.letter), ready.get(request.id, []))
        for request, at, late in found
    ]
    for held in numbers(month, "request"):
        if held.line.state is not NumberState.USED:
            words = ("", held.line.number or held.line.label, day(held.line.day), held.line.name)
            rows.append(Row((*words, *[""] * 11, remark(held)), (0, 0, 0)))
    return _counted(rows)


def _registered(
    month: Month,
    request: Request,
    at: datetime,
    papers_later: bool,
    letter: Letter | None,
    ready: list[tuple[int, datetime]],
) -> Row:
    applicant, collector = request.personal.applicant, request.personal.collector
    taken = request.ended_at if request.status is Status.HANDED_OVER else None
    done = ready[-1][1] if ready else taken
    cells = (
        "",
        request.number,
        moment(at),
        applicant.represents or applicant.name,
        month.nik(applicant.nik),
        month.village(request),
        services.service_of(request).name,
        "menyusul" if papers_later else "ya",
        moment(request.due_at),
        moment(done),
        f"{letter.number}\n{day(letter.dated)}" if letter and letter.number else "",
        thousands(request.fee_rupiah),
        collector.name if collector else "",
        moment(taken),
        "",
        _standing(month, request, letter, done),
    )
    return Row(cells, (1, int(request.outside), int(done is not None)), request.fee_rupiah)


def _standing(month: Month, request: Request, letter: Letter | None, done: datetime | None) -> str:
    """Say what is unusual: an end without paper, a slip of paper, a broken promise, a letter that counts no more."""
    told = []
    if request.status in (Status.REJECTED, Status.CANCELLED, Status.RETURNED):
        told.append(work.STATUS_NAMES[request.status])
    if request.late_entry:
        told.append("dari lembar kertas")
    if request.outside:
        told.append("dari luar kecamatan")
    if is_late(replace(request, ready_at=request.ready_at or done), month.context.now()):
        told.append("lewat janji")
    if letter is not None and letter.state:
        told.append(f"surat {STATE_WORDS[letter.state].lower()}")
    return ", ".join(told)


def agenda(month: Month) -> list[Row]:
    """Buku Agenda Surat Keluar: every letter number of the month, void ones among them."""
    return _counted([_agenda(month, held) for held in numbers(month, "letter")])


def _agenda(month: Month, held: Numbered) -> Row:
    line, service = held.line, held.service
    old = month.context.office.classification != "2022"
    to = service.addressed_to if service and service.output is OutputKind.REFERRAL and not held.refuses else ""
    cells = (
        "",
        day(line.day),
        line.number or line.label,
        (service.code_old if old else service.code_2022) if service else "",
        "\n".join(words for words in (to, line.name) if words),
        ("Penolakan " if held.refuses else "") + (service.name if service else line.subject),
        section(service) if service else "",
        "-" if service else "",
        remark(held),
    )
    return Row(cells, (1, int(line.state is NumberState.VOIDED)))


def dispatch(month: Month) -> list[Row]:
    """Buku Ekspedisi: the letters of the month that another office receives."""
    rows = []
    for held in numbers(month, "letter"):
        service = held.service
        if service is None or service.output is not OutputKind.REFERRAL or not held.is_issued or held.refuses:
            continue
        cells = ("", day(held.line.day), held.line.number, service.name, service.addressed_to, held.line.name)
        rows.append(Row((*cells, "", "", "", remark(held))))
    return _counted(rows)


def returned(month: Month) -> list[Row]:
    """Buku Berkas Dikembalikan: what was handed back in the month, and when it came again."""
    found = store.passed(RETURNED, month.first, month.last)
    newest = store.many(Request, [passed.request.id for passed in found])
    came = store.times(REGISTERED, [passed.request.id for passed in found])
    rows = []
    for passed in found:
        then, now = passed.request, newest[passed.request.id]
        applicant = then.personal.applicant if then.personal.applicant.name else now.personal.applicant
        names = {requirement.key: requirement.text for requirement in services.service_of(then).requirements}
        missing = "; ".join(names.get(paper.key, paper.key) for paper in then.papers if paper.state is MISSING)
        again = next((at for rev, at in came.get(then.id, []) if rev > passed.rev), None)
        cells = (
            "",
            moment(passed.time),
            applicant.represents or applicant.name,
            services.service_of(then).name,
            missing or then.personal.reason,
            "",
            moment(again),
            then.number,
        )
        rows.append(Row(cells, (1, int(then.outside), int(again is not None))))
    return _counted(rows)


def handed_over(month: Month) -> list[Row]:
    """Buku Pengambilan: whose paper was taken away in the month, and by whom."""
    held = store.many(Request, ids := store.handed_over(month.first, month.last))
    letters = letters_of(held.values())
    rows = []
    for request in (held[identity] for identity in ids):
        collector, applicant = request.personal.collector, request.personal.applicant
        letter = letters.get(request.letter)
        cells = (
            "",
            moment(request.ended_at),
            request.number,
            letter.number if letter else "",
            applicant.represents or applicant.name,
            services.service_of(request).name,
            collector.name if collector else "",
            collector.relation if collector else "",
            month.nik(collector.nik) if collector else "",
            ("ada" if collector.proxy_letter else "-") if collector else "",
            "",
            "jawaban tidak cocok, diserahkan dengan alasan" if collector and collector.overridden else "",
        )
        rows.append(Row(cells, (1, int(request.outside), int(bool(collector and collector.proxy_letter)))))
    return _counted(rows)


def legalisation(month: Month) -> list[Row]:
    """Buku Legalisasi: every register number of the month, with the sheets that were legalised."""
    rows = []
    for held in numbers(month, "register:Register Legalisasi"):
        request, said = held.request, _said(held)
        sheets = said.get("field.sheet_count", "")
        papers = (said.get("field.document_kind", ""), said.get("field.document_number", ""))
        cells = (
            *_head(month, held),
            "\n".join(words for words in papers if words),
            held.service.name if held.service else held.line.subject,
            sheets,
            thousands(request.fee_rupiah) if request else "",
            "",
            remark(held),
        )
        many = int(sheets) if sheets.isdecimal() else 1
        rows.append(Row(cells, (*_asked(held), many if request else 0), request.fee_rupiah if request else 0))
    return _counted(rows)


def heirs(month: Month) -> list[Row]:
    """Register Ahli Waris: every register number of the month."""
    rows = []
    for held in numbers(month, "register:Register Ahli Waris"):
        said = _said(held)
        personal = held.request.personal if held.request else RequestPersonal()
        names = [party.name for party in personal.subjects or (personal.applicant,)]
        cells = (
            *_head(month, held),
            said.get("field.deceased_name", ""),
            said.get("field.deceased_on", ""),
            "; ".join(names),
            _village_letter(said),
            "",
            remark(held),
        )
        rows.append(Row(cells, _asked(held)))
    return _counted(rows)


def land(month: Month) -> list[Row]:
    """Register Tanah: every register number of the month."""
    rows = []
    for held in numbers(month, "register:Register Tanah"):
        said = _said(held)
        cells = (
            *_head(month, held),
            held.service.name if held.service else held.line.subject,
            said.get("field.location", ""),
            said.get("field.area_m2", ""),
            _village_letter(said),
            "",
            remark(held),
        )
        rows.append(Row(cells, _asked(held)))
    return _counted(rows)


def marriages(month: Month) -> list[Row]:
    """Register Dispensasi Nikah: the dispensations of the month, which bear letter numbers."""
    rows = []
    for held in numbers(month, "letter"):
        of_marriages = held.service is not None and held.service.register_book == "Register Dispensasi Nikah"
        if not of_marriages or held.request is None or held.refuses:
            continue
        said = _said(held)
        subjects = [party.name for party in held.request.personal.subjects]
        cells = (
            "",
            day(held.line.day),
            held.line.number,
            said.get("field.groom_name") or next((name for name in subjects), ""),
            said.get("field.bride_name") or next((name for name in subjects[1:]), ""),
            month.village(held.request),
            said.get("field.wedding_date", ""),
            said.get("field.kua", ""),
            said.get("field.reason", ""),
            said.get("field.court_number", ""),
            "",
            remark(held),
        )
        rows.append(Row(cells, _asked(held)))
    return _counted(rows)


def _asked(held: Numbered) -> tuple[int, int]:
    """Count what somebody asked for, and whether they are from outside the kecamatan."""
    return (1, int(held.request.outside)) if held.request else (0, 0)


def _head(month: Month, held: Numbered) -> tuple[str, ...]:
    """Begin a line of a register: day, number, name, NIK, village."""
    line, request = held.line, held.request
    if request is None:
        return "", day(line.day), line.number or line.label, line.name, "", ""
    applicant = request.personal.applicant
    name = applicant.represents or applicant.name
    return "", day(line.day), line.number, name, month.nik(applicant.nik), month.village(request)


def _said(held: Numbered) -> dict[str, str]:
    """Return what stands on the paper by the names of its blanks."""
    return dict(held.letter.personal.blanks) if held.letter else {}


def _village_letter(said: dict[str, str]) -> str:
    parts = (said.get("village_letter.number", ""), said.get("village_letter.date", ""))
    return "\n".join(part for part in parts if part)


def _counted(rows: list[Row]) -> list[Row]:
    """Write the running number into the first column."""
    return [Row((str(at), *row.cells[1:]), row.counts, row.rupiah) for at, row in enumerate(rows, 1)]

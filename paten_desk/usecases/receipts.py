"""The papers of the counter: tanda terima and lembar kekurangan berkas."""

from __future__ import annotations

import base64

from paten_desk.documents import deficiency, receipt
from paten_desk.documents.deficiency import Deficiency, Missing
from paten_desk.documents.receipt import Item, Paper, Promise, Receipt
from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.numbering import last_digits
from paten_desk.domain.pads import written
from paten_desk.domain.requests import PAPER_FORM_NAMES, PaperForm, PaperState, Request
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store import requests as store
from paten_desk.store.connection import transaction
from paten_desk.usecases import letterheads, work
from paten_desk.usecases.context import Context

FORMATS = ("a5", "80mm")


def payload(context: Context, request: Request) -> str:
    """Return the text of a receipt's QR: office, number and four letters of the record's hash."""
    first = journal.history(request.id)[0]
    mark = base64.b32encode(first.leaf).decode()[:4]
    return f"PATEN1:{context.office.area}:R:{request.number}:{mark}"


def receipt_pdf(context: Context, visit: str, form: str = "a5", copy_no: int = 0) -> bytes:
    """Draw the receipt of a visit: its accepted requests, two copies on A5 or one 80 mm strip.

    Raises:
        WrongStatus: No request of the visit has a number yet.

    """
    requests = [request for request in of_visit(visit) if request.serial]
    if not requests:
        raise WrongStatus(
            "Berkas belum lengkap sehingga belum ada tanda terima.", "Cetak lembar kekurangan berkas untuk warga."
        )
    made = _receipt(context, requests, copy_no)
    return receipt.render_80mm(made) if form == "80mm" else receipt.render_a5(made)


def reprint_receipt(context: Context, visit: str, form: str = "a5") -> bytes:
    """Record one more print of a visit's receipt and draw it as SALINAN n."""
    requests = [request for request in of_visit(visit) if request.serial]
    with transaction():
        printed = sum(record.fact.kind == "request.receipt_reprinted.v1" for record in journal.history(requests[0].id))
        journal.record(context.stamp(), "receipt_reprinted", requests[0])
    return receipt_pdf(context, visit, form, printed + 1)


def of_visit(visit: str) -> list[Request]:
    """Return the requests of a visit in their newest state."""
    return [journal.load(Request, row.id) for row in store.of_visit(visit)]


def _receipt(context: Context, requests: list[Request], copy_no: int) -> Receipt:
    first = requests[0]
    applicant = first.personal.applicant
    subject = first.personal.subjects[0].name if first.personal.subjects else ""
    complaints = tuple(text for text in (context.office.complaint_phone, "SMS 1708", "lapor.go.id") if text)
    accepted = first.accepted_at or first.received_at
    return Receipt(
        letterheads.letterhead(context.office),
        tuple(_item(request) for request in requests),
        applicant.represents or applicant.name,
        applicant.nik,
        applicant.phone,
        accepted,
        context.office.zone,
        first.counter,
        context.user.display,
        payload(context, first),
        fee_rupiah=sum(request.fee_rupiah for request in requests),
        fee_basis=", ".join(dict.fromkeys(request.fee_basis for request in requests if request.fee_basis)),
        subject="" if subject == applicant.name else subject,
        complaints=complaints,
        copy_no=copy_no,
        slip=written(first.pad_number, first.received_at.year) if first.late_entry else "",
        is_unsure=first.clock_doubtful,
    )


def _item(request: Request) -> Item:
    service = work.service_of(request)
    assert request.due_at is not None
    names = {requirement.key: requirement.text for requirement in service.requirements}
    there = tuple(
        Paper(names.get(paper.key, paper.key), PAPER_FORM_NAMES[paper.form], _sheets(paper.form, paper.sheets))
        for paper in request.papers
        if paper.state is PaperState.THERE
    )
    promise = Promise(request.due_at.date(), request.due_at.time(), request.estimated)
    short = last_digits(request.serial)
    return Item(request.number, service.name, promise, there, short, request.personal.purpose)


def _sheets(form: PaperForm, sheets: int) -> int:
    return 0 if form is PaperForm.SEEN else sheets


def deficiency_pdf(context: Context, request: str) -> bytes:
    """Draw what is there and what is missing of a returned dossier.

    Raises:
        WrongStatus: Nothing is missing.

    """
    held = journal.load(Request, request)
    if held.status is not Status.RETURNED:
        raise WrongStatus("Berkas ini tidak sedang dikembalikan.", "Cetak tanda terima untuk warga.")
    service = work.service_of(held)
    names = {requirement.key: requirement.text for requirement in service.requirements}
    there = tuple(
        Paper(names.get(paper.key, paper.key), PAPER_FORM_NAMES[paper.form], _sheets(paper.form, paper.sheets))
        for paper in held.papers
        if paper.state is PaperState.THERE
    )
    missing = tuple(
        Missing(names.get(paper.key, paper.key)) for paper in held.papers if paper.state is PaperState.MISSING
    ) or (Missing(held.personal.reason),)
    applicant = held.personal.applicant
    return deficiency.render(
        Deficiency(
            letterheads.letterhead(context.office),
            applicant.represents or applicant.name,
            service.name,
            context.now(),
            context.office.zone,
            held.counter,
            context.user.display,
            there,
            missing,
            number=held.number,
        )
    )

"""The papers of the counter: tanda terima, lembar kekurangan berkas, bukti penyerahan."""

from __future__ import annotations

from paten_desk.documents import deficiency, handover_slip, receipt
from paten_desk.documents.deficiency import Deficiency, Missing
from paten_desk.documents.receipt import Item, Paper, Promise, Receipt
from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.numbering import last_digits
from paten_desk.domain.pads import written
from paten_desk.domain.requests import PAPER_FORM_NAMES, PaperForm, PaperState, Request, first_promise
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.store import requests as store
from paten_desk.store.connection import transaction
from paten_desk.usecases import letterheads, proofs, services, work
from paten_desk.usecases.context import Context

FORMATS = {
    "a5": "A5, dua lembar",
    "half_f4": "Setengah F4, dua rangkap",
    "80mm": "Struk 80 mm",
    "58mm": "Struk 58 mm",
    "large_f4": "Cetak besar F4",
    "large_a4": "Cetak besar A4",
}
"""The sizes of `receipt_pdf` by what a choice calls them; text for a dot-matrix printer is `receipt_text`."""


def receipt_pdf(context: Context, visit: str, form: str = "a5", copy_no: int = 0) -> bytes:
    """Draw the receipt of a visit: its accepted requests, in one of `FORMATS`.

    Raises:
        WrongStatus: No request of the visit has a number yet.

    """
    return receipt.RENDERERS[form](_receipt(context, _accepted(visit), copy_no))


def receipt_text(context: Context, visit: str, copy_no: int = 0) -> bytes:
    """Write the receipt of a visit for a dot-matrix printer with two-ply paper: ESC/P, to be sent as it is.

    Raises:
        WrongStatus: No request of the visit has a number yet.

    """
    return receipt.render_text(_receipt(context, _accepted(visit), copy_no))


def words_of(codes: bytes) -> str:
    """Return what `receipt_text` prints as plain lines, for the screen."""
    return receipt.words_of(codes)


def reprint_receipt(context: Context, visit: str, form: str = "a5") -> bytes:
    """Record one more print of a visit's receipt and draw it as SALINAN n."""
    requests = _accepted(visit)
    with transaction():
        printed = sum(record.fact.kind == "request.receipt_reprinted.v1" for record in journal.history(requests[0].id))
        journal.record(context.stamp(), "receipt_reprinted", requests[0])
    return receipt_pdf(context, visit, form, printed + 1)


def of_visit(visit: str) -> list[Request]:
    """Return the requests of a visit in their newest state."""
    return [journal.load(Request, row.id) for row in store.of_visit(visit)]


def _accepted(visit: str) -> list[Request]:
    requests = [request for request in of_visit(visit) if request.serial]
    if not requests:
        raise WrongStatus(
            "Berkas belum lengkap sehingga belum ada tanda terima.", "Cetak lembar kekurangan berkas untuk warga."
        )
    return requests


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
        proofs.of_receipt(context, first),
        fee_rupiah=sum(request.fee_rupiah for request in requests),
        fee_basis=", ".join(dict.fromkeys(request.fee_basis for request in requests if request.fee_basis)),
        subject="" if subject == applicant.name else subject,
        complaints=complaints,
        copy_no=copy_no,
        slip=written(first.pad_number, first.received_at.year) if first.late_entry else "",
        is_unsure=first.clock_doubtful,
    )


def _item(request: Request) -> Item:
    service = services.service_of(request)
    due_at = first_promise(request)
    assert due_at is not None
    names = {requirement.key: requirement.text for requirement in service.requirements}
    there = tuple(
        Paper(names.get(paper.key, paper.key), PAPER_FORM_NAMES[paper.form], _sheets(paper.form, paper.sheets))
        for paper in request.papers
        if paper.state is PaperState.THERE
    )
    promise = Promise(due_at.date(), due_at.time(), request.estimated)
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
    service = services.service_of(held)
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


def handover_pdf(context: Context, request: str) -> bytes:
    """Draw who took the paper of a request away, for both to sign.

    Raises:
        WrongStatus: It was not handed over yet.

    """
    held = journal.load(Request, request)
    collector = held.personal.collector
    if held.status is not Status.HANDED_OVER or collector is None or held.ended_at is None:
        raise WrongStatus("Hasil layanan ini belum diserahkan.", "Serahkan dahulu, lalu cetak bukti penyerahannya.")
    letter, applicant = work.letter_of(held), held.personal.applicant
    done = [step for step in work.history(context, request) if step.action is Action.HAND_OVER]
    checked = "pertanyaan dijawab sesuai berkas"
    if collector.overridden:
        checked = f"jawaban tidak sesuai berkas; diserahkan karena {collector.override_reason}"
    return handover_slip.render(
        handover_slip.HandoverSlip(
            letterheads.letterhead(context.office),
            held.number,
            letter.number if letter else "",
            services.service_of(held).name,
            applicant.represents or applicant.name,
            collector.name,
            collector.relation,
            collector.nik,
            collector.proxy_letter,
            checked,
            held.ended_at,
            context.office.zone,
            held.counter,
            done[-1].who if done else context.user.display,
        )
    )

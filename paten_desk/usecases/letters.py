"""Draft, number, sign and issue letters and countersignatures; reprint them byte for byte."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.documents import copies
from paten_desk.documents.letter import Standing
from paten_desk.domain.catalogue import OutputKind, Service, gives_letter
from paten_desk.domain.errors import NotFound, WrongStatus
from paten_desk.domain.letters import Letter, LetterPersonal
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Action, Status, may_number
from paten_desk.store import archive, journal
from paten_desk.store import letters as store
from paten_desk.store.connection import transaction
from paten_desk.store.letters import LetterRow
from paten_desk.usecases import (
    blanks,
    corrections,
    letter_numbers,
    letter_sheets,
    letter_texts,
    officials,
    proofs,
    revoking,
    services,
    work,
)
from paten_desk.usecases.context import Context


def draft(context: Context, request: str) -> Request:
    """Make the draft of a request's letter from its data.

    Raises:
        NoRight, WrongStatus: Not by this user; not from here, or the service gives no letter.

    """
    with transaction():
        held = journal.load(Request, request)
        service = services.service_of(held)
        _demand_paper(service)
        moved = work.step(context, held, Action.DRAFT)
        made = _keeping_number(context, moved, _new_letter(context, moved, service))
        journal.record(context.stamp(), "drafted", made)
        moved = replace(moved, letter=made.id)
        journal.record(context.stamp(), "drafted", moved)
    return moved


def sign(context: Context, request: str, official: str) -> Request:
    """Record that the paper was signed by an official, whose block is copied now.

    Raises:
        NoRight, WrongStatus, NotFound: Not by this user; not from here; nobody in office has this id.
        PatenError: A blank that the text needs is empty; it must be filled before the paper is signed.

    """
    with transaction():
        held = journal.load(Request, request)
        service = services.service_of(held)
        moved = work.step(context, held, Action.SIGN)
        corrections.demand_filled(context, held, service)
        signer, block = officials.signer(context, service, official)
        made = journal.load(Letter, held.letter) if held.letter else _new_letter(context, moved, service)
        made = replace(made, official=signer.id, signature=block, signed_at=context.now())
        journal.record(context.stamp(), "signed", made)
        moved = replace(moved, letter=made.id)
        journal.record(context.stamp(), "signed", moved)
    return moved


def signer_left(context: Context, request: str) -> bool:
    """Say whether who signed a paper without a number holds the post no more: with today's date it is not theirs."""
    made = work.letter_of(journal.load(Request, request))
    return (
        made is not None
        and bool(made.official)
        and not made.serial
        and not officials.still_serves(context, made.official)
    )


def sign_again(context: Context, request: str, official: str) -> Letter:
    """Record that the paper was signed anew by an official of today, because who signed it before has left.

    Raises:
        NoRight, NotFound, WrongStatus: Not by this user; nobody in office has this id; it need not be.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Action.SIGN, held.service)
        if held.status is not Status.SIGNED or not signer_left(context, request):
            raise WrongStatus("Surat ini tidak perlu ditandatangani lagi.", "Muat ulang daftar.")
        signer, block = officials.signer(context, services.service_of(held), official)
        made = replace(journal.load(Letter, held.letter), official=signer.id, signature=block, signed_at=context.now())
        journal.record(context.stamp(), "signed", made)
    return made


def signers(context: Context, request: str) -> list[tuple[str, str]]:
    """Return who may sign this request's paper today: (official id, block in one line)."""
    service = services.service_of(journal.load(Request, request))
    return officials.signers_in_words(context, service)


def number(context: Context, request: str) -> Letter:
    """Give the letter or register number, where the workflow allows it now.

    Raises:
        NoRight, WrongStatus: Not by this user; not yet, or this service gives no number.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Right.NUMBER, held.service)
        return _number(context, held)


def issue(context: Context, request: str) -> Request:
    """Give what is signed its number, store its PDF for ever and set the request ready: all or nothing.

    Raises:
        NoRight, WrongStatus, PatenError: Not by this user; not signed, or by somebody who has left the post since;
            a blank of the text is empty.

    """
    with transaction():
        held = journal.load(Request, request)
        service = services.service_of(held)
        moved = work.step(context, held, Action.MAKE_READY)
        if service.output is not OutputKind.NONE:
            context.demand(Right.NUMBER)
            _demand_signer(context, held)
            made = _with_known_text(context, held, service, _number(context, held))
            made = revoking.take_over(context, held, made)
            made = replace(made, proof=proofs.of_letter(context, held, made))
            content = letter_sheets.draw(context, held, service, made, Standing.ISSUED)
            made = replace(made, document=archive.put(content, made.year))
            journal.record(context.stamp(), "issued", made)
        journal.record(context.stamp(), work.VERBS[Action.MAKE_READY], moved)
    return moved


def preview(context: Context, request: str) -> bytes:
    """Draw the paper as it stands: the issued PDF, marked where it counts no more, or a KONSEP.

    Raises:
        WrongStatus: The service gives no paper.

    """
    held = journal.load(Request, request)
    service = services.service_of(held)
    made = work.letter_of(held)
    if made is not None and made.document:
        return copies.mark(paper(made), 0, revoking.word(made))
    _demand_paper(service)
    made = revoking.linked(held, made or _new_letter(context, held, service))
    return letter_sheets.draw(context, held, service, made, Standing.DRAFT)


def original(context: Context, request: str) -> bytes:
    """Return the issued PDF byte for byte.

    Raises:
        WrongStatus: It is not issued.

    """
    made = issued(request)
    return archive.get(made.document, made.year)


def register(context: Context, before: LetterRow | None = None) -> list[LetterRow]:
    """Return a page of the register of letters, newest first."""
    return store.newest(before)


def paper(made: Letter) -> bytes:
    """Return the paper that counts: what was signed elsewhere, else what was issued."""
    return archive.get(made.final or made.document, made.year)


def issued(request: str) -> Letter:
    """Return the issued paper of a request.

    Raises:
        WrongStatus: It is not issued.

    """
    held = journal.load(Request, request)
    made = journal.load(Letter, held.letter) if held.letter else None
    if made is None or not made.document:
        raise WrongStatus("Surat ini belum diterbitkan.", "Selesaikan tanda tangan dan penomorannya dahulu.")
    return made


def _demand_signer(context: Context, request: Request) -> None:
    if signer_left(context, request.id):
        raise WrongStatus(
            "Penanda tangan surat ini sudah tidak menjabat, jadi surat belum dapat bertanggal hari ini.",
            "Mintalah tanda tangan pejabat yang sekarang, lalu terbitkan lagi.",
        )


def _demand_paper(service: Service) -> None:
    if service.output is OutputKind.NONE:
        raise WrongStatus(f"Layanan {service.name} tidak menghasilkan surat kecamatan.", "Catat hasilnya saja.")


def _new_letter(context: Context, request: Request, service: Service) -> Letter:
    if not letter_texts.is_known(service.template):
        raise NotFound(f"Naskah untuk {service.name} belum ada.", "Minta admin memeriksa katalog layanan.")
    values, lists = blanks.of_request(context, request, service, None)
    about = (request.personal.subjects or (request.personal.applicant,))[0]
    return Letter(
        context.new_id(),
        request.id,
        service.code,
        service.template,
        letter_texts.in_force(context, service.template)[1],
        personal=LetterPersonal(about.represents or about.name, values, lists),
    )


def _with_known_text(context: Context, request: Request, service: Service, made: Letter) -> Letter:
    """Let a draft whose text left with an older program take today's, with all that it asks for."""
    known = letter_texts.with_known_text(context, made)
    if known.template_version == made.template_version:
        return made
    values, lists = blanks.of_request(context, request, service, made.valid_until)
    return replace(known, personal=replace(known.personal, blanks=values, lists=lists))


def _keeping_number(context: Context, request: Request, new: Letter) -> Letter:
    """Let a new draft go on with the number that the one before it got, before the dossier was returned."""
    old = work.letter_of(request)
    if old is None or not old.serial or old.document or old.template != new.template:
        return new
    values, lists = blanks.of_request(context, request, services.service_of(request), old.valid_until)
    return replace(
        old, template_version=new.template_version, personal=replace(new.personal, blanks=values, lists=lists)
    )


def _number(context: Context, request: Request) -> Letter:
    service = services.service_of(request)
    _demand_paper(service)
    made = journal.load(Letter, request.letter) if request.letter else None
    if made is None or not may_number(service.output, request.status, context.office.number_at_print):
        when = "setelah konsep dibuat" if context.office.number_at_print else "setelah ditandatangani"
        raise WrongStatus("Nomor belum dapat diberikan.", f"Di kantor ini nomor diberikan {when}.")
    if made.serial:
        return made
    made = letter_numbers.take(context, service, made, is_letter=gives_letter(service))
    values, lists = blanks.of_request(context, request, service, made.valid_until)
    made = replace(made, personal=replace(made.personal, blanks=values, lists=lists))
    journal.record(context.stamp(), "numbered", made)
    return made

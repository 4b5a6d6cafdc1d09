"""The letter that refuses a request: reason, legal ground, and the right to object.

Source: UU 30/2014 Pasal 77: an objection within 21 working days.
"""

from __future__ import annotations

from dataclasses import replace

from paten_desk.documents.letter import Standing
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.letters import REJECTION, Letter, LetterPersonal, LetterState
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import archive, journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import (
    blanks,
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

SIGNING_POSTS = ("head", "secretary")  # of services that give no letter of their own


def is_wanted(request: Request) -> bool:
    """Say whether a request was refused and has no letter that says so and counts."""
    if request.status is not Status.REJECTED:
        return False
    held = work.letter_of(request)
    return held is None or held.template != REJECTION or held.state in (LetterState.VOIDED, LetterState.REVOKED)


def signers(context: Context, request: str) -> list[tuple[str, str]]:
    """Return who may sign it today: (official id, block in one line)."""
    service = _service(journal.load(Request, request))
    return officials.signers_in_words(context, service)


def draft(context: Context, request: str, ground: str) -> bytes:
    """Draw the letter as KONSEP, to be looked at and signed.

    Raises:
        WrongStatus: The request was not refused, or has its letter.

    """
    held = _refused(request)
    made = revoking.linked(held, _letter(context, held, clean(ground)))
    return letter_sheets.draw(context, held, _service(held), made, Standing.DRAFT)


def issue(context: Context, request: str, ground: str, official: str) -> Request:
    """Give the letter its number, record who signed it and store its PDF for ever: all or nothing.

    Raises:
        NoRight, NotFound: Not by this user; not this official.
        Invalid, WrongStatus: No legal ground; the request was not refused, or has its letter.

    """
    context.demand(Right.NUMBER)
    if not clean(ground):
        raise Invalid([Problem("ground", "Tulis dasar hukumnya, misalnya pasal dan nomor peraturannya.")])
    with transaction():
        held = _refused(request)
        context.demand(Action.REJECT, held.service)
        service = _service(held)
        signer, block = officials.signer(context, service, official)
        made = replace(
            _letter(context, held, clean(ground)), official=signer.id, signature=block, signed_at=context.now()
        )
        made = letter_numbers.take(context, service, made, is_letter=True)
        journal.record(context.stamp(), "numbered", made)
        made = revoking.take_over(context, held, made)
        made = replace(made, proof=proofs.of_letter(context, held, made))
        content = letter_sheets.draw(context, held, service, made, Standing.ISSUED)
        made = replace(made, document=archive.put(content, made.year))
        journal.record(context.stamp(), "issued", made)
        told = replace(held, letter=made.id)
        journal.record(context.stamp(), "rejection_issued", told)
    return told


def _refused(request: str) -> Request:
    held = journal.load(Request, request)
    if not is_wanted(held):
        raise WrongStatus(
            "Permohonan ini tidak sedang menunggu surat penolakan.", "Muat ulang daftar, lalu lihat keadaannya."
        )
    return held


def _service(request: Request) -> Service:
    service = services.service_of(request)
    return service if service.signatories else replace(service, signatories=SIGNING_POSTS)


def _letter(context: Context, request: Request, ground: str) -> Letter:
    values, _ = blanks.of_request(context, request, services.service_of(request), None)
    values["reason"] = values.get("reason", "").rstrip(".")
    values["legal_ground"] = ground.rstrip(".")
    applicant = request.personal.applicant
    name = applicant.represents or applicant.name
    personal = LetterPersonal(name, {key: text for key, text in values.items() if text})
    version = letter_texts.in_force(context, REJECTION)[1]
    return Letter(context.new_id(), request.id, request.service, REJECTION, version, personal=personal)

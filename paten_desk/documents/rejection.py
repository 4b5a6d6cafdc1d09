"""The letter that refuses a request: reason, legal ground, and the right to object."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paten_desk.documents import letter, templates
from paten_desk.documents.letter import Address, Letter, Proof, Standing
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.signature import Signature
from paten_desk.domain.formats import long_date

TEMPLATE = "rejection"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A refused request.

    Attributes:
        number: The letter's number; "" leaves a dotted line.
        registration_no, registered_on: The request that is refused.
        reason: Ends a sentence that begins "... dengan alasan"; no full stop.
        legal_ground: Ends a sentence that begins "Keputusan ini didasarkan pada"; no full stop.

    """

    letterhead: Letterhead
    number: str
    place_date: str
    kecamatan: str
    applicant: str
    address: str
    service: str
    registration_no: str
    registered_on: date
    reason: str
    legal_ground: str
    signature: Signature
    purpose: str = ""
    proof: Proof | None = None
    standing: Standing = Standing.ISSUED
    copy_no: int = 0


def render(rejection: Rejection) -> bytes:
    """Draw the letter on F4.

    Raises:
        PatenError: It is to be issued, and the reason or the legal ground is missing.

    """
    values = {
        "kecamatan": rejection.kecamatan,
        "applicant.name": rejection.applicant,
        "applicant.address": rejection.address,
        "service": rejection.service,
        "registration_no": rejection.registration_no,
        "registered_on": long_date(rejection.registered_on),
        "purpose": rejection.purpose,
        "reason": rejection.reason.rstrip(". "),
        "legal_ground": rejection.legal_ground.rstrip(". "),
    }
    issuing = rejection.standing is Standing.ISSUED
    framed = templates.frame(TEMPLATE, values, issuing=issuing)
    return letter.render(
        Letter(
            rejection.letterhead,
            "",
            rejection.number,
            templates.compose(TEMPLATE, values, issuing=issuing),
            rejection.signature,
            Address(rejection.place_date, subject=framed.subject),
            framed.recipient,
            proof=rejection.proof,
            standing=rejection.standing,
            copy_no=rejection.copy_no,
        )
    )

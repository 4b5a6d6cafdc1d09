"""Letters and countersignatures: the number, the snapshot of the official, and the issued paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from paten_desk.domain.officials import SignatureBlock

REJECTION = "rejection"
"""Name of the text that refuses a request; every other letter has the text of its service."""


class LetterState(StrEnum):
    """Whether an issued letter counts."""

    VALID = ""
    VOIDED = "voided"  # its number was declared void
    REVOKED = "revoked"
    REPLACED = "replaced"  # by another letter


STATE_WORDS = {LetterState.VOIDED: "BATAL", LetterState.REVOKED: "DICABUT", LetterState.REPLACED: "DIGANTI"}
"""What stands across a letter that no longer counts, and in the registers."""


@dataclass(frozen=True, slots=True)
class LetterPersonal:
    """The blanks as they were printed, so that the text can be told from the record alone.

    Attributes:
        reason: Why the letter no longer counts.
        copy_reason: Why it was last printed again, as a copy or as the letter itself.

    """

    name: str = ""
    blanks: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    reason: str = ""
    copy_reason: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the office issues for a request: a letter with a number, or a register number on another's paper.

    Attributes:
        book: Number book it drew from, "" before.
        branch: Ledger whose book that is, "" for the office's first.
        serial: Running number in the book and year, 0 before.
        number: As written, or "".
        template, template_version: The text it was made from.
        signature: Copy of the official's block, None until signed.
        document: SHA-256 of the issued PDF in hex, "" until issued.
        final: SHA-256 of the PDF that was signed electronically elsewhere and filed here, "" for none.
        prints: Times it is known to have come out of a printer as the letter itself.
        copies: Times it was printed after the first; the next print is SALINAN `copies + 1`.
        proof: Text of its QR code, signed when it was issued; "" for none.
        state, ended_on: Whether it counts, and since when no more.
        replaces: Id of the letter that this one replaces, or "".
        replacement: Id of the request whose letter is to replace this one, or has, or "".

    """

    id: str
    request: str
    service: str
    template: str
    template_version: str
    book: str = ""
    year: int = 0
    serial: int = 0
    number: str = ""
    dated: date | None = None
    valid_until: date | None = None
    official: str = ""
    signature: SignatureBlock | None = None
    signed_at: datetime | None = None
    document: str = ""
    copies: int = 0
    branch: str = ""
    proof: str = ""
    state: LetterState = LetterState.VALID
    ended_on: date | None = None
    replaces: str = ""
    replacement: str = ""
    prints: int = 0
    final: str = ""
    personal: LetterPersonal = LetterPersonal()

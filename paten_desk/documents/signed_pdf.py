"""PDFs that somebody signed elsewhere: looked at before they are filed, and kept byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from paten_desk.documents.attached import BROKEN
from paten_desk.domain.errors import PatenError

MOST_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """What a PDF says of itself.

    Attributes:
        signatures: How many signatures it carries that cover bytes of it; whether they are good, only the system
            that made them can tell.
        words: Its text, runs of white space as one space.

    """

    pages: int
    signatures: int
    words: str


def look(pdf: bytes) -> SignedPdf:
    """Read a PDF that was signed elsewhere.

    Raises:
        PatenError: It is too big, damaged or locked.

    """
    if len(pdf) > MOST_BYTES:
        raise PatenError("PDF ini lebih besar dari 10 MB.", "Minta berkas surat itu saja, tanpa lampiran.")
    try:
        reader = PdfReader(BytesIO(pdf))
        if reader.is_encrypted:
            raise PatenError("PDF ini terkunci kata sandi.", "Minta berkas tanpa kata sandi.")
        words = " ".join(" ".join((page.extract_text() or "").split()) for page in reader.pages)
        return SignedPdf(len(reader.pages), _signatures(reader), words)
    except BROKEN as error:
        raise PatenError("PDF ini rusak atau tidak dapat dibaca.", "Unduh lagi dari tempat asalnya.") from error


def _signatures(reader: PdfReader) -> int:
    """Count the signature fields whose value names the bytes it covers (ISO 32000-1, 12.8.1)."""
    fields: Any = reader.get_fields() or {}
    return sum(
        1
        for field in fields.values()
        if field.get("/FT") == "/Sig" and "/ByteRange" in ((field.get("/V") or {}) and field["/V"].get_object())
    )

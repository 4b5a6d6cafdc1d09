"""Letters for paper that carries a letterhead already: the stored letter is whole, only the print goes without."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter

from paten_desk.documents.letterhead import APART


def without_head(pdf: bytes) -> bytes:
    """Return a PDF whose letterhead, drawn apart, is left out; everything else stays where it is."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        resources: Any = page["/Resources"]
        pieces = resources.get("/XObject")
        piece = pieces.get(f"/FormXob.{APART}") if pieces is not None else None
        if piece is not None:
            piece.get_object().set_data(b"")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()

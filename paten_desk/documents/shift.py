"""Move what is drawn on a PDF's pages, for a printer that feeds its paper a little askew; the paper stays as it is."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader, PdfWriter, Transformation

from paten_desk.documents.page import MM


def shift(pdf: bytes, right_mm: float, down_mm: float) -> bytes:
    """Return the PDF with everything on every page moved; what leaves the paper is cut off."""
    if not right_mm and not down_mm:
        return pdf
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        page.add_transformation(Transformation().translate(right_mm * MM, -down_mm * MM))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()

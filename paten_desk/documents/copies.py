"""Mark a reprint: the issued PDF stays as it is, with SALINAN n laid over its top edge."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from paten_desk.documents import fonts
from paten_desk.documents.page import MM

SIZE = 10


def mark(issued: bytes, copy_no: int) -> bytes:
    """Return the issued PDF with SALINAN `copy_no` (1 for the first reprint) at the top right of each page."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(issued)))
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.merge_page(PdfReader(BytesIO(_stamp(width, height, copy_no))).pages[0])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@lru_cache(16)
def _stamp(width: float, height: float, copy_no: int) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1)
    fonts.register()
    canvas.setFont(fonts.SANS_BOLD, SIZE)
    words = f"SALINAN {copy_no}"
    room = canvas.stringWidth(words, fonts.SANS_BOLD, SIZE) + 4 * MM
    x, y = width - room - 8 * MM, height - 11 * MM
    canvas.setLineWidth(0.8)
    canvas.rect(x, y, room, 6 * MM, stroke=1, fill=0)
    canvas.drawCentredString(x + room / 2, y + 2 * MM, words)
    canvas.showPage()
    canvas.save()
    return out.getvalue()

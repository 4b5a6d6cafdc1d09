"""Mark a reprint, and a letter that no longer counts: the issued PDF stays as it is, the mark is laid over it."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from paten_desk.documents import fonts
from paten_desk.documents.page import MM

SIZE = 10


def mark(issued: bytes, copy_no: int, word: str = "") -> bytes:
    """Return the issued PDF with SALINAN `copy_no` (1 for the first reprint, 0 for none) at the top right of each page.

    `word` is drawn across every page of a letter that no longer counts, e.g. "DICABUT".
    """
    if not copy_no and not word:
        return issued
    from pypdf import PdfReader, PdfWriter  # 14 MB that no first print needs

    writer = PdfWriter(clone_from=PdfReader(BytesIO(issued)))
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        page.merge_page(PdfReader(BytesIO(_stamp(width, height, copy_no, word))).pages[0])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@lru_cache(16)
def _stamp(width: float, height: float, copy_no: int, word: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), pageCompression=1)
    fonts.register()
    if word:
        _across(canvas, width, height, word)
    if copy_no:
        _corner(canvas, width, height, f"SALINAN {copy_no}")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _across(canvas: Canvas, width: float, height: float, word: str) -> None:
    """Draw the outline of a word from corner to corner; what is under it stays readable."""
    size = 120 * width / (215 * MM)
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(52)
    canvas.setStrokeGray(0.55)
    canvas.setLineWidth(1.2)
    drawn = canvas.beginText(-canvas.stringWidth(word, fonts.SANS_BOLD, size) / 2, -size * 0.35)
    drawn.setFont(fonts.SANS_BOLD, size)
    drawn.setTextRenderMode(1)
    drawn.textOut(word)
    canvas.drawText(drawn)
    canvas.restoreState()


def _corner(canvas: Canvas, width: float, height: float, words: str) -> None:
    canvas.setFont(fonts.SANS_BOLD, SIZE)
    room = canvas.stringWidth(words, fonts.SANS_BOLD, SIZE) + 4 * MM
    x, y = width - room - 8 * MM, height - 11 * MM
    canvas.setLineWidth(0.8)
    canvas.rect(x, y, room, 6 * MM, stroke=1, fill=0)
    canvas.drawCentredString(x + room / 2, y + 2 * MM, words)

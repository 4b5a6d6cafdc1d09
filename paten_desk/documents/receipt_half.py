"""The dossier receipt on half an F4: both copies on one paper, each with a part beside it to be cut off."""

from __future__ import annotations

from paten_desk.documents import fonts, receipt_body, receipt_stub
from paten_desk.documents.page import F4, GREY, MM, Margins, Sheet
from paten_desk.documents.receipt_facts import COPIES, Receipt, title_of

HALF = F4.height_mm * MM / 2
PART_MM, EDGE_MM, GAP_MM = 50, 12, 5
"""Width of the part to be cut off, white at the paper's edges, white at each side of the cut."""


def render_half_f4(receipt: Receipt) -> bytes:
    """Draw the receipt on F4: the citizen's copy above, the dossier's below, to be cut between."""
    sheet = receipt_body.closest(receipt, lambda: _blank(receipt))
    return sheet.finish(lambda sheet, page_no, pages: _halves(sheet, receipt, page_no, pages))


def _blank(receipt: Receipt) -> Sheet:
    right = EDGE_MM + PART_MM + 2 * GAP_MM
    edges = Margins(EDGE_MM, right, 9, F4.height_mm / 2 + 13)
    return Sheet(F4, title_of(receipt), receipt.letterhead.office, edges)


def _halves(sheet: Sheet, receipt: Receipt, page_no: int, pages: int) -> None:
    sheet.repeat_below(HALF)
    cut, x = sheet.right + GAP_MM * MM, sheet.right + 2 * GAP_MM * MM
    for copy, (words, stub) in enumerate(zip(COPIES, receipt_stub.STUBS, strict=True)):
        foot = HALF * (1 - copy)
        if page_no == 1:
            top = foot + HALF - 9 * MM
            receipt_stub.draw_column(sheet, receipt, stub, x, top, PART_MM * MM, foot + 8 * MM)
        if receipt.copy_no:
            sheet.text(sheet.left, foot + 7 * MM, f"SALINAN {receipt.copy_no}", fonts.SANS_BOLD, 9)
        if pages > 1:
            words += f", halaman {page_no} dari {pages}"
        sheet.text(sheet.right, foot + 7 * MM, words, fonts.SANS_ITALIC, 8, "right", GREY)
    sheet.dashes(HALF, 0.6, 0, sheet.width)
    if page_no == 1:
        sheet.canvas.setDash(2, 2)
        sheet.canvas.setLineWidth(0.6)
        sheet.canvas.line(cut, 0, cut, sheet.height)
        sheet.canvas.setDash()

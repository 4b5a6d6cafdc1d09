"""The dossier receipt on A5, twice: for the citizen and for the dossier."""

from __future__ import annotations

from paten_desk.documents import fonts, receipt_body, receipt_stub
from paten_desk.documents.page import A5, GREY, MM, Margins, Sheet
from paten_desk.documents.receipt_facts import COPIES, Receipt, title_of

STUB, STUB_FOOT = 28 * MM, 8 * MM
"""Height of the part to be cut off the first page, and where its foot stands."""


def render_a5(receipt: Receipt) -> bytes:
    """Draw the receipt twice on A5, for the citizen and for the dossier, each with a part to be cut off."""
    sheet = receipt_body.closest(receipt, lambda: _blank(receipt))
    for _ in COPIES[1:]:
        sheet.repeat_part()
    return sheet.finish(lambda sheet, page_no, pages: _foot(sheet, receipt, page_no, pages))


def _blank(receipt: Receipt) -> Sheet:
    return Sheet(A5, title_of(receipt), receipt.letterhead.office, Margins(12, 12, 10, 13), _keep_free)


def _keep_free(sheet: Sheet) -> None:
    """Keep room at the foot of the first page for the part that is cut off."""
    sheet.foot = STUB_FOOT + STUB + 7 * MM - sheet.bottom if sheet.page_no == 1 else 0.0


def _foot(sheet: Sheet, receipt: Receipt, page_no: int, pages: int) -> None:
    copy = 0 if sheet.canvas.getPageNumber() <= pages else 1
    words, y = COPIES[copy], 6.5 * MM
    if page_no == 1:
        y = STUB_FOOT + STUB + 2.5 * MM
        sheet.dashes(y - 1.2 * MM, 0.6, 0, sheet.width)
        receipt_stub.draw_strip(sheet, receipt, receipt_stub.STUBS[copy], STUB_FOOT, STUB)
    if receipt.copy_no:
        sheet.text(sheet.left, y, f"SALINAN {receipt.copy_no}", fonts.SANS_BOLD, 9)
    if pages > 1:
        words += f", halaman {page_no} dari {pages}"
    sheet.text(sheet.right, y, words, fonts.SANS_ITALIC, 8, "right", GREY)

"""The dossier receipt on A5, twice: for the citizen and for the dossier."""

from __future__ import annotations

from typing import Any

from paten_desk.documents import flow, fonts, letterhead, qr
from paten_desk.documents.flow import Fact
from paten_desk.documents.page import A5, BLACK, GREY, MM, WHITE, Margins, Sheet
from paten_desk.documents.receipt_facts import (
    PROXY,
    TAKE_ALONG,
    Item,
    Receipt,
    closing_words,
    fee_words,
    latest,
    masked_facts,
    promise_words,
    received,
    title_of,
)
from paten_desk.domain.formats import full_date, hour, long_date, weekday

CONDITION = "Janji berlaku bila berkas lengkap dan pejabat yang menandatangani berada di tempat."
COPIES = ("Rangkap 1, untuk warga", "Rangkap 2, untuk berkas")


def render_a5(receipt: Receipt) -> bytes:
    """Draw the receipt twice on A5, for the citizen and for the dossier."""
    sheet = _drawn(receipt, is_compact=False)
    if sheet.page_no > 1:
        sheet = _drawn(receipt, is_compact=True)
    for _ in COPIES[1:]:
        sheet.repeat_part()
    return sheet.finish(lambda sheet, page_no, pages: _foot(sheet, receipt, page_no, pages))


def _drawn(receipt: Receipt, is_compact: bool) -> Sheet:
    sheet = Sheet(A5, title_of(receipt), receipt.letterhead.office, Margins(12, 12, 10, 13))
    letterhead.draw(sheet, receipt.letterhead, 0.54 if is_compact else 0.62)
    _head(sheet, receipt)
    rows = masked_facts(receipt)
    alone = receipt.items[0] if len(receipt.items) == 1 else None
    if alone is not None:
        rows.append(Fact("Layanan", alone.service, bold=True))
        if alone.purpose:
            rows.append(Fact("Keperluan", alone.purpose))
    flow.facts(sheet, rows, flow.sized(flow.SANS, 10, 12) if is_compact else flow.SANS, 22, 0, 0.5)
    sheet.down(6)
    _boxes(sheet, receipt)
    for item in receipt.items:
        _papers(sheet, item, alone is None, is_compact)
    sheet.down(4)
    style = flow.SANS_SMALL
    if is_compact:
        flow.paragraph(sheet, f"{TAKE_ALONG} {closing_words(receipt)}", flow.sized(style, 8, 9.8))
    else:
        flow.paragraph(sheet, f"{TAKE_ALONG} {PROXY} {CONDITION}", style, after=3)
        flow.paragraph(sheet, closing_words(receipt), style)
    _signatures(sheet, receipt, 13 * MM if is_compact else 17 * MM)
    return sheet


def _head(sheet: Sheet, receipt: Receipt) -> None:
    side = 24 * MM
    sheet.down(19)
    top = sheet.y
    room = sheet.room - side - 4 * MM
    sheet.text(sheet.left, sheet.y, "TANDA TERIMA BERKAS", fonts.SANS_BOLD, 15)
    qr.draw(sheet, sheet.right - side, top - side + 10, side, receipt.payload)
    if len(receipt.items) == 1:
        item = receipt.items[0]
        sheet.down(19)
        name = f"Nomor pendaftaran {item.number}" if item.short else "Nomor pendaftaran"
        sheet.fitted(sheet.left, sheet.y, name, fonts.SANS, 9.5, room, colour=GREY)
        sheet.down(22)
        sheet.fitted(sheet.left, sheet.y, item.short or item.number, fonts.SANS_BOLD, 24, room)
    else:
        sheet.down(19)
        sheet.text(sheet.left, sheet.y, "Nomor pendaftaran", fonts.SANS, 9.5, colour=GREY)
        sheet.down(22)
        words = f"{len(receipt.items)} permohonan"
        sheet.text(sheet.left, sheet.y, words, fonts.SANS_BOLD, 24)
    sheet.down(17)
    words = f"Diterima {received(receipt)} di {receipt.counter}"
    sheet.fitted(sheet.left, sheet.y, words, fonts.SANS, 9.5, room)
    sheet.y = min(sheet.y - 8, top - side + 4)
    sheet.rule(sheet.y)
    sheet.down(4)


def _boxes(sheet: Sheet, receipt: Receipt) -> None:
    """Draw promise and fee in two boxes of one size: outlined, and black with white words."""
    high, half = 22 * MM, (sheet.room - 4 * MM) / 2
    sheet.need(high + 10)
    foot = sheet.y - high
    promise = latest(receipt)
    many = len(receipt.items) > 1
    firm = "SEMUA SELESAI SELAMBAT-LAMBATNYA" if many else "JANJI SELESAI, SELAMBAT-LAMBATNYA"
    head = ("PERKIRAAN SEMUA SELESAI" if many else "PERKIRAAN SELESAI") if promise.is_estimate else firm
    large, small = long_date(promise.day), f"hari {weekday(promise.day)}, dalam jam pelayanan"
    if promise.at:
        large, small = f"pukul {hour(promise.at)} {receipt.zone}", full_date(promise.day)
    if promise.at and promise.day == receipt.received_at.date():
        small = f"hari ini, {small}"
    sheet.box(sheet.left, foot, half, high, 0.9, 3)
    _box_words(sheet, sheet.left, foot, half, head, large, small, BLACK)
    x = sheet.left + half + 4 * MM
    sheet.box(x, foot, half, high, 0.9, 3, BLACK)
    _box_words(sheet, x, foot, half, "BIAYA", *fee_words(receipt), WHITE)
    sheet.y = foot - 5


def _box_words(
    sheet: Sheet, x: float, foot: float, wide: float, head: str, large: str, small: str, colour: Any
) -> None:
    room = wide - 7 * MM
    left = x + 3.5 * MM
    sheet.fitted(left, foot + 16.8 * MM, head, fonts.SANS_SEMIBOLD, 7.8, room, colour=colour)
    sheet.fitted(left, foot + 8.2 * MM, large, fonts.SANS_BOLD, 19, room, colour=colour)
    sheet.fitted(left, foot + 3.2 * MM, small, fonts.SANS, 10, room, colour=colour)


def _papers(sheet: Sheet, item: Item, named: bool, is_compact: bool) -> None:
    """List the papers of one request; its number and promise stand above them where there are several requests."""
    sheet.need(32 if is_compact else 45)
    sheet.down(2 if is_compact else 6)
    if named:
        words = " · ".join(part for part in (item.short, item.service) if part)
        flow.paragraph(sheet, flow.bold(words), flow.sized(flow.SANS, 11, 13.5))
        flow.paragraph(sheet, f"{item.number}, {promise_words(item.promise)}", flow.sized(flow.SANS, 9, 11.5), after=1)
    else:
        flow.paragraph(sheet, flow.bold("Berkas yang diterima"), flow.SANS, after=1)
    if is_compact:
        listed = "; ".join(f"{paper.name} ({paper.how()})" if paper.how() else paper.name for paper in item.papers)
        flow.paragraph(sheet, f"Berkas: {listed}.", flow.sized(flow.SANS, 8.5, 10.4), after=1)
        sheet.rule(sheet.y - 1, 0.3)
        return
    sheet.rule(sheet.y)
    for at, paper in enumerate(item.papers, 1):
        paper_row(sheet, str(at), paper.name, paper.how())


def paper_row(sheet: Sheet, number: str, name: str, how: str) -> None:
    """Draw a numbered row: what it is at the left, how at the right, a hairline under it."""
    style = flow.sized(flow.SANS, 10, 12.5)
    how_room = fonts.width(fonts.clean(how, fonts.SANS), fonts.SANS, 10) + 3 * MM if how else 0
    how_room = min(how_room, sheet.room / 2)
    name_room = sheet.room - 6 * MM - how_room
    laid, high = flow.lay(name, style, name_room)
    sheet.need(min(high, 5 * style.leading) + 4)
    sheet.down(2)
    sheet.text(sheet.left, sheet.y - 10, number, fonts.SANS, 10)
    if how:
        sheet.fitted(sheet.right, sheet.y - 10, how, fonts.SANS, 10, how_room, "right")
    flow.place(sheet, laid, high, style, sheet.left + 6 * MM, name_room, after=2)
    sheet.rule(sheet.y, 0.3)


def _signatures(sheet: Sheet, receipt: Receipt, high: float) -> None:
    """Draw at the foot of the page who gave and who took the papers."""
    sheet.need(high + 4 * MM)
    foot = sheet.lowest
    second = sheet.left + sheet.room * 0.6
    for x, role, name in ((sheet.left, "Yang menyerahkan,", receipt.applicant), (second, "Petugas,", receipt.clerk)):
        sheet.text(x, foot + high, role, fonts.SANS, 9.5)
        sheet.rule(foot + 11, 0.4, x, x + 42 * MM)
        room = (second - sheet.left - 6 * MM) if x == sheet.left else sheet.right - x
        sheet.fitted(x, foot, name, fonts.SANS_SEMIBOLD, 10, room)
    sheet.y = foot


def _foot(sheet: Sheet, receipt: Receipt, page_no: int, pages: int) -> None:
    first_copy = sheet.canvas.getPageNumber() <= pages
    words = COPIES[0 if first_copy else 1]
    if pages > 1:
        words += f", halaman {page_no} dari {pages}"
    sheet.text(sheet.right, 6.5 * MM, words, fonts.SANS_ITALIC, 8, "right", GREY)
    if receipt.copy_no:
        sheet.text(sheet.left, 6.5 * MM, f"SALINAN {receipt.copy_no}", fonts.SANS_BOLD, 9)

"""The dossier receipt in large print, for who does not read small words well: one page, only what matters."""

from __future__ import annotations

from paten_desk.documents import flow, fonts, qr
from paten_desk.documents.page import A4, BLACK, F4, GREY, MM, WHITE, Margins, Paper, Sheet
from paten_desk.documents.receipt_facts import (
    PROXY,
    TAKE_ALONG,
    Receipt,
    closing_words,
    fee_words,
    latest,
    masked_facts,
    numbers,
    received,
    services,
    title_of,
)
from paten_desk.domain.formats import full_date, hour

SCALES = (1.0, 0.86, 0.74, 0.62)
"""Sizes tried one after the other before a second page is taken."""


def render_large_f4(receipt: Receipt) -> bytes:
    """Draw the citizen's receipt in large print on F4."""
    return _rendered(receipt, F4)


def render_large_a4(receipt: Receipt) -> bytes:
    """Draw the citizen's receipt in large print on A4."""
    return _rendered(receipt, A4)


def _rendered(receipt: Receipt, paper: Paper) -> bytes:
    for scale in SCALES:
        sheet = Sheet(paper, title_of(receipt), receipt.letterhead.office, Margins(18, 18, 15, 18))
        _draw(sheet, receipt, scale)
        if sheet.page_no == 1:
            break
    return sheet.finish(lambda sheet, page_no, pages: _foot(sheet, receipt, page_no, pages))


def _draw(sheet: Sheet, receipt: Receipt, scale: float) -> None:
    side = 34 * MM
    top, room = sheet.y, sheet.room - side - 6 * MM
    qr.draw(sheet, sheet.right - side, top - side, side, receipt.payload)
    sheet.down(16)
    sheet.fitted(sheet.left, sheet.y, receipt.letterhead.office, fonts.SANS_BOLD, 18, room)
    sheet.down(24)
    sheet.fitted(sheet.left, sheet.y, "TANDA TERIMA BERKAS", fonts.SANS_BOLD, 20, room)
    sheet.down(48 * scale)
    sheet.fitted(sheet.left, sheet.y, numbers(receipt), fonts.SANS_BOLD, 48 * scale, room)
    sheet.y = min(sheet.y - 8, top - side - 2 * MM)
    body = flow.sized(flow.SANS, 18 * scale, 23 * scale)
    names = ", ".join(item.number for item in receipt.items)
    flow.paragraph(sheet, f"Nomor lengkap {names}", flow.sized(body, 13 * scale, 17 * scale), after=2)
    words = f"Diterima {received(receipt)} di {receipt.counter}"
    flow.paragraph(sheet, words, flow.sized(body, 13 * scale, 17 * scale), after=4)
    sheet.rule(sheet.y, 1.2)
    sheet.down(6)
    rows = [*masked_facts(receipt), flow.Fact("Layanan", services(receipt), bold=True)]
    flow.facts(sheet, rows, body, 38 * scale, 0, 2)
    sheet.down(10)
    _promise(sheet, receipt, scale)
    _fee(sheet, receipt, scale)
    flow.paragraph(sheet, flow.bold("Berkas yang diterima"), flow.sized(body, 17 * scale, 22 * scale), after=2)
    papers = [
        f"{paper.name} ({paper.how()})" if paper.how() else paper.name for i in receipt.items for paper in i.papers
    ]
    flow.numbered(sheet, papers, flow.sized(body, 15 * scale, 19 * scale), gap=1)
    sheet.down(6)
    flow.paragraph(sheet, flow.bold(f"{TAKE_ALONG} {PROXY}"), flow.sized(body, 15 * scale, 19.5 * scale), after=4)
    flow.paragraph(sheet, closing_words(receipt), flow.sized(body, 12 * scale, 15.5 * scale), after=4)
    flow.paragraph(sheet, f"Petugas: {receipt.clerk}", flow.sized(body, 13 * scale, 17 * scale))


def _promise(sheet: Sheet, receipt: Receipt, scale: float) -> None:
    promise = latest(receipt)
    high = 34 * MM * scale
    sheet.need(2 * high)
    foot, left, room = sheet.y - high, sheet.left + 5 * MM, sheet.room - 10 * MM
    sheet.box(sheet.left, foot, sheet.room, high, 1.8, 4)
    head = "PERKIRAAN SELESAI" if promise.is_estimate else "SELESAI SELAMBAT-LAMBATNYA"
    sheet.text(left, foot + high * 0.78, head, fonts.SANS_SEMIBOLD, 14 * scale)
    sheet.fitted(left, foot + high * 0.43, full_date(promise.day), fonts.SANS_BOLD, 32 * scale, room)
    at = f"pukul {hour(promise.at)} {receipt.zone}" if promise.at else "dalam jam pelayanan"
    sheet.fitted(left, foot + high * 0.14, at, fonts.SANS_BOLD, 22 * scale, room)
    sheet.y = foot - 4 * MM * scale


def _fee(sheet: Sheet, receipt: Receipt, scale: float) -> None:
    high = 24 * MM * scale
    large, small = fee_words(receipt)
    foot, left, room = sheet.y - high, sheet.left + 5 * MM, sheet.room - 10 * MM
    sheet.box(sheet.left, foot, sheet.room, high, 1, 4, BLACK)
    sheet.text(left, foot + high * 0.72, "BIAYA", fonts.SANS_SEMIBOLD, 14 * scale, colour=WHITE)
    sheet.fitted(left, foot + high * 0.2, large, fonts.SANS_BOLD, 32 * scale, room * 0.6, colour=WHITE)
    end = sheet.right - 5 * MM
    sheet.fitted(end, foot + high * 0.2, small, fonts.SANS, 14 * scale, room * 0.38, "right", WHITE)
    sheet.y = foot - 5 * MM * scale


def _foot(sheet: Sheet, receipt: Receipt, page_no: int, pages: int) -> None:
    words = "Cetak besar, untuk warga" + (f", halaman {page_no} dari {pages}" if pages > 1 else "")
    sheet.text(sheet.right, 10 * MM, words, fonts.SANS_ITALIC, 9, "right", GREY)
    if receipt.copy_no:
        sheet.text(sheet.left, 10 * MM, f"SALINAN {receipt.copy_no}", fonts.SANS_BOLD, 11)

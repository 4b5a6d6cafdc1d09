"""What the large receipts say above their parts to be cut off, set as closely as the papers ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from paten_desk.documents import flow, fonts, letterhead, qr
from paten_desk.documents.flow import Fact
from paten_desk.documents.page import BLACK, GREY, MM, WHITE, Sheet
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
)
from paten_desk.domain.formats import full_date, hour, long_date, weekday

CONDITION = "Janji berlaku bila berkas lengkap dan pejabat yang menandatangani berada di tempat."


@dataclass(frozen=True, slots=True)
class Setting:
    """How closely a receipt is set.

    Attributes:
        least: What it makes at best of the height in the first setting; where that is too much it is not tried.
        head: Scale of the letterhead.
        rows: Papers as numbered rows; else in one paragraph.
        facts, paper: Sizes of the words about the applicant and about the papers, in points.
        conditions: Say who may collect and when the promise holds.
        box_mm, sign_mm: Heights of the two boxes and of the room to sign.

    """

    least: float
    head: float
    rows: bool
    facts: float
    paper: float
    conditions: bool
    box_mm: float
    sign_mm: float


SETTINGS = (
    Setting(1.0, 0.58, True, 10, 9.5, True, 20, 15),
    Setting(0.87, 0.52, True, 9.5, 8.8, True, 18, 12),
    Setting(0.75, 0.5, True, 9, 8.4, False, 16, 11),
    Setting(0.68, 0.54, False, 9.5, 8.5, False, 18, 12),
    Setting(0.62, 0.5, False, 9, 7.8, False, 16, 10),
)
"""Closer and closer; the first that leaves one page is taken, the fourth where none does."""


def closest(receipt: Receipt, blank: Callable[[], Sheet]) -> Sheet:
    """Draw the receipt on a blank sheet in the widest setting that leaves it on one page, else on more."""
    widest = 0.0
    for setting in SETTINGS:
        sheet = blank()
        if widest * setting.least > sheet.top - sheet.lowest:
            continue
        taken = draw(sheet, receipt, setting)
        if sheet.page_no == 1:
            return sheet
        widest = widest or taken
    sheet = blank()
    draw(sheet, receipt, SETTINGS[3])
    return sheet


def draw(sheet: Sheet, receipt: Receipt, setting: Setting) -> float:
    """Draw everything but what tells the copies apart; return how high it stands, in points.

    The signatures stand at the foot of the last page.
    """
    room = sheet.top - sheet.lowest
    letterhead.draw(sheet, receipt.letterhead, setting.head)
    _head(sheet, receipt)
    rows = masked_facts(receipt)
    alone = receipt.items[0] if len(receipt.items) == 1 else None
    if alone is not None:
        rows.append(Fact("Layanan", alone.service, bold=True))
        if alone.purpose:
            rows.append(Fact("Keperluan", alone.purpose))
    flow.facts(sheet, rows, flow.sized(flow.SANS, setting.facts), 22, 0, 0.5)
    sheet.down(6)
    _boxes(sheet, receipt, setting.box_mm * MM)
    for item in receipt.items:
        _papers(sheet, item, alone is None, setting)
    sheet.down(4)
    if setting.conditions:
        style = flow.sized(flow.SANS_SMALL, setting.paper * 0.85)
        flow.paragraph(sheet, f"{TAKE_ALONG} {PROXY} {CONDITION}", style, after=3)
        flow.paragraph(sheet, closing_words(receipt), style)
    else:
        style = flow.sized(flow.SANS_SMALL, min(8, setting.paper))
        flow.paragraph(sheet, f"{TAKE_ALONG} {closing_words(receipt)}", style)
    taken = (sheet.page_no - 1) * room + sheet.top - sheet.y + setting.sign_mm * MM + 4 * MM
    _signatures(sheet, receipt, setting.sign_mm * MM)
    return taken


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


def _boxes(sheet: Sheet, receipt: Receipt, high: float) -> None:
    """Draw promise and fee in two boxes of one size: outlined, and black with white words."""
    half = (sheet.room - 4 * MM) / 2
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
    _box_words(sheet, sheet.left, foot, half, high, head, large, small, BLACK)
    x = sheet.left + half + 4 * MM
    sheet.box(x, foot, half, high, 0.9, 3, BLACK)
    _box_words(sheet, x, foot, half, high, "BIAYA", *fee_words(receipt), WHITE)
    sheet.y = foot - 5


def _box_words(
    sheet: Sheet, x: float, foot: float, wide: float, high: float, head: str, large: str, small: str, colour: Any
) -> None:
    room, left, share = wide - 7 * MM, x + 3.5 * MM, high / (22 * MM)
    sheet.fitted(left, foot + high * 0.765, head, fonts.SANS_SEMIBOLD, 7.8 * share, room, colour=colour)
    sheet.fitted(left, foot + high * 0.373, large, fonts.SANS_BOLD, 19 * share, room, colour=colour)
    sheet.fitted(left, foot + high * 0.145, small, fonts.SANS, 10 * share, room, colour=colour)


def _papers(sheet: Sheet, item: Item, named: bool, setting: Setting) -> None:
    """List the papers of one request; its number and promise stand above them where there are several requests."""
    sheet.need(45 if setting.rows else 32)
    sheet.down(6 if setting.paper > 9 else 3 if setting.rows else 2)
    if named:
        words = " · ".join(part for part in (item.short, item.service) if part)
        flow.paragraph(sheet, flow.bold(words), flow.sized(flow.SANS, setting.paper + 1, 1.2 * setting.paper + 1.2))
        words = f"{item.number}, {promise_words(item.promise)}"
        flow.paragraph(sheet, words, flow.sized(flow.SANS, setting.paper - 0.5, 1.2 * setting.paper), after=1)
    else:
        flow.paragraph(sheet, flow.bold("Berkas yang diterima"), flow.sized(flow.SANS, setting.facts), after=1)
    if not setting.rows:
        listed = "; ".join(f"{paper.name} ({paper.how()})" if paper.how() else paper.name for paper in item.papers)
        flow.paragraph(sheet, f"Berkas: {listed}.", flow.sized(flow.SANS, setting.paper, 1.2 * setting.paper), after=1)
        sheet.rule(sheet.y - 1, 0.3)
        return
    sheet.rule(sheet.y)
    for at, paper in enumerate(item.papers, 1):
        paper_row(sheet, str(at), paper.name, paper.how(), setting.paper)


def paper_row(sheet: Sheet, number: str, name: str, how: str, size: float = 10) -> None:
    """Draw a numbered row: what it is at the left, how at the right, a hairline under it."""
    style = flow.sized(flow.SANS, size, 1.25 * size)
    how_room = fonts.width(fonts.clean(how, fonts.SANS), fonts.SANS, size) + 3 * MM if how else 0
    how_room = min(how_room, sheet.room / 2)
    name_room = sheet.room - 6 * MM - how_room
    laid, high = flow.lay(name, style, name_room)
    sheet.need(min(high, 5 * style.leading) + 4)
    sheet.down(0.2 * size)
    sheet.text(sheet.left, sheet.y - size, number, fonts.SANS, size)
    if how:
        sheet.fitted(sheet.right, sheet.y - size, how, fonts.SANS, size, how_room, "right")
    flow.place(sheet, laid, high, style, sheet.left + 6 * MM, name_room, after=0.2 * size)
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

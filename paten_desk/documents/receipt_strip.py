"""The dossier receipt on the strip of a thermal printer, 80 or 58 mm: black only, as long as it needs to be."""

from __future__ import annotations

from typing import Any

from paten_desk.documents import flow, fonts, qr
from paten_desk.documents.flow import Fact, Run
from paten_desk.documents.page import BLACK, MM, STRIP_58, STRIP_80, WHITE, Margins, Paper, Sheet
from paten_desk.documents.receipt_facts import (
    TAKE_ALONG,
    Item,
    Receipt,
    closing_words,
    fee_words,
    latest,
    masked_facts,
    received,
    title_of,
)
from paten_desk.domain.formats import full_date, hour

WIDE_EDGE, NARROW_EDGE = Margins(4, 4, 6, 5), Margins(5, 5, 5, 5)
NARROW = 0.84
"""Size of the words on the narrow roll, as a share of those on the wide one."""


def render_80mm(receipt: Receipt) -> bytes:
    """Draw the citizen's receipt on a strip 80 mm wide, 72 of them printed."""
    return _rolled(receipt, STRIP_80, WIDE_EDGE)


def render_58mm(receipt: Receipt) -> bytes:
    """Draw the citizen's receipt on a strip 58 mm wide, 48 of them printed."""
    return _rolled(receipt, STRIP_58, NARROW_EDGE)


def _rolled(receipt: Receipt, roll: Paper, edge: Margins) -> bytes:
    """Draw once to see how long the strip gets, then on paper of that length."""
    tall = Sheet(roll, title_of(receipt), receipt.letterhead.office, edge)
    _strip(tall, receipt)
    used_mm = (tall.height - tall.y) / MM + edge.bottom
    cut = Paper(roll.name, roll.width_mm, used_mm)
    sheet = Sheet(cut, title_of(receipt), receipt.letterhead.office, edge)
    _strip(sheet, receipt)
    return sheet.finish()


def _share(sheet: Sheet) -> float:
    return 1.0 if sheet.width > 60 * MM else NARROW


def _body(sheet: Sheet) -> Any:
    return flow.sized(flow.SANS, 10 * _share(sheet), 12.5 * _share(sheet))


def _note(sheet: Sheet) -> Any:
    return flow.sized(flow.SANS, 8.5 * _share(sheet), 10.5 * _share(sheet), "middle")


def _strip(sheet: Sheet, receipt: Receipt) -> None:
    head = receipt.letterhead
    government = head.government.removeprefix("PEMERINTAH ").title() if head.government.isupper() else head.government
    _middle(sheet, head.office, 13, 15, bold=True)
    _middle(sheet, government, 9.5, 12)
    sheet.down(4)
    _middle(sheet, "TANDA TERIMA BERKAS", 10.5, 13, bold=True)
    if receipt.copy_no:
        _middle(sheet, f"SALINAN {receipt.copy_no}", 9, 11, bold=True)
    sheet.down(1)
    if len(receipt.items) == 1:
        item = receipt.items[0]
        if item.short:
            _middle(sheet, item.number, 9.5, 12)
        large = item.short or item.number
        sheet.down(20)
        sheet.fitted(sheet.middle, sheet.y, large, fonts.SANS_BOLD, 22, sheet.room, "middle")
        sheet.down(5)
    else:
        _middle(sheet, f"{len(receipt.items)} permohonan", 16, 20, bold=True)
    _middle(sheet, received(receipt), 9.5, 12)
    _dashes(sheet)
    _people(sheet, receipt)
    _dashes(sheet)
    _promise(sheet, receipt)
    _fee(sheet, receipt)
    for item in receipt.items:
        _papers(sheet, item, named=len(receipt.items) > 1)
    sheet.down(8)
    side = 27 * MM
    qr.draw(sheet, sheet.middle - side / 2, sheet.y - side, side, receipt.payload)
    sheet.down(side + 5)
    flow.paragraph(sheet, TAKE_ALONG, _note(sheet), after=2)
    flow.paragraph(sheet, closing_words(receipt), _note(sheet))


def _middle(sheet: Sheet, words: str, size: float, leading: float, bold: bool = False) -> None:
    share = _share(sheet)
    flow.paragraph(sheet, (Run(words, bold=bold),), flow.sized(flow.SANS, size * share, leading * share, "middle"))


def _dashes(sheet: Sheet) -> None:
    sheet.down(6)
    sheet.dashes(sheet.y)
    sheet.down(3)


def _people(sheet: Sheet, receipt: Receipt) -> None:
    rows = masked_facts(receipt)
    if len(receipt.items) == 1:
        rows.append(Fact("Layanan", receipt.items[0].service, bold=True))
    rows.append(Fact("Loket", f"{receipt.counter.removeprefix('Loket ')}, {receipt.clerk}"))
    flow.facts(sheet, rows, _body(sheet), 17 * _share(sheet), 0)


def _promise(sheet: Sheet, receipt: Receipt) -> None:
    promise = latest(receipt)
    whole = " seluruhnya" if len(receipt.items) > 1 else ""
    words = f"Perkiraan selesai{whole}" if promise.is_estimate else f"Selesai{whole} selambat-lambatnya"
    flow.paragraph(sheet, words, flow.sized(flow.SANS, 9, 11))
    large = full_date(promise.day) + (f"\npukul {hour(promise.at)} {receipt.zone}" if promise.at else "")
    share = _share(sheet)
    flow.paragraph(sheet, flow.bold(large), flow.sized(flow.SANS, 14 * share, 17 * share), after=5)


def _fee(sheet: Sheet, receipt: Receipt) -> None:
    high = 17 * MM
    large, small = fee_words(receipt)
    foot = sheet.y - high
    sheet.box(sheet.left, foot, sheet.room, high, 1, 2, BLACK)
    room = sheet.room - 6 * MM
    sheet.text(sheet.middle, foot + 12.6 * MM, "BIAYA", fonts.SANS_SEMIBOLD, 8.5, "middle", WHITE)
    sheet.fitted(sheet.middle, foot + 5.6 * MM, large, fonts.SANS_BOLD, 20, room, "middle", WHITE)
    sheet.fitted(sheet.middle, foot + 1.9 * MM, small, fonts.SANS, 8.5, room, "middle", WHITE)
    sheet.y = foot


def _papers(sheet: Sheet, item: Item, named: bool) -> None:
    sheet.down(6)
    if named:
        words = " · ".join(part for part in (item.short, item.service) if part)
        flow.paragraph(sheet, flow.bold(words), flow.sized(flow.SANS, 10.5, 13))
        at = f", {hour(item.promise.at)}" if item.promise.at else ""
        words = f"{item.number}, selesai {full_date(item.promise.day)}{at}"
        flow.paragraph(sheet, words, flow.sized(flow.SANS, 8.5, 10.5), after=1)
    else:
        flow.paragraph(sheet, flow.bold("Berkas diterima"), _body(sheet), after=1)
    for paper in item.papers:
        how = paper.how()
        size = 10 * _share(sheet)
        room = min(fonts.width(fonts.clean(how, fonts.SANS), fonts.SANS, size) + 2 * MM, sheet.room / 2)
        sheet.fitted(sheet.right, sheet.y - size, how, fonts.SANS, size, room, "right")
        flow.paragraph(sheet, paper.name, _body(sheet), sheet.left, sheet.room - room)

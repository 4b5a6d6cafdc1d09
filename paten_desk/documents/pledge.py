"""Maklumat pelayanan: the pledge that hangs on the wall, signed by the camat, on F4 or A3."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.documents import crest, flow, fonts, signature
from paten_desk.documents.letterhead import CREST_MM, Letterhead
from paten_desk.documents.page import A3, F4, MM, Margins, Paper, Sheet
from paten_desk.documents.signature import Signature


@dataclass(frozen=True, slots=True)
class Pledge:
    """What an office promises.

    Attributes:
        words: The pledge, one sentence.
        mottos: Short lines below it, e.g. how to complain.

    """

    letterhead: Letterhead
    words: str
    camat: Signature
    mottos: tuple[str, ...] = ()


def render_f4(pledge: Pledge) -> bytes:
    """Draw the pledge on F4."""
    return _rendered(pledge, F4)


def render_a3(pledge: Pledge) -> bytes:
    """Draw the pledge on A3, to be read from across the room."""
    return _rendered(pledge, A3)


def _rendered(pledge: Pledge, paper: Paper) -> bytes:
    scale = paper.width_mm / F4.width_mm
    edge = 26 * scale
    sheet = Sheet(paper, "Maklumat Pelayanan", pledge.letterhead.office, Margins(edge, edge, edge, edge))
    _frame(sheet, scale)
    _crest(sheet, pledge.letterhead, scale)
    for words, size in ((pledge.letterhead.government, 15), (pledge.letterhead.office, 22)):
        flow.paragraph(sheet, flow.bold(words), flow.sized(flow.CENTRE, size * scale, size * 1.3 * scale))
    sheet.down(40 * scale)
    sheet.fitted(sheet.middle, sheet.y, "MAKLUMAT PELAYANAN", fonts.LETTER_BOLD, 34 * scale, sheet.room, "middle")
    sheet.down(12 * scale)
    third = sheet.room / 3
    sheet.rule(sheet.y, 2 * scale, sheet.middle - third / 2, sheet.middle + third / 2)
    sheet.down(36 * scale)
    flow.paragraph(sheet, flow.bold(pledge.words), flow.sized(flow.CENTRE, 20 * scale, 34 * scale), after=30 * scale)
    _signed(sheet, pledge, scale)
    if pledge.mottos:
        style = flow.sized(flow.CENTRE, 12 * scale, 17 * scale)
        high = sum(flow.height(words, style, sheet.room) for words in pledge.mottos)
        sheet.y = sheet.bottom + high
        for words in pledge.mottos:
            flow.paragraph(sheet, words, style)
    return sheet.finish()


def _frame(sheet: Sheet, scale: float) -> None:
    for inset, thick in ((13, 3.2), (15.5, 0.9)):
        x = inset * MM * scale
        sheet.box(x, x, sheet.width - 2 * x, sheet.height - 2 * x, thick * scale)


def _crest(sheet: Sheet, head: Letterhead, scale: float) -> None:
    if head.crest is None and not head.sample:
        return
    wide, high = CREST_MM[0] * MM * scale * 1.5, CREST_MM[1] * MM * scale * 1.5
    x, y = sheet.middle - wide / 2, sheet.y - high
    if head.crest is not None:
        crest.draw(sheet, head.crest, x, y, wide, high)
    else:
        crest.draw_sample(sheet, x, y, wide, high)
    sheet.down(high + 8 * scale)


def _signed(sheet: Sheet, pledge: Pledge, scale: float) -> None:
    room = sheet.room * 0.7
    style = flow.sized(flow.CENTRE, 14 * scale, 19 * scale)
    signature.draw(sheet, pledge.camat, sheet.middle - room / 2, room, style, 28 * scale)

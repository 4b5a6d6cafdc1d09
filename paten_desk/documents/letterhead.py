"""The head of every sheet: crest, office, address, thick over thin rule."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.documents import crest, flow, fonts
from paten_desk.documents.page import MM, Sheet

CREST_MM = (18, 22)
APART = "letterhead"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the head of an office's paper.

    Attributes:
        government: First line, in capitals, e.g. "PEMERINTAH KABUPATEN CONTOH RAYA".
        office: Second line, large and bold, e.g. "KECAMATAN CONTOH".
        lines: Address, telephone, e-mail; one or two lines.
        crest: PNG or JPEG bytes, or None.
        sample: Draw a made-up shield where there is no crest. Samples only.
        family: In what the office's letters are set: "arial", "times" or "bookman"; other sheets do not ask.

    """

    government: str
    office: str
    lines: tuple[str, ...] = ()
    crest: bytes | None = None
    sample: bool = False
    family: str = "arial"


def draw(sheet: Sheet, head: Letterhead, scale: float = 1.0, *, apart: bool = False) -> None:
    """Draw the letterhead where the pen stands and leave the pen under its rule.

    `apart` draws it as a piece of its own, which `preprinted.without_head` takes away for paper with a printed head.
    """
    if not apart:
        _draw(sheet, head, scale)
        return
    canvas = sheet.canvas
    canvas.beginForm(APART, 0, 0, sheet.width, sheet.height)
    _draw(sheet, head, scale)
    canvas.endForm()
    canvas.doForm(APART)


def _draw(sheet: Sheet, head: Letterhead, scale: float) -> None:
    wide, high = CREST_MM[0] * MM * scale, CREST_MM[1] * MM * scale
    top = sheet.y
    has_crest = head.crest is not None or head.sample
    if head.crest is not None:
        crest.draw(sheet, head.crest, sheet.left, top - high, wide, high)
    elif head.sample:
        crest.draw_sample(sheet, sheet.left, top - high, wide, high)
    left = sheet.left + (wide + 2 * MM if has_crest else 0)
    sheet.y = top + 1.5 * scale
    _line(sheet, head.government, fonts.LETTER, 13.5 * scale, 17.5 * scale, left)
    _line(sheet, head.office, fonts.LETTER_BOLD, 18 * scale, 22 * scale, left)
    for words in head.lines:
        _line(sheet, words, fonts.LETTER, 9.5 * scale, 12.5 * scale, left)
    foot = min(sheet.y, top - high) - 5 * scale
    sheet.rule(foot, 2.25 * scale)
    sheet.rule(foot - 3 * scale, 0.6)
    sheet.y = foot - 3 * scale


def _line(sheet: Sheet, words: str, font: str, size: float, leading: float, left: float) -> None:
    """Draw a centred line; a long one is made a little smaller, a longer one takes two lines."""
    room = sheet.right - left
    wide = fonts.width(fonts.clean(words, font), font, size)
    share = min(1.0, max(0.78, room / wide)) if wide else 1.0
    style = flow.CENTRE.clone("head", fontName=font, fontSize=size * share, leading=leading * share)
    flow.paragraph(sheet, words, style, left)

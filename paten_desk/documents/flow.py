"""What flows down a sheet: paragraphs, facts with aligned colons, numbered lists, columns.

All words are data: they are escaped here and nowhere else, so a name such as `<b>` prints as it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph as Laid

from paten_desk.documents import fonts
from paten_desk.documents.page import GREY, MM, Sheet

Style = ParagraphStyle
ENDLESS = 1e6
TORN = 0.45

BODY: Any = Style("body", fontName=fonts.LETTER, fontSize=11.5, leading=17.25, alignment=TA_JUSTIFY)
BODY_INDENTED: Any = Style("indented", parent=BODY, firstLineIndent=12 * MM)
PLAIN: Any = Style("plain", parent=BODY, alignment=TA_LEFT)
CENTRE: Any = Style("centre", parent=BODY, alignment=TA_CENTER)
TIGHT: Any = Style("tight", parent=PLAIN, leading=14.5)
SMALL: Any = Style("small", parent=PLAIN, fontSize=8, leading=10.5, textColor=GREY)
SANS: Any = Style("sans", fontName=fonts.SANS, fontSize=10.5, leading=13.5)
SANS_SMALL: Any = Style("sans small", parent=SANS, fontSize=8.5, leading=10.8)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face."""

    text: str
    bold: bool = False
    italic: bool = False


Words = str | Sequence[Run]


def bold(text: str) -> tuple[Run, ...]:
    """Make words bold."""
    return (Run(text, bold=True),)


def sized(style: Any, size: float, leading: float | None = None, align: str = "") -> Any:
    """Return a style in another size; `align` is "", "left", "middle", "right" or "justify"."""
    return _sized(style, size, leading or size * style.leading / style.fontSize, align)


@lru_cache(64)
def _sized(style: Any, size: float, leading: float, align: str) -> Any:
    ways = {"left": TA_LEFT, "middle": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
    return style.clone("sized", fontSize=size, leading=leading, alignment=ways.get(align, style.alignment))


def lay(words: Words, style: Any, wide: float) -> tuple[Any, float]:
    """Break words into lines of at most `wide` points; return the laid paragraph and its height.

    Justified text with a line that would be torn apart (mostly by a long letter number) is set ragged instead.
    """
    style = _faced(style, fonts.face(style.fontName))
    laid = _laid(words, style)
    high = _height(laid, wide, style)
    if style.alignment == TA_JUSTIFY and _is_torn(laid, style.fontSize):
        laid = _laid(words, style.clone("ragged", alignment=TA_LEFT))
        high = _height(laid, wide, style)
    return laid, high


def height(words: Words, style: Any, wide: float) -> float:
    """Measure how high words stand in lines of at most `wide` points."""
    return lay(words, style, wide)[1]


def paragraph(
    sheet: Sheet, words: Words, style: Any = BODY, x: float | None = None, room: float | None = None, after: float = 0
) -> None:
    """Draw words in lines, going on to the next page where they do not fit."""
    left = sheet.left if x is None else x
    wide = sheet.right - left if room is None else room
    place(sheet, *lay(words, style, wide), style, left, wide, after)


def place(sheet: Sheet, laid: Any, high: float, style: Any, left: float, wide: float, after: float = 0) -> None:
    """Draw what `lay` broke into lines, going on to the next page where it does not fit."""
    sheet.need(min(high, 2 * style.leading))
    while sheet.y - high < sheet.lowest - 0.01:
        parts = laid.split(wide, sheet.y - sheet.lowest)
        if len(parts) < 2:
            if sheet.y >= sheet.top - 0.01:
                break
            sheet.new_page()
            continue
        head, laid = parts
        head.wrap(wide, ENDLESS)
        head.drawOn(sheet.canvas, left, sheet.y - head.height)
        sheet.new_page()
        high = _height(laid, wide, style)
    laid.drawOn(sheet.canvas, left, sheet.y - high)
    sheet.y -= high + after


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: name, colon, value."""

    name: str
    value: str
    bold: bool = False


def facts(
    sheet: Sheet,
    rows: Sequence[Fact],
    style: Any = PLAIN,
    name_mm: float = 46,
    indent_mm: float = 8,
    gap: float = 0,
    right: float | None = None,
) -> None:
    """Draw names, colons on one line under each other, and values that hang behind them."""
    left = sheet.left + indent_mm * MM
    name_room = name_mm * MM
    x = left + name_room + 4 * MM
    room = (sheet.right if right is None else right) - x
    for row in rows:
        name, name_high = lay(row.name, style, name_room - 1 * MM)
        value = bold(row.value) if row.bold else row.value
        laid, value_high = lay(value, style, room)
        sheet.need(min(max(name_high, value_high), sheet.top - sheet.lowest))
        top, page = sheet.y, sheet.page_no
        name.drawOn(sheet.canvas, left, top - name_high)
        sheet.text(left + name_room, top - style.fontSize, ":", style.fontName, style.fontSize)
        place(sheet, laid, value_high, style, x, room)
        if sheet.page_no == page:
            sheet.y = min(sheet.y, top - name_high)
        sheet.down(gap)


def facts_height(
    sheet: Sheet, rows: Sequence[Fact], style: Any = PLAIN, name_mm: float = 46, indent_mm: float = 8, gap: float = 0
) -> float:
    """Measure what `facts` would take."""
    room = sheet.room - (indent_mm + name_mm + 4) * MM
    name_room = (name_mm - 1) * MM
    return sum(
        max(height(row.name, style, name_room), height(bold(row.value) if row.bold else row.value, style, room)) + gap
        for row in rows
    )


def numbered(
    sheet: Sheet, items: Sequence[str], style: Any = BODY, indent_mm: float = 0, number: str = "{}.", gap: float = 2
) -> None:
    """Draw a numbered list whose words hang behind the numbers."""
    left = sheet.left + indent_mm * MM
    x = left + (7 if len(items) < 10 else 9) * MM
    for at, item in enumerate(items, 1):
        wide = sheet.right - x
        laid, high = lay(item, style, wide)
        sheet.need(min(high, 3 * style.leading))
        sheet.text(left, sheet.y - style.fontSize, number.format(at), style.fontName, style.fontSize)
        place(sheet, laid, high, style, x, wide, after=gap)


def _laid(words: Words, style: Any) -> Any:
    """Make the paragraph; words in one face go past reportlab's parser, which takes as long as breaking the lines."""
    plain = fonts.clean(words, style.fontName).strip() if isinstance(words, str) and "\n" not in words else ""
    if plain:
        fragment = copy(_fragment(style))
        fragment.text = plain
        return Laid("", style, frags=[fragment])
    return Laid(_marked(words, style.fontName), style)


@lru_cache(256)
def _faced(style: Any, font: str) -> Any:
    """Return a style in the family that stands for its own now."""
    return style if style.fontName == font else style.clone("faced", fontName=font)


@lru_cache(64)
def _fragment(style: Any) -> Any:
    """Return what the parser makes of a word in a style."""
    return Laid("x", style).frags[0]


def _marked(words: Words, font: str) -> str:
    runs = (Run(words),) if isinstance(words, str) else words
    return "".join(_marked_run(run, font) for run in runs)


def _marked_run(run: Run, font: str) -> str:
    marked = "<br/>".join(fonts.markup(line, font) for line in run.text.split("\n"))
    if run.bold:
        marked = f"<b>{marked}</b>"
    return f"<i>{marked}</i>" if run.italic else marked


def _height(laid: Any, wide: float, style: Any) -> float:
    _, high = laid.wrap(max(wide, style.fontSize), ENDLESS)
    return max(float(high), float(style.leading))


def _is_torn(laid: Any, size: float) -> bool:
    for line in laid.blPara.lines[:-1]:
        if isinstance(line, tuple):
            spare, gaps = line[0], len(line[1]) - 1
        else:
            spare, gaps = line.extraSpace, line.wordCount - 1
        if gaps and spare / gaps > TORN * size:
            return True
    return False

"""What a letter's body is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from paten_desk.documents import flow, fonts, signature, table
from paten_desk.documents.flow import Fact
from paten_desk.documents.page import MM, Sheet


@dataclass(frozen=True, slots=True)
class Setting:
    """How closely a body is set.

    Attributes:
        leading: From line to line, in points; the type stays 11.5.
        after: White under a block, in points.
        free_mm: Free room for signature and stamp.

    """

    leading: float = 17.25
    after: float = 7
    free_mm: float = signature.FREE_MM

    def style(self, indent: bool = False) -> Any:
        """Return the style of a justified paragraph."""
        return flow.sized(flow.BODY_INDENTED if indent else flow.BODY, 11.5, self.leading)

    def plain(self) -> Any:
        """Return the style of words set ragged."""
        return flow.sized(flow.PLAIN, 11.5, self.leading)


LEAN = 1.5  # points by which the last letter of an italic line leans over its own width
USUAL = Setting()
CLOSE = (Setting(15.5, 5.5), Setting(14, 4.5), Setting(13.25, 3, 22))
"""Closer settings, tried one after the other before a letter takes a second page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Justified words; `indent` sets the first line in."""

    text: str
    indent: bool = True
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A bold line above what belongs to it."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Rows of name, colon, value."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A boxed table; shares are the widths of the columns among each other."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items numbered 1, 2, 3."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Lines beside lines; an empty line is white room, as high as a line."""

    left: tuple[str, ...]
    right: tuple[str, ...]


Block = Paragraph | Heading | Facts | Table | NumberedList | TwoColumns


def draw(sheet: Sheet, blocks: Sequence[Block], setting: Setting = USUAL) -> None:
    """Draw blocks one under another, over as many pages as they take."""
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and at + 1 < len(blocks):
            sheet.need(3 * setting.leading)
        draw_one(sheet, block, setting)


def draw_one(sheet: Sheet, block: Block, setting: Setting = USUAL) -> None:
    """Draw one block where the pen stands."""
    match block:
        case Paragraph(text, indent, italic):
            room = sheet.room - LEAN * italic
            flow.paragraph(sheet, (flow.Run(text, italic=italic),), setting.style(indent), None, room, setting.after)
        case Heading(text):
            flow.paragraph(sheet, flow.bold(text), setting.plain(), after=1)
        case Facts(rows):
            flow.facts(sheet, rows, setting.plain())
            sheet.down(setting.after + 2)
        case Table():
            _draw_table(sheet, block)
            sheet.down(setting.after + 5)
        case NumberedList(items):
            flow.numbered(sheet, items, setting.style(), 8)
            sheet.down(setting.after - 2)
        case TwoColumns(left, right):
            _draw_columns(sheet, left, right)
            sheet.down(setting.after)


def height(sheet: Sheet, block: Block, setting: Setting = USUAL) -> float:
    """Measure a paragraph or facts; other blocks count as three lines, for they may be broken anyway."""
    match block:
        case Paragraph(text, indent, italic):
            return flow.height(text, setting.style(indent), sheet.room - LEAN * italic) + setting.after
        case Facts(rows):
            return flow.facts_height(sheet, rows, setting.plain()) + setting.after + 2
        case _:
            return 3 * setting.leading


def _draw_table(sheet: Sheet, block: Table) -> None:
    columns = [
        table.Column("No.", 0.075 * sum(block.shares), "middle"),
        *(table.Column(head, share) for head, share in zip(block.heads, block.shares, strict=True)),
    ]
    rows = [(str(at), *row) for at, row in enumerate(block.rows, 1)]
    table.draw(sheet, columns, rows, look=table.Look(fonts.LETTER, 10, 12.5, 9.5, boxed=True, pad=3))


def _draw_columns(sheet: Sheet, left: Sequence[str], right: Sequence[str]) -> None:
    half = sheet.room / 2
    room = half - 4 * MM
    style = flow.TIGHT
    tall = max(sum(flow.height(words, style, room) for words in side) for side in (left, right))
    sheet.need(min(tall, sheet.top - sheet.lowest))
    top, lowest = sheet.y, sheet.y
    for side, x in ((left, sheet.left), (right, sheet.left + half)):
        sheet.y = top
        for words in side:
            if words:
                flow.paragraph(sheet, words, style, x, room)
            else:
                sheet.down(style.leading)
        lowest = min(lowest, sheet.y)
    sheet.y = lowest

"""Tables that go on from page to page with their head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from paten_desk.documents import flow, fonts
from paten_desk.documents.page import PALE, Anchor, Sheet

PAD = 3.0


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        share: Width as a share of all columns' shares.

    """

    head: str
    share: float = 1
    align: Anchor = "left"


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is set.

    Attributes:
        family: Type family, `fonts.LETTER` or `fonts.SANS`.
        boxed: Draw upright lines too, as letters have them.
        pad: White above and below the words of a row, in points.

    """

    family: str = fonts.LETTER
    size: float = 10
    leading: float = 12.5
    head_size: float = 8.5
    boxed: bool = False
    pad: float = 2.2


def draw(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    total: Sequence[str] = (),
    look: Look | None = None,
    x: float | None = None,
    room: float | None = None,
) -> None:
    """Draw rows under their heads; the heads stand again on every page. `total` is a bold last row."""
    made = _Grid(sheet, columns, look or Look(), sheet.left if x is None else x, sheet.room if room is None else room)
    first = made.laid(rows[0])[1] if rows else 0
    sheet.need(min(made.head_high + first, sheet.top - sheet.lowest))
    made.heads()
    for row in rows:
        made.row(row)
    if total:
        made.row(total, heavy=True)
    made.close()


class _Grid:
    """The measures of one table on one sheet."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column], look: Look, x: float, room: float) -> None:
        self.sheet, self.columns, self.look, self.x, self.room = sheet, columns, look, x, room
        shares = sum(column.share for column in columns)
        self.widths = [room * column.share / shares for column in columns]
        base = flow.PLAIN if look.family == fonts.LETTER else flow.SANS
        self.styles = [flow.sized(base, look.size, look.leading, column.align) for column in columns]
        self.head_styles = [
            flow.sized(base, look.head_size, look.head_size * 1.2, "left" if column.align == "left" else "middle")
            for column in columns
        ]
        heads = [
            flow.lay(flow.bold(column.head), style, wide - 2 * PAD)
            for column, style, wide in zip(columns, self.head_styles, self.widths, strict=True)
        ]
        self.head_cells = heads
        self.head_high = max(high for _, high in heads) + 2 * look.pad + 2
        self.top_of_page = 0.0

    def heads(self) -> None:
        sheet, top = self.sheet, self.sheet.y
        sheet.box(self.x, top - self.head_high, self.room, self.head_high, 0, fill=PALE)
        left = self.x
        for (cell, high), wide in zip(self.head_cells, self.widths, strict=True):
            cell.drawOn(sheet.canvas, left + PAD, top - (self.head_high + high) / 2)
            left += wide
        self._rule(0.8)
        self.top_of_page = top
        sheet.y = top - self.head_high

    def laid(self, row: Sequence[str], heavy: bool = False) -> tuple[list[Any], float]:
        made = [
            flow.lay(flow.bold(words) if heavy else words, style, wide - 2 * PAD)
            for words, style, wide in zip(row, self.styles, self.widths, strict=True)
        ]
        return [cell for cell, _ in made], max(high for _, high in made) + 2 * self.look.pad

    def row(self, row: Sequence[str], heavy: bool = False) -> None:
        sheet = self.sheet
        cells, high = self.laid(row, heavy)
        page_room = sheet.top - sheet.lowest - self.head_high
        while sheet.y - high < sheet.lowest - 0.01:
            if high > page_room and sheet.y - sheet.lowest > 4 * self.look.leading:
                cells, high = self._split_row(cells)
            self.close()
            sheet.new_page()
            self.heads()
        self._rule(0.8 if heavy else 0.35)
        self._draw_cells(cells, high)

    def close(self) -> None:
        self._rule(0.8)
        if self.look.boxed:
            canvas, left = self.sheet.canvas, self.x
            canvas.setLineWidth(0.5)
            for wide in [*self.widths, 0]:
                canvas.line(left, self.top_of_page, left, self.sheet.y)
                left += wide

    def _rule(self, thick: float) -> None:
        self.sheet.rule(self.sheet.y, thick, self.x, self.x + self.room)

    def _draw_cells(self, cells: Sequence[Any], high: float) -> None:
        left, top = self.x, self.sheet.y - self.look.pad
        for cell, wide in zip(cells, self.widths, strict=True):
            if cell is not None:
                cell.drawOn(self.sheet.canvas, left + PAD, top - cell.height)
            left += wide
        self.sheet.y -= high

    def _split_row(self, cells: Sequence[Any]) -> tuple[list[Any], float]:
        """Draw what fits of a row higher than a page; return the rest of its cells and their height."""
        spare = self.sheet.y - self.sheet.lowest - 2 * self.look.pad
        heads: list[Any] = []
        tails: list[Any] = []
        for cell, wide in zip(cells, self.widths, strict=True):
            parts = cell.split(wide - 2 * PAD, spare) if cell is not None else []
            heads.append(parts[0] if parts else None)
            tails.append(parts[1] if len(parts) > 1 else None)
        for cell, wide in zip([*heads, *tails], [*self.widths, *self.widths], strict=True):
            if cell is not None:
                cell.wrap(wide - 2 * PAD, flow.ENDLESS)
        self._rule(0.35)
        self._draw_cells(heads, self.sheet.y - self.sheet.lowest)
        return tails, max(cell.height if cell is not None else 0 for cell in tails) + 2 * self.look.pad

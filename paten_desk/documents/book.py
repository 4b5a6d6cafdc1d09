"""The register books on F4, landscape: a month of one book, with sums on every page that are carried on to the next.

The last page holds the line on which the inspection of the register is written, and the signatures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from paten_desk.documents import flow, fonts, signature
from paten_desk.documents.flow import Words
from paten_desk.documents.page import F4_LANDSCAPE, GREY, MM, PALE, Anchor, Margins, Sheet
from paten_desk.documents.signature import Signature
from paten_desk.domain.formats import thousands

PAD, GAP = 2.4, 2.2
CELL = flow.sized(flow.SANS, 7.8, 9.4)
HEAD = flow.sized(flow.SANS, 7.8, 9.2, "middle")
SUM_HIGH, NUMBERS_HIGH = 14.5, 11.5
FREE_MM = 15


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `share` is its width as a share of all columns' shares."""

    head: str
    share: float
    align: Anchor = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a book, in finished words.

    Attributes:
        counts: What it adds to each of the book's sums.
        rupiah: What it adds to the sum of money.

    """

    cells: tuple[str, ...]
    counts: tuple[int, ...] = (1,)
    rupiah: int = 0


@dataclass(frozen=True, slots=True)
class Book:
    """One month of one book.

    Attributes:
        title: "Buku Register Pelayanan".
        office: "Kecamatan Contoh, Kabupaten Contoh Raya".
        period: "November 2026".
        counted: What is summed, e.g. ("permohonan", "selesai").
        money: Which column's sum is written in rupiah, or None.
        empty: Sentence for a month without a line.
        inspector: Who inspects the register, e.g. "Kepala Seksi Pelayanan Umum".
        printed: When and by whom it was printed.

    """

    title: str
    office: str
    period: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: str
    inspector: str
    place_date: str
    section_head: Signature
    camat: Signature
    printed: str
    counted: tuple[str, ...] = ("baris",)
    money: int | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What was added up so far."""

    counts: tuple[int, ...]
    rupiah: int = 0

    def plus(self, row: Row) -> Sums:
        """Add a line."""
        counts = tuple(held + more for held, more in zip(self.counts, row.counts, strict=True))
        return Sums(counts, self.rupiah + row.rupiah)


def render(book: Book) -> bytes:
    """Draw the book, as many pages as it takes."""
    name = f"{book.title}, {book.period}"
    sheet = Sheet(F4_LANDSCAPE, name, book.office, Margins(14, 10, 10, 13), lambda sheet: _title(sheet, book))
    if book.rows:
        _Grid(sheet, book).draw()
    else:
        sheet.down(14)
        flow.paragraph(sheet, book.empty, flow.sized(flow.SANS, 12, 16), after=14)
    _closing(sheet, book)
    return sheet.finish(lambda sheet, page, pages: _foot(sheet, book, page, pages))


def _title(sheet: Sheet, book: Book) -> None:
    sheet.down(13)
    sheet.fitted(sheet.left, sheet.y, book.title.upper(), fonts.SANS_BOLD, 15, sheet.room * 0.75)
    sheet.down(13)
    sheet.fitted(sheet.left, sheet.y, book.office, fonts.SANS, 10, sheet.room * 0.75)
    sheet.text(sheet.right, sheet.y, f"Bulan {book.period}", fonts.SANS, 10, "right")
    sheet.down(6)


class _Grid:
    """The table of one book, with the sums of the page and of all pages so far."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self.sheet, self.book = sheet, book
        shares = sum(column.share for column in book.columns)
        self.widths = [sheet.room * column.share / shares for column in book.columns]
        self.edges = [sheet.left + sum(self.widths[:at]) for at in range(len(self.widths) + 1)]
        self.styles = [flow.sized(CELL, 7.8, 9.4, column.align) for column in book.columns]
        self.heads = [
            flow.lay(flow.bold(column.head), HEAD, wide - 2 * PAD)
            for column, wide in zip(book.columns, self.widths, strict=True)
        ]
        self.page = self.all = Sums((0,) * len(book.counted))

    def draw(self) -> None:
        """Draw all lines; a line higher than a page goes on there, and counts once."""
        self._heads()
        for row in self.book.rows:
            cells, high = self._laid(row.cells)
            pieces = self._pieces(cells, high)
            for at, (piece, tall) in enumerate(pieces):
                if self.sheet.y - tall < self.sheet.lowest + 2 * SUM_HIGH:
                    self._turn()
                self._line(piece, tall)
                if not at:
                    self.page, self.all = self.page.plus(row), self.all.plus(row)
        if self.page != self.all:
            self._sum("Jumlah halaman ini", self.page)
        self._sum("Jumlah bulan ini", self.all)

    def _turn(self) -> None:
        """Close the page with its sums and carry them on to the next."""
        self._sum("Jumlah halaman ini", self.page)
        self._sum("Jumlah dipindahkan", self.all)
        self.page = Sums((0,) * len(self.book.counted))
        self.sheet.new_page()
        self._heads()
        self._sum("Jumlah pindahan", self.all)

    def _heads(self) -> None:
        sheet, top = self.sheet, self.sheet.y
        high = max(tall for _, tall in self.heads) + 2 * PAD + 2
        sheet.box(sheet.left, top - high, sheet.room, high, 0, fill=PALE)
        for (cell, tall), left in zip(self.heads, self.edges, strict=False):
            cell.drawOn(sheet.canvas, left + PAD, top - (high + tall) / 2)
        sheet.rule(top, 0.9)
        self._uprights(top, high)
        sheet.y = top - high
        for at, (left, wide) in enumerate(zip(self.edges, self.widths, strict=False), 1):
            sheet.text(left + wide / 2, sheet.y - 8.4, str(at), fonts.SANS, 6.8, "middle")
        self._close(NUMBERS_HIGH)

    def _laid(self, cells: Sequence[str]) -> tuple[list[Any], float]:
        laid = [
            flow.lay(_folded(words, wide - 2 * PAD), style, wide - 2 * PAD)
            for words, style, wide in zip(cells, self.styles, self.widths, strict=True)
        ]
        return [cell for cell, _ in laid], max(tall for _, tall in laid) + 2 * GAP

    def _pieces(self, cells: list[Any], high: float) -> list[tuple[list[Any], float]]:
        """Cut a line into pieces that fit on a page each."""
        most = self.sheet.height / 2
        pieces = []
        while high > most:
            halves = [
                cell.split(wide - 2 * PAD, most - 2 * GAP) if cell is not None else []
                for cell, wide in zip(cells, self.widths, strict=True)
            ]
            pieces.append(([half[0] if half else None for half in halves], most))
            cells = [half[1] if len(half) > 1 else None for half in halves]
            for side in (pieces[-1][0], cells):
                for cell, wide in zip(side, self.widths, strict=True):
                    if cell is not None:
                        cell.wrap(wide - 2 * PAD, flow.ENDLESS)
            high = max(cell.height for cell in cells if cell is not None) + 2 * GAP
        return [*pieces, (cells, high)]

    def _line(self, cells: Sequence[Any], high: float) -> None:
        for cell, left in zip(cells, self.edges, strict=False):
            if cell is not None:
                cell.drawOn(self.sheet.canvas, left + PAD, self.sheet.y - (high + cell.height) / 2)
        self._close(high)

    def _sum(self, name: str, sums: Sums) -> None:
        """Draw a pale line with what was counted, and the money in its own column."""
        sheet, book = self.sheet, self.book
        counted = ", ".join(f"{thousands(many)} {what}" for many, what in zip(sums.counts, book.counted, strict=True))
        sheet.box(sheet.left, sheet.y - SUM_HIGH, sheet.room, SUM_HIGH, 0, fill=PALE)
        y, end = sheet.y - SUM_HIGH + 4.4, len(self.widths) if book.money is None else book.money
        sheet.text(self.edges[min(2, end)] + PAD, y, f"{name}: {counted}", fonts.SANS_BOLD, 8.2)
        bounds = [self.edges[0], self.edges[-1]]
        if book.money is not None:
            room = self.widths[book.money] - 2 * PAD
            sheet.fitted(self.edges[end + 1] - PAD, y, thousands(sums.rupiah), fonts.SANS_BOLD, 8.2, room, "right")
            bounds += [self.edges[end], self.edges[end + 1]]
        sheet.rule(sheet.y, 0.5)
        self._close(SUM_HIGH, bounds)

    def _close(self, high: float, edges: Sequence[float] | None = None) -> None:
        """Draw the upright lines of a line and the rule under it, and go on below."""
        self._uprights(self.sheet.y, high, edges)
        self.sheet.down(high)
        self.sheet.rule(self.sheet.y, 0.5)

    def _uprights(self, top: float, high: float, edges: Sequence[float] | None = None) -> None:
        self.sheet.canvas.setLineWidth(0.5)
        for x in self.edges if edges is None else edges:
            self.sheet.canvas.line(x, top, x, top - high)


def _folded(words: str, room: float) -> str:
    """Break a number that is longer than its column after a slash, not within a part of it."""
    if "/" not in words or max(_width(word) for word in words.split()) <= room:
        return words
    lines = [""]
    for part in re.findall(r"[^/\s]+/*|/+|\s+", words):
        if part.isspace() and "\n" in part:
            lines.append("")
        elif not lines[-1] or _width(lines[-1] + part) <= room:
            lines[-1] += part.lstrip() if not lines[-1] else part
        else:
            lines.append(part.lstrip())
    return "\n".join(line.rstrip() for line in lines)


@lru_cache(4096)
def _width(words: str) -> float:
    return fonts.width(fonts.clean(words, fonts.SANS), fonts.SANS, CELL.fontSize)


def _closing(sheet: Sheet, book: Book) -> None:
    """Draw the line of the inspection and both signatures; they stay together."""
    style = flow.sized(flow.SANS, 9.5, 12)
    half = sheet.room * (1 - signature.AT)
    tall = max(signature.height(block, half, style, FREE_MM) for block in (book.camat, book.section_head))
    sheet.need(tall + 46)
    sheet.down(8)
    words: Words = (
        f"Pemeriksaan register tanggal {'.' * 30} oleh {book.inspector}, paraf {'.' * 24} Catatan: {'.' * 60}"
    )
    flow.paragraph(sheet, words, style, after=6)
    flow.paragraph(sheet, book.place_date, style, sheet.left + sheet.room * signature.AT)
    signature.draw_beside(sheet, book.camat, book.section_head, style, FREE_MM)


def _foot(sheet: Sheet, book: Book, page: int, pages: int) -> None:
    sheet.text(sheet.right, sheet.top - 13, f"Halaman {page} dari {pages}", fonts.SANS_SEMIBOLD, 10, "right")
    sheet.text(sheet.left, 7 * MM, book.printed, fonts.SANS_ITALIC, 7.5, colour=GREY)

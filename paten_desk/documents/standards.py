"""Service standards for citizens: a leaflet of one service on F4, and the board of all services on A3."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color

from paten_desk.documents import flow, fonts, letterhead, page
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import A3, BLACK, F4, GREY, MM, PALE, WHITE, Margins, Sheet
from paten_desk.domain.standards import COMPONENTS

SCALES = (1.15, 1.0, 0.92, 0.84, 0.76, 0.68)
"""Sizes tried one after the other before a second page is taken."""

HEADS = ("No", "Jenis pelayanan", "Persyaratan", "Waktu paling lama", "Biaya")
SHORT, PAD = 24, 4.0
"""Letters of a count of papers, which needs no wide column; white beside the words of a cell."""


@dataclass(frozen=True, slots=True)
class Leaflet:
    """The six published components of one service, in finished words.

    Attributes:
        fee: "Rp0 (GRATIS)" or an amount; `fee_note` is its basis.
        complaints: Where to complain, e.g. ("WA 0812-0000-0000", "SMS 1708", "lapor.go.id").
        basis: Laws and regulations.
        since: Day from which this version counts, in words.

    """

    letterhead: Letterhead
    service: str
    requirements: tuple[str, ...]
    steps: tuple[str, ...]
    time: str
    time_note: str
    fee: str
    fee_note: str
    product: str
    complaints: tuple[str, ...]
    basis: str
    since: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One service on the board; `papers` says how many there are, or lists them."""

    service: str
    papers: str
    time: str
    fee: str


@dataclass(frozen=True, slots=True)
class Board:
    """All services of an office by group, in the order to show.

    Attributes:
        groups: Name of each group with its services.
        note: What is said of fees and complaints below, one or two sentences.

    """

    letterhead: Letterhead
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    note: str
    since: str


def render_leaflet(leaflet: Leaflet) -> bytes:
    """Draw the leaflet on F4, on one page where it can be."""
    for scale in SCALES:
        sheet = Sheet(F4, f"Standar Pelayanan: {leaflet.service}", leaflet.letterhead.office, Margins(22, 20, 14, 17))
        _leaflet(sheet, leaflet, scale)
        if sheet.page_no == 1:
            break
    return sheet.finish(lambda sheet, page_no, pages: _foot(sheet, leaflet.since, page_no, pages))


def render_board(board: Board) -> bytes:
    """Draw the board on A3, on one sheet where it can be."""
    for scale in SCALES:
        sheet = Sheet(A3, "Standar Pelayanan", board.letterhead.office, Margins(20, 20, 16, 18))
        _board(sheet, board, scale)
        if sheet.page_no == 1:
            break
    return sheet.finish(lambda sheet, page_no, pages: _foot(sheet, board.since, page_no, pages))


def _leaflet(sheet: Sheet, leaflet: Leaflet, scale: float) -> None:
    letterhead.draw(sheet, leaflet.letterhead, 0.82)
    sheet.down(20)
    sheet.text(sheet.left, sheet.y, "STANDAR PELAYANAN", fonts.SANS_SEMIBOLD, 11, colour=GREY, spacing=1.4)
    sheet.down(3)
    flow.paragraph(sheet, flow.bold(leaflet.service), flow.sized(flow.SANS, 23 * scale, 27 * scale), after=8 * scale)
    _boxes(sheet, leaflet, 25 * MM * scale)
    body = flow.sized(flow.SANS, 11.5 * scale, 15 * scale)
    _heading(sheet, 1, scale)
    flow.numbered(sheet, leaflet.requirements, body, 2, gap=2 * scale)
    _heading(sheet, 2, scale)
    flow.numbered(sheet, leaflet.steps, body, 2, gap=2 * scale)
    _heading(sheet, 5, scale)
    flow.paragraph(sheet, leaflet.product, body, sheet.left + 2 * MM)
    _heading(sheet, 6, scale)
    where = ", ".join(leaflet.complaints)
    words = f"Sampaikan kepada petugas di loket, melalui kotak saran, atau melalui {where}. Identitas pelapor dijaga."
    flow.paragraph(sheet, words, body, sheet.left + 2 * MM)
    if leaflet.basis:
        sheet.down(12 * scale)
        flow.paragraph(sheet, f"Dasar hukum: {leaflet.basis}", flow.sized(flow.SANS_SMALL, 9 * scale, 11.5 * scale))


def _heading(sheet: Sheet, number: int, scale: float) -> None:
    sheet.down(12 * scale)
    sheet.need(50)
    words = f"{number}. {COMPONENTS[number - 1]}"
    flow.paragraph(sheet, flow.bold(words), flow.sized(flow.SANS, 13 * scale, 17 * scale), after=1)
    sheet.rule(sheet.y, 0.5)
    sheet.down(4 * scale)


def _boxes(sheet: Sheet, leaflet: Leaflet, high: float) -> None:
    """Draw time and fee, the two things asked first, in boxes beside each other."""
    half, foot = (sheet.room - 4 * MM) / 2, sheet.y - high
    for at, (number, large, small, colour) in enumerate(
        ((3, leaflet.time, leaflet.time_note, BLACK), (4, leaflet.fee, leaflet.fee_note, WHITE))
    ):
        x = sheet.left + at * (half + 4 * MM)
        room, left = half - 8 * MM, x + 4 * MM
        sheet.box(x, foot, half, high, 1, 3, BLACK if at else None)
        head = f"{number}. {COMPONENTS[number - 1].upper()}"
        sheet.fitted(left, foot + high * 0.76, head, fonts.SANS_SEMIBOLD, high * 0.125, room, colour=colour)
        sheet.fitted(left, foot + high * 0.36, large, fonts.SANS_BOLD, high * 0.3, room, colour=colour)
        sheet.fitted(left, foot + high * 0.13, small, fonts.SANS, high * 0.145, room, colour=colour)
    sheet.y = foot


def _board(sheet: Sheet, board: Board, scale: float) -> None:
    letterhead.draw(sheet, board.letterhead, 1.1)
    sheet.down(40)
    sheet.text(sheet.middle, sheet.y, "STANDAR PELAYANAN", fonts.SANS_BOLD, 34, "middle")
    sheet.down(14)
    style = flow.sized(flow.SANS, 14 * scale, 17 * scale)
    has_lists = any(len(entry.papers) > SHORT for _, entries in board.groups for entry in entries)
    shares = (12.0, 70, 108, 36, 36) if has_lists else (12.0, 138, 32, 42, 40)
    widths = [sheet.room * share / sum(shares) for share in shares]
    _row(sheet, HEADS, widths, style, is_head=True)
    number = 0
    for name, entries in board.groups:
        for at, entry in enumerate(entries):
            number += 1
            cells = (str(number), entry.service, entry.papers, entry.time, entry.fee)
            high = max(flow.height(words, style, wide - 2 * PAD) for words, wide in zip(cells, widths, strict=True))
            if sheet.need(high + 6 * scale + (0 if at else 24 * scale)):
                _row(sheet, HEADS, widths, style, is_head=True)
            if not at:
                _row(sheet, (name,), [sheet.room], style, is_head=True, fill=PALE)
            _row(sheet, cells, widths, style)
    sheet.down(12 * scale)
    high = 17 * MM
    sheet.need(high)
    sheet.box(sheet.left, sheet.y - high, sheet.room, high, 0, 3, BLACK)
    room = sheet.room - 12 * MM
    sheet.fitted(sheet.middle, sheet.y - high * 0.6, board.note, fonts.SANS_BOLD, 17, room, "middle", WHITE)
    sheet.down(high)


def _row(
    sheet: Sheet,
    cells: Sequence[str],
    widths: Sequence[float],
    style: Any,
    is_head: bool = False,
    fill: Color | None = None,
) -> None:
    """Draw a line of the board, a rule under it."""
    laid = [
        flow.lay(flow.bold(words) if is_head else words, style, wide - 2 * PAD)
        for words, wide in zip(cells, widths, strict=True)
    ]
    gap = style.leading * 0.17
    high = max(tall for _, tall in laid) + 2 * gap
    if fill is not None:
        sheet.box(sheet.left, sheet.y - high, sheet.room, high, 0, fill=fill)
    left = sheet.left
    for (cell, tall), wide in zip(laid, widths, strict=True):
        cell.drawOn(sheet.canvas, left + PAD, sheet.y - gap - tall)
        left += wide
    sheet.down(high)
    sheet.rule(sheet.y, 1.2 if is_head and fill is None else 0.4)


def _foot(sheet: Sheet, since: str, page_no: int, pages: int) -> None:
    sheet.text(sheet.left, max(sheet.bottom - 11, 14.0), since, fonts.SANS_ITALIC, 8.5, colour=GREY)
    page.page_of(sheet, page_no, pages)

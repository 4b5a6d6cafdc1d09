"""The block in which an official signs: post, free room for signature and stamp, name, rank, NIP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paten_desk.documents import flow
from paten_desk.documents.page import MM, Sheet

FREE_MM = 24
AT = 0.53


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, frozen as of the day of signing.

    Attributes:
        lines: What stands above the signature, one entry a line, as the official's form of authority asks:
            ("CAMAT CONTOH,"), ("a.n. CAMAT CONTOH", "SEKRETARIS KECAMATAN,"), ("Plt. CAMAT CONTOH,") and so on.
        name: Full name with titles.
        rank: E.g. "Pembina Tingkat I (IV/b)", or "".
        nip: 18 digits, or "" for who has none.
        place_date: "Sukamaju, 20 November 2026", or "" where it stands elsewhere.
        nip_name: "NIP", or "NI PPPK".

    """

    lines: tuple[str, ...]
    name: str
    rank: str = ""
    nip: str = ""
    place_date: str = ""
    nip_name: str = "NIP"


def spaced_nip(nip: str) -> str:
    """Write a NIP in its groups: birth, appointment, sex, serial."""
    if len(nip) != 18 or not nip.isdigit():
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"


def height(signature: Signature, room: float, style: Any = flow.TIGHT, free_mm: float = FREE_MM) -> float:
    """Measure the block in a column of `room` points."""
    return free_mm * MM + sum(flow.height(words, style, room) for words, _ in _rows(signature))


def draw(
    sheet: Sheet, signature: Signature, x: float, room: float, style: Any = flow.TIGHT, free_mm: float = FREE_MM
) -> None:
    """Draw the block at the pen, its left edge at `x`; long names wrap within `room`. It never breaks over pages."""
    sheet.need(height(signature, room, style, free_mm))
    for words, before_name in _rows(signature):
        if before_name:
            sheet.down(free_mm * MM)
        flow.paragraph(sheet, words, style, x, room)


def draw_right(sheet: Sheet, signature: Signature, free_mm: float = FREE_MM) -> None:
    """Draw the block in the right half of a letter."""
    x = sheet.left + sheet.room * AT
    draw(sheet, signature, x, sheet.right - x, free_mm=free_mm)


def draw_beside(
    sheet: Sheet, left: Signature, right: Signature, style: Any = flow.TIGHT, free_mm: float = FREE_MM
) -> None:
    """Draw two blocks beside each other, their names on one level."""
    gap = sheet.room * AT
    rooms = (gap - 6 * MM, sheet.room - gap)
    pairs = list(zip((left, right), (sheet.left, sheet.left + gap), rooms, strict=True))
    heads = [sum(flow.height(w, style, room) for w in _above(block)) for block, _, room in pairs]
    sheet.need(max(height(block, room, style, free_mm) for block, _, room in pairs) + max(heads) - min(heads))
    top, lowest = sheet.y, sheet.y
    for (block, x, room), head in zip(pairs, heads, strict=True):
        sheet.y = top
        draw(sheet, block, x, room, style, free_mm + (max(heads) - head) / MM)
        lowest = min(lowest, sheet.y)
    sheet.y = lowest


def _above(signature: Signature) -> list[str]:
    return [words for words in (signature.place_date, *signature.lines) if words]


def _rows(signature: Signature) -> list[tuple[flow.Words, bool]]:
    """List the rows of a block, and which of them comes after the free room."""
    nip = f"{signature.nip_name} {spaced_nip(signature.nip)}" if signature.nip else ""
    below = [words for words in (signature.rank, nip) if words]
    return [
        *((words, False) for words in _above(signature)),
        (flow.bold(signature.name), True),
        *((words, False) for words in below),
    ]

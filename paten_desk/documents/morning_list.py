"""The morning list on F4: what is late, what falls due today and on the next working day, nearest breach first."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.documents import flow, fonts, table
from paten_desk.documents.page import F4, GREY, Margins, Sheet
from paten_desk.documents.table import Column, Look

COLUMNS = (
    Column("No", 6, "middle"),
    Column("Nomor", 27),
    Column("Pemohon", 33),
    Column("Layanan", 34),
    Column("Janji", 29),
    Column("Waktu kerja", 20),
    Column("Berikutnya", 20),
    Column("Selesai", 11),
)
LOOK = Look(fonts.SANS, 9, 11.5, 8.2, boxed=True, pad=2.6)
NOTE = flow.sized(flow.SANS, 9.5, 13)
EMPTY = flow.sized(flow.SANS, 10, 14)
HEAD = flow.sized(flow.SANS, 11.5, 15)


@dataclass(frozen=True, slots=True)
class Line:
    """One request, in finished words; `left` is what remains of its promise or how late it is."""

    number: str
    name: str
    service: str
    due: str
    left: str
    step: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the list; `empty` is said where it has no line."""

    title: str
    lines: tuple[Line, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class MorningList:
    """What the office begins its day with.

    Attributes:
        office: "Kecamatan Contoh, Kabupaten Contoh Raya".
        day: "Jumat, 20 November 2026".
        notes: Sentences below the parts.
        printed: When and by whom it was printed.

    """

    office: str
    day: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    printed: str
    is_sample: bool = False


def render(made: MorningList) -> bytes:
    """Draw the list, as many pages as it takes."""
    sheet = Sheet(F4, f"Daftar pagi {made.day}", made.office, Margins(15, 12, 12, 16))
    sheet.down(14)
    sheet.fitted(sheet.left, sheet.y, "DAFTAR PAGI", fonts.SANS_BOLD, 16, sheet.room * 0.6)
    sheet.text(sheet.right, sheet.y, made.day, fonts.SANS_BOLD, 11.5, "right")
    sheet.down(14)
    sheet.fitted(sheet.left, sheet.y, made.office, fonts.SANS, 10, sheet.room * 0.75)
    counts = ", ".join(f"{len(part.lines)} {part.title[0].lower()}{part.title[1:]}" for part in made.parts[:2])
    sheet.down(7)
    sheet.rule(sheet.y, 1)
    sheet.down(5)
    flow.paragraph(sheet, f"{counts}." + (" Kantor contoh." if made.is_sample else ""), NOTE, after=8)
    for part in made.parts:
        _part(sheet, part)
    for words in made.notes:
        flow.paragraph(sheet, words, NOTE, after=2)
    return sheet.finish(lambda sheet, page, pages: _foot(sheet, made, page, pages))


def _part(sheet: Sheet, part: Part) -> None:
    sheet.need(80)
    title = f"{part.title} ({len(part.lines)})" if part.lines else part.title
    flow.paragraph(sheet, flow.bold(title), HEAD, after=3)
    if not part.lines:
        flow.paragraph(sheet, part.empty, EMPTY, after=14)
        return
    rows = [
        (str(at), line.number, line.name, line.service, line.due, line.left, line.step, "")
        for at, line in enumerate(part.lines, 1)
    ]
    table.draw(sheet, COLUMNS, rows, look=LOOK)
    sheet.down(16)


def _foot(sheet: Sheet, made: MorningList, page: int, pages: int) -> None:
    y = sheet.bottom - 16
    sheet.fitted(sheet.left, y, made.printed, fonts.SANS, 8, sheet.room * 0.75, colour=GREY)
    sheet.text(sheet.right, y, f"Halaman {page} dari {pages}", fonts.SANS, 8, "right", GREY)

"""The list on top of the signing folder: what lies in it, in the order in which it is due."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from paten_desk.documents import flow, fonts, letter, letterhead, page, table
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import F4, GREY, Sheet
from paten_desk.documents.table import Column, Look

COLUMNS = (
    Column("No", 9, "right"),
    Column("Nomor pendaftaran", 42),
    Column("Atas nama", 45),
    Column("Layanan", 44),
    Column("Janji selesai", 36),
    Column("Lembar", 18, "right"),
    Column("Ditandatangani", 33),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One paper of the folder, in finished words."""

    number: str
    name: str
    service: str
    due: str
    pages: int


@dataclass(frozen=True, slots=True)
class Cover:
    """A signing folder.

    Attributes:
        printed: "20 November 2026 pukul 09.30 WIB oleh Petugas Contoh".

    """

    letterhead: Letterhead
    rows: tuple[Row, ...]
    printed: str


def render(cover: Cover) -> bytes:
    """Draw the list on F4."""
    sheet = Sheet(F4, "Daftar map tanda tangan", cover.letterhead.office)
    letterhead.draw(sheet, cover.letterhead)
    letter.titled(sheet, "DAFTAR MAP TANDA TANGAN", None)
    words = f"{len(cover.rows)} naskah, yang paling dekat janjinya di atas. Dicetak {cover.printed}."
    flow.paragraph(sheet, words, flow.sized(flow.PLAIN, 10.5, 14), after=6)
    rows = [
        (str(at), row.number, row.name, row.service, row.due, str(row.pages), "")
        for at, row in enumerate(cover.rows, 1)
    ]
    table.draw(sheet, COLUMNS, rows, look=Look(size=9.5, leading=12.5, head_size=8, boxed=True, pad=4))
    sheet.down(10)
    note = "Beri tanda pada kolom Ditandatangani. Naskah yang dikembalikan ditulis alasannya di balik lembarnya."
    flow.paragraph(sheet, note, flow.sized(flow.PLAIN, 9.5, 12.5))
    sheet.text(sheet.left, sheet.bottom, "Kembalikan daftar ini bersama mapnya.", fonts.LETTER_ITALIC, 8.5, colour=GREY)
    return sheet.finish(page.page_of)


def folder(cover: Cover, papers: list[bytes]) -> bytes:
    """Return the list and the papers below it as one PDF, in this order."""
    from pypdf import PdfWriter  # 14 MB that only the folder needs

    writer = PdfWriter()
    for paper in (render(cover), *papers):
        writer.append(BytesIO(paper))
    writer.add_metadata({"/Title": "Map tanda tangan", "/Creator": "PATEN Desk"})
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def page_count(paper: bytes) -> int:
    """Count the pages of a paper."""
    from pypdf import PdfReader

    return len(PdfReader(BytesIO(paper)).pages)

"""The monthly proof of a number book: every number of the month with what became of it, signed and kept on paper."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.documents import flow, fonts, letter, letterhead, page, signature, table
from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import F4_LANDSCAPE, MM, Margins, Sheet
from paten_desk.documents.signature import Signature
from paten_desk.documents.table import Column, Look
from paten_desk.domain.formats import thousands

TEXT = flow.sized(flow.BODY, 10.5, 14.5)
ROWS = flow.sized(flow.PLAIN, 10, 13.5)
COLUMNS = (
    Column("Nomor", 15, "right"),
    Column("Ditulis sebagai", 58),
    Column("Tanggal", 24),
    Column("Atas nama", 52),
    Column("Perihal", 58),
    Column("Keterangan", 80),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One number of the month, in finished words."""

    label: str
    number: str
    day: str
    name: str
    subject: str
    remark: str


@dataclass(frozen=True, slots=True)
class NumberProof:
    """One book in one month.

    Attributes:
        book: "Nomor surat", "Register Ahli Waris".
        period: "November 2026".
        span: "15 sampai dengan 31", "" where no number was given.
        totals: How many numbers are in which state, in words and in the order to show.
        unexplained: Numbers that nothing explains; none is right.
        journal_length: Records of the written ledger at printing.
        head: Hash of its newest record as printed, in groups.

    """

    letterhead: Letterhead
    office: str
    book: str
    period: str
    span: str
    rows: tuple[Row, ...]
    totals: tuple[tuple[str, int], ...]
    unexplained: tuple[str, ...]
    journal_length: int
    head: str
    place_date: str
    section_head: Signature
    camat: Signature


def render(proof: NumberProof) -> bytes:
    """Draw the proof on F4, landscape."""
    name = f"Bukti Buku Nomor: {proof.book}, {proof.period}"
    sheet = Sheet(F4_LANDSCAPE, name, proof.office, Margins(20, 18, 14, 16), lambda sheet: _again(sheet, name))
    letterhead.draw(sheet, proof.letterhead)
    letter.titled(sheet, f"BUKTI BUKU NOMOR BULAN {proof.period.upper()}", None)
    _opening(sheet, proof)
    if proof.rows:
        rows = [(row.label, row.number, row.day, row.name, row.subject, row.remark) for row in proof.rows]
        table.draw(sheet, COLUMNS, rows, look=Look(fonts.LETTER, 9.5, 12, boxed=True))
        sheet.down(9)
    _totals(sheet, proof)
    _signed(sheet, proof)
    return sheet.finish(page.page_of)


def _again(sheet: Sheet, name: str) -> None:
    """Say on every further page of which proof it is."""
    if sheet.page_no > 1:
        sheet.text(sheet.left, sheet.height - 10 * MM, name, fonts.LETTER, 8, colour=page.GREY)


def _opening(sheet: Sheet, proof: NumberProof) -> None:
    rows = [
        Fact("Buku", proof.book, bold=True),
        Fact("Nomor bulan ini", proof.span or "tidak ada nomor yang diberikan"),
    ]
    flow.facts(sheet, rows, ROWS, 40, 0)
    sheet.down(7)


def _totals(sheet: Sheet, proof: NumberProof) -> None:
    """Draw the sums, and in plain words whether every number is explained."""
    sheet.need(14 * (len(proof.totals) + 3))
    count = thousands(proof.journal_length)
    rows = [Fact(name.capitalize(), f"{many} nomor") for name, many in proof.totals]
    rows.append(Fact("Catatan dan sidik", f"{count} catatan, sidik terakhir {proof.head}"))
    flow.facts(sheet, rows, ROWS, 40, 0)
    sheet.down(6)
    if proof.unexplained:
        words = (
            f"PERHATIAN: nomor {', '.join(proof.unexplained)} tidak tercatat. "
            "Jangan pakai nomor itu; laporkan kepada admin."
        )
        flow.paragraph(sheet, flow.bold(words), TEXT, after=10)
    else:
        flow.paragraph(sheet, "Setiap nomor dalam bulan ini tercatat; tidak ada nomor yang hilang.", TEXT, after=10)


def _signed(sheet: Sheet, proof: NumberProof) -> None:
    style = flow.sized(flow.TIGHT, 10.5, 13.5)
    half = sheet.room / 2
    blocks = [signature.height(block, half, style, 18) for block in (proof.section_head, proof.camat)]
    sheet.need(max(blocks) + 20 + 4 * MM)
    flow.paragraph(sheet, proof.place_date, style, sheet.left + sheet.room * signature.AT, after=2)
    signature.draw_beside(sheet, proof.section_head, proof.camat, style, 18)

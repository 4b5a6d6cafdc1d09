"""Blank receipts with numbers printed in advance, for the hours without electricity; keyed in afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.documents import fonts, letterhead
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import A4, GREY, MM, Margins, Sheet
from paten_desk.domain.pads import written

HALF = 148.5 * MM
LINE = 8.6 * MM
PAPER_LINES = 4
COPIES = ("untuk warga", "untuk kantor, diketik ke PATEN Desk setelah listrik menyala")


@dataclass(frozen=True, slots=True)
class PadSheet:
    """The slips of one pad.

    Attributes:
        numbers: Printed on the slips, one page each.
        complaints: Where to complain of a fee.

    """

    letterhead: Letterhead
    numbers: tuple[int, ...]
    year: int
    zone: str
    complaints: str = "SMS 1708 atau lapor.go.id"


def render(pad: PadSheet) -> bytes:
    """Draw one A4 page a number: above the citizen's half, below the office's, to be cut between."""
    first, last = written(pad.numbers[0], pad.year), written(pad.numbers[-1], pad.year)
    sheet = Sheet(A4, f"Tanda terima kertas {first} sampai {last}", pad.letterhead.office, Margins(15, 15, 10, 8))
    for at, number in enumerate(pad.numbers):
        if at:
            sheet.new_page()
        for half, copy in enumerate(COPIES):
            sheet.y = sheet.height - half * HALF - 9 * MM
            _half(sheet, pad, number, copy)
        _cut(sheet)
    return sheet.finish()


def _half(sheet: Sheet, pad: PadSheet, number: int, copy: str) -> None:
    letterhead.draw(sheet, pad.letterhead, 0.56)
    sheet.down(18)
    sheet.text(sheet.left, sheet.y, "TANDA TERIMA BERKAS (KERTAS)", fonts.SANS_BOLD, 13)
    sheet.text(sheet.right, sheet.y, written(number, pad.year), fonts.SANS_BOLD, 18, "right")
    sheet.down(12)
    sheet.text(sheet.left, sheet.y, copy, fonts.SANS_ITALIC, 8.5, colour=GREY)
    sheet.down(2)
    middle = sheet.left + sheet.room * 0.56
    _blank(sheet, "Diterima hari, tanggal", sheet.left, middle - 4 * MM)
    _blank(sheet, f"pukul ({pad.zone})", middle, sheet.right, moves=False)
    _blank(sheet, "Nama pemohon", sheet.left, sheet.right)
    _blank(sheet, "NIK", sheet.left, middle - 4 * MM)
    _blank(sheet, "HP", middle, sheet.right, moves=False)
    _blank(sheet, "Layanan", sheet.left, sheet.right)
    for line in range(PAPER_LINES):
        _blank(sheet, "Berkas yang diterima" if not line else "", sheet.left, sheet.right)
    _blank(sheet, "Selesai paling lambat", sheet.left, sheet.right)
    sheet.down(8)
    _foot(sheet, pad)


def _blank(sheet: Sheet, name: str, left: float, right: float, *, moves: bool = True) -> None:
    """Draw a name and the line to write on."""
    if moves:
        sheet.down(LINE)
    sheet.text(left, sheet.y, name, fonts.SANS, 9.5, colour=GREY)
    start = left + (34 * MM if left == sheet.left else 22 * MM)
    sheet.rule(sheet.y - 2, 0.4, start, right)


def _foot(sheet: Sheet, pad: PadSheet) -> None:
    high, wide = 12 * MM, 52 * MM
    foot = sheet.y - high
    sheet.box(sheet.left, foot, wide, high, 0.9, 3)
    sheet.text(sheet.left + 3 * MM, foot + 7.4 * MM, "BIAYA", fonts.SANS_SEMIBOLD, 7.8)
    sheet.text(sheet.left + 3 * MM, foot + 2.6 * MM, "Rp0 (GRATIS)", fonts.SANS_BOLD, 12)
    x = sheet.left + wide + 4 * MM
    room = sheet.room * 0.62 - wide - 4 * MM
    words = ("Ambil hasil dengan membawa lembar ini.", f"Diminta membayar? Lapor {pad.complaints}.")
    for at, line in enumerate(words):
        sheet.fitted(x, foot + 7.4 * MM - at * 11, line, fonts.SANS, 8.5, room)
    second = sheet.left + sheet.room * 0.68
    sheet.text(second, foot + 7.4 * MM, "Petugas,", fonts.SANS, 9.5)
    sheet.rule(foot - 4, 0.4, second, sheet.right)


def _cut(sheet: Sheet) -> None:
    sheet.canvas.saveState()
    sheet.canvas.setDash(3, 3)
    sheet.canvas.setLineWidth(0.5)
    sheet.canvas.line(0, sheet.height - HALF, sheet.width, sheet.height - HALF)
    sheet.canvas.restoreState()

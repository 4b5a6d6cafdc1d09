"""The key card: an office's public key on paper, so that two offices can compare it face to face."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from paten_desk.documents import flow, fonts, qr
from paten_desk.documents.flow import Fact
from paten_desk.documents.page import A5, GREY, MM, Margins, Sheet
from paten_desk.domain.errors import PatenError
from paten_desk.domain.formats import long_date

DIGITS = 20


@dataclass(frozen=True, slots=True)
class KeyCard:
    """A public key that is shown to everyone.

    Attributes:
        side: Whose key it is.
        check: Check number, 20 digits.
        payload: What the QR code says: the key itself.

    """

    side: Literal["kecamatan", "kabupaten"]
    name: str
    code: str
    check: str
    payload: str
    made_on: date
    holder: str = ""


def grouped(check: str) -> str:
    """Write a check number as it is read aloud: five groups of four digits.

    Raises:
        PatenError: It has not 20 digits.

    """
    digits = "".join(letter for letter in check if letter.isdigit())
    if len(digits) != DIGITS:
        raise PatenError("Kartu kunci belum dapat dicetak karena nomor periksanya tidak utuh.", "Buat kartu baru.")
    return "  ".join(digits[at : at + 4] for at in range(0, DIGITS, 4))


def render(card: KeyCard) -> bytes:
    """Draw the card on A5."""
    check = grouped(card.check)
    sheet = Sheet(A5, f"Kartu Kunci {card.name}", card.name, Margins(14, 14, 14, 14))
    sheet.box(8 * MM, 8 * MM, sheet.width - 16 * MM, sheet.height - 16 * MM, 1.2, 6)
    sheet.down(14)
    flow.paragraph(sheet, flow.bold("KARTU KUNCI"), flow.sized(flow.SANS, 20, 24, "middle"))
    flow.paragraph(sheet, flow.bold(card.name), flow.sized(flow.SANS, 13, 16, "middle"), after=12)
    side = 78 * MM
    qr.draw(sheet, sheet.middle - side / 2, sheet.y - side, side, card.payload)
    sheet.down(side + 18)
    sheet.text(sheet.middle, sheet.y, "Nomor periksa", fonts.SANS, 10, "middle", GREY)
    sheet.down(22)
    sheet.fitted(sheet.middle, sheet.y, check, fonts.SANS_BOLD, 20, sheet.room, "middle")
    sheet.down(14)
    rows = [
        Fact("Kode wilayah", card.code),
        Fact("Berlaku sejak", long_date(card.made_on)),
        Fact("Pemegang", card.holder),
    ]
    flow.facts(sheet, [row for row in rows if row.value], flow.sized(flow.SANS, 10.5, 14), 28, 4)
    sheet.down(9)
    other = "kabupaten" if card.side == "kecamatan" else "kecamatan"
    words = (
        f"Perlihatkan kartu ini kepada petugas {other}. Petugas memindai kode QR, lalu kedua petugas mencocokkan nomor "
        "periksa di layar dengan nomor di kartu ini, angka demi angka. Kartu ini tidak rahasia."
    )
    flow.paragraph(sheet, words, flow.sized(flow.SANS, 9.5, 12.5, "middle"))
    return sheet.finish()

"""The recovery sheet: the office's secret key on paper, twice, each for a sealed envelope.

Who holds it can open the office's data and backups when every password is lost, with this program or with any
program that reads age files.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paten_desk.documents import flow, fonts, letter, letterhead, page, qr
from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import A4, GREY, MM, Sheet
from paten_desk.domain.errors import PatenError
from paten_desk.domain.formats import long_date

PREFIX = "AGE-SECRET-KEY-1"
PLACES = ("brankas Camat", "amplop Sekretaris Kecamatan")
STEPS = (
    "Periksa bahwa kode QR terbaca atau seluruh huruf terbaca jelas. Jangan memfoto dan jangan memfotokopi lembar ini.",
    "Masukkan tiap rangkap ke dalam amplop tersendiri, segel, bubuhkan tanda tangan dan cap pada sambungannya.",
    "Simpan rangkap 1 di brankas Camat dan rangkap 2 pada Sekretaris Kecamatan. Jangan simpan di dekat komputer.",
    "Bila semua kata sandi hilang, buka satu amplop, pilih Pulihkan pada layar masuk, lalu pindai kode QR atau ketik "
    "huruf di atas tanpa spasi.",
    "Sesudah amplop dibuka, buat lembar pemulihan baru dan musnahkan lembar ini dengan berita acara.",
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What is printed once and never kept on the computer.

    Attributes:
        secret: "AGE-SECRET-KEY-1…", 74 letters.
        check: Check number of the public key, to tell sheets apart.
        places: Where each copy is kept; one page for each.

    """

    letterhead: Letterhead
    office: str
    office_code: str
    secret: str
    check: str
    made_on: date
    made_by: str
    places: tuple[str, ...] = PLACES


def render(recovery: RecoverySheet) -> bytes:
    """Draw one A4 page for each place.

    Raises:
        PatenError: The secret is not an age secret key.

    """
    if not recovery.secret.startswith(PREFIX) or len(recovery.secret) != 74:
        raise PatenError("Lembar pemulihan belum dapat dicetak karena kuncinya tidak utuh.", "Buat kunci baru.")
    sheet = Sheet(A4, f"Lembar Pemulihan {recovery.office}", recovery.office)
    for at, place in enumerate(recovery.places, 1):
        if at > 1:
            sheet.new_part()
        _copy(sheet, recovery, at, place)
    return sheet.finish(page.page_of)


def grouped(secret: str) -> list[str]:
    """Break a secret key into lines of groups of four, as it is typed; the fixed beginning stands alone."""
    rest = secret.removeprefix(PREFIX)
    groups = [rest[at : at + 4] for at in range(0, len(rest), 4)]
    return [PREFIX, *("  ".join(groups[at : at + 5]) for at in range(0, len(groups), 5))]


def _copy(sheet: Sheet, recovery: RecoverySheet, number: int, place: str) -> None:
    letterhead.draw(sheet, recovery.letterhead)
    letter.titled(sheet, "LEMBAR PEMULIHAN", None)
    words = f"RAHASIA. Rangkap {number} dari {len(recovery.places)}, untuk {place}."
    flow.paragraph(sheet, flow.bold(words), flow.sized(flow.CENTRE, 11.5, 15), after=10)
    rows = [
        Fact("Kantor", f"{recovery.office} ({recovery.office_code})", bold=True),
        Fact("Nomor periksa kunci", recovery.check),
        Fact("Dibuat", f"{long_date(recovery.made_on)} oleh {recovery.made_by}"),
    ]
    flow.facts(sheet, rows, flow.sized(flow.PLAIN, 11, 15), 42, 0)
    sheet.down(14)
    _key(sheet, recovery.secret)
    sheet.down(18)
    flow.paragraph(sheet, flow.bold("Cara menyimpan dan memakai"), flow.PLAIN, after=2)
    flow.numbered(sheet, STEPS, flow.sized(flow.PLAIN, 10.5, 14), gap=3)
    sheet.down(8)
    warning = "Siapa pun yang memegang lembar ini dapat membuka data kantor. Perlakukan seperti uang tunai."
    flow.paragraph(sheet, flow.bold(warning), flow.sized(flow.PLAIN, 10.5, 14))


def _key(sheet: Sheet, secret: str) -> None:
    side = 52 * MM
    lines = grouped(secret)
    high = side + 12 * MM
    sheet.need(high)
    foot = sheet.y - high
    sheet.box(sheet.left, foot, sheet.room, high, 0.9, 3)
    qr.draw(sheet, sheet.left + 6 * MM, foot + 6 * MM, side, secret)
    x = sheet.left + side + 14 * MM
    y = foot + high - 13 * MM
    sheet.text(x, y + 3 * MM, "Kunci pemulihan", fonts.LETTER, 9, colour=GREY)
    for at, words in enumerate(lines):
        y -= 25 if at else 12
        sheet.fitted(x, y, words, fonts.LETTER_BOLD, 15, sheet.right - x - 4 * MM)
    sheet.y = foot

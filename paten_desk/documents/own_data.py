"""What the office holds on one citizen, for the citizen: on F4, as UU 27/2022 lets everybody ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from paten_desk.documents import flow, fonts, letter, letterhead, page, table
from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import F4, MM, Margins, Sheet
from paten_desk.documents.table import Column, Look

TEXT = flow.sized(flow.BODY, 10.5, 14.5)
ROWS = flow.sized(flow.PLAIN, 10.5, 14)
LOOK = Look(fonts.LETTER, 9.5, 12, boxed=True, pad=3)
REQUESTS = (
    Column("Nomor", 31),
    Column("Layanan", 54),
    Column("Sebagai", 20),
    Column("Masuk", 32),
    Column("Keadaan", 22),
)
LETTERS = (Column("Nomor surat", 48), Column("Surat", 54), Column("Tanggal", 32), Column("Keadaan", 22))
NOTES = (Column("Permohonan", 34), Column("Catatan petugas", 122))
LOOKS = (Column("Waktu", 44), Column("Petugas", 60), Column("Perbuatan", 52))
OPENING = (
    "Lembar ini memuat semua data pribadi atas nama Saudara yang disimpan di kantor ini pada saat dicetak. Data diolah "
    "untuk melaksanakan pelayanan publik dan kewajiban hukum (Pasal 20 UU Nomor 27 Tahun 2022)."
)
RIGHTS = (
    "Saudara berhak meminta penjelasan tentang pemakaian data ini dan memperoleh salinannya.",
    "Bila ada yang salah atau kurang, Saudara berhak meminta perbaikan; bawa dokumen yang benar ke loket.",
    "Penghapusan dibatasi oleh peraturan kearsipan; permintaan tetap dicatat dan dijawab.",
)
RIGHTS_MM = 42  # what is said at the end stays together
KEEP = "Lembar ini memuat NIK dan nomor KK yang lengkap. Simpan baik-baik dan jangan dibagikan."


@dataclass(frozen=True, slots=True)
class OwnData:
    """Everything held on one citizen, in finished words.

    Attributes:
        facts: Name and value of what is written down of the citizen.
        family: Names of others with the same family card.
        requests, letters, notes, looks: Rows of the tables as wide as their columns.
        printed: When, where and by whom the sheet was made.

    """

    letterhead: Letterhead
    name: str
    facts: tuple[tuple[str, str], ...]
    family: tuple[str, ...]
    requests: tuple[tuple[str, ...], ...]
    letters: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[str, ...], ...]
    looks: tuple[tuple[str, ...], ...]
    printed: str


def render(data: OwnData) -> bytes:
    """Draw the sheet on F4, as many pages as it takes."""
    sheet = Sheet(F4, f"Data pribadi {data.name}", data.letterhead.office, Margins(25, 20, 14, 18))
    letterhead.draw(sheet, data.letterhead)
    letter.titled(sheet, "DATA PRIBADI YANG DISIMPAN", None)
    sheet.down(14)
    flow.paragraph(sheet, OPENING, TEXT, after=8)
    _heading(sheet, "Data diri")
    flow.facts(sheet, [Fact(name, value, bold=at == 0) for at, (name, value) in enumerate(data.facts)], ROWS, 42, 0)
    sheet.down(6)
    _heading(sheet, "Keluarga dengan nomor KK yang sama")
    said = ", ".join(data.family) if data.family else "Tidak ada yang tercatat."
    flow.paragraph(sheet, said, ROWS, after=8)
    _table(sheet, "Permohonan", REQUESTS, data.requests)
    _table(sheet, "Surat", LETTERS, data.letters)
    _table(sheet, "Catatan petugas pada permohonan", NOTES, data.notes)
    _table(sheet, "Siapa yang membuka data ini", LOOKS, data.looks)
    sheet.need(RIGHTS_MM * MM)
    _heading(sheet, "Hak Saudara")
    flow.numbered(sheet, RIGHTS, TEXT)
    sheet.down(4)
    flow.paragraph(sheet, flow.bold(KEEP), TEXT, after=6)
    flow.paragraph(sheet, data.printed, flow.SMALL)
    return sheet.finish(page.page_of)


def _table(sheet: Sheet, head: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    _heading(sheet, head)
    if rows:
        table.draw(sheet, columns, rows, look=LOOK)
        sheet.down(10)
    else:
        flow.paragraph(sheet, "Tidak ada.", ROWS, after=8)


def _heading(sheet: Sheet, words: str) -> None:
    sheet.need(18 * MM)
    sheet.text(sheet.left, sheet.y - 10.5, words, fonts.LETTER_BOLD, 10.5)
    sheet.down(16)

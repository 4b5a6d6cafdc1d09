"""The minutes of a closed day: what came, what was done, which numbers were used, and what the journal says.

Kept on paper outside the computer, it is what a changed journal no longer agrees with.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from paten_desk.documents import flow, fonts, letter, letterhead, page, qr, signature, table
from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import A4, MM, Margins, Sheet
from paten_desk.documents.signature import Signature
from paten_desk.documents.table import Column, Look
from paten_desk.documents.words import date_in_words, rupiah_and_words
from paten_desk.domain.formats import full_date, hour, thousands

TEXT = flow.sized(flow.BODY, 10.5, 14.5)
ROWS = flow.sized(flow.PLAIN, 10, 13.5)
COLUMNS = (
    Column("Layanan", 46),
    Column("Sisa kemarin", 16, "middle"),
    Column("Masuk", 14, "middle"),
    Column("Dari\nluar", 11, "middle"),
    Column("Selesai", 15, "middle"),
    Column("Dikem-\nbalikan", 16, "middle"),
    Column("Ditolak", 15, "middle"),
    Column("Sisa", 12, "middle"),
    Column("Tepat waktu / lewat", 20, "middle"),
)


@dataclass(frozen=True, slots=True)
class ServiceTotals:
    """One service's day.

    Attributes:
        left: Carried over to the next day.
        outside: Of the received, how many are of applicants from outside the kecamatan.

    """

    service: str
    carried: int
    received: int
    finished: int
    returned: int
    rejected: int
    left: int
    on_time: int
    late: int
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Used:
    """Numbers of one register used on the day.

    Attributes:
        register: E.g. "Nomor pendaftaran", "Nomor surat".
        first, last: As printed; both "" where none was used.
        voids: Each void number with its reason.

    """

    register: str
    first: str
    last: str
    count: int
    voids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """A closed day.

    Attributes:
        closed_at: When it was really closed; a later day than `day` makes it late.
        counters: "Loket 1 dan Loket 2".
        cash_rupiah: Fees taken; the cash count stands in `notes` when it differs.
        journal_length: Records in the journal at closing.
        head: Hash of its last record as printed, in groups.
        closing_line: The one line that is sent by messenger.
        security: Rows about backup and export, finished words.
        notes: What happened, sentences.
        copy_no: 1 for the first reprint; 0 for the original.

    """

    letterhead: Letterhead
    number: str
    day: date
    closed_at: datetime
    zone: str
    office: str
    counters: str
    services: tuple[ServiceTotals, ...]
    used: tuple[Used, ...]
    journal_length: int
    head: str
    closing_line: str
    payload: str
    place_date: str
    section_head: Signature
    camat: Signature
    cash_rupiah: int = 0
    security: tuple[Fact, ...] = ()
    notes: tuple[str, ...] = ()
    copy_no: int = 0

    @property
    def is_late(self) -> bool:
        """Tell whether the day was closed on a later day."""
        return self.closed_at.date() > self.day


def render(closing: Closing) -> bytes:
    """Draw the minutes on A4."""
    title = f"Berita Acara Tutup Hari {full_date(closing.day)}"
    sheet = Sheet(A4, title, closing.letterhead.office, Margins(25, 20, 14, 18), lambda sheet: _marks(sheet, closing))
    letterhead.draw(sheet, closing.letterhead)
    letter.titled(sheet, "BERITA ACARA TUTUP HARI PELAYANAN", closing.number)
    _opening(sheet, closing)
    _services(sheet, closing)
    _numbers(sheet, closing)
    _cash(sheet, closing)
    _journal(sheet, closing)
    _notes(sheet, closing)
    _signed(sheet, closing)
    return sheet.finish(page.page_of)


def _marks(sheet: Sheet, closing: Closing) -> None:
    marks = ["DITUTUP TERLAMBAT"] if closing.is_late else []
    if closing.copy_no:
        marks.append(f"SALINAN {closing.copy_no}")
    if marks:
        sheet.text(sheet.right, sheet.height - 9 * MM, " · ".join(marks), fonts.LETTER_BOLD, 9, "right")


def _opening(sheet: Sheet, closing: Closing) -> None:
    at = closing.closed_at
    if closing.is_late:
        when = f"Pada hari {full_date(at.date())} pukul {hour(at)} {closing.zone}"
        of = f" untuk pelayanan hari {date_in_words(closing.day)} yang belum ditutup pada harinya"
    else:
        when = f"Pada hari ini, {date_in_words(closing.day)}, pukul {hour(at)} {closing.zone}"
        of = ""
    words = (
        f"{when}, kami yang bertanda tangan di bawah ini menutup pelayanan {closing.counters} {closing.office}{of} "
        "dengan keadaan sebagai berikut."
    )
    flow.paragraph(sheet, words, TEXT, after=7)


def _services(sheet: Sheet, closing: Closing) -> None:
    _heading(sheet, 1, "Permohonan")
    if not closing.services:
        flow.paragraph(sheet, "Tidak ada permohonan pada hari ini.", TEXT, sheet.left + 7 * MM, after=6)
        return
    rows = [_row(totals) for totals in closing.services]
    table.draw(sheet, COLUMNS, rows, _row(_sum(closing.services)), Look(fonts.LETTER, 9.5, 12))
    sheet.down(8)


def _row(totals: ServiceTotals) -> list[str]:
    before = (totals.carried, totals.received, totals.outside)
    after = (totals.finished, totals.returned, totals.rejected, totals.left)
    return [totals.service, *(str(count) for count in (*before, *after)), f"{totals.on_time} / {totals.late}"]


def _sum(services: tuple[ServiceTotals, ...]) -> ServiceTotals:
    names = ("carried", "received", "finished", "returned", "rejected", "left", "on_time", "late", "outside")
    return ServiceTotals("Jumlah", *(sum(getattr(totals, name) for totals in services) for name in names))


def _numbers(sheet: Sheet, closing: Closing) -> None:
    _heading(sheet, 2, "Nomor yang terpakai")
    rows = []
    for used in closing.used:
        if not used.count:
            rows.append(Fact(used.register, "tidak ada nomor terpakai"))
            continue
        span = used.first if used.count == 1 else f"{used.first} sampai dengan {used.last}"
        rows.append(Fact(used.register, f"{span} ({used.count} nomor)"))
        rows += [Fact("Di antaranya batal", void) for void in used.voids]
    flow.facts(sheet, rows, ROWS, 40, 7)
    sheet.down(7)


def _cash(sheet: Sheet, closing: Closing) -> None:
    _heading(sheet, 3, "Penerimaan")
    flow.facts(sheet, [Fact("Penerimaan hari ini", rupiah_and_words(closing.cash_rupiah))], ROWS, 40, 7)
    sheet.down(7)


def _journal(sheet: Sheet, closing: Closing) -> None:
    _heading(sheet, 4, "Catatan dan keamanan data")
    count = thousands(closing.journal_length)
    rows = [Fact("Jumlah catatan", count), Fact("Sidik catatan terakhir", closing.head, bold=True), *closing.security]
    flow.facts(sheet, rows, ROWS, 40, 7)
    sheet.down(7)


def _notes(sheet: Sheet, closing: Closing) -> None:
    _heading(sheet, 5, "Kejadian")
    for note in closing.notes or ("Tidak ada kejadian khusus.",):
        flow.paragraph(sheet, note, TEXT, sheet.left + 7 * MM, after=2)
    sheet.down(5)


def _signed(sheet: Sheet, closing: Closing) -> None:
    """Draw the last sentence, both signatures and the proof, together on one page."""
    style = flow.sized(flow.TIGHT, 10.5, 13.5)
    half = sheet.room / 2
    blocks = [signature.height(block, half, style, 20) for block in (closing.section_head, closing.camat)]
    sheet.need(max(blocks) + 32 + 20 * MM)
    words = "Demikian berita acara ini dibuat dengan sebenarnya dalam 2 (dua) rangkap."
    flow.paragraph(sheet, words, TEXT, after=12)
    flow.paragraph(sheet, closing.place_date, style, sheet.left + sheet.room * signature.AT, after=2)
    signature.draw_beside(sheet, closing.section_head, closing.camat, style, 20)
    sheet.need(20 * MM)
    side, foot = 18 * MM, sheet.bottom
    qr.draw(sheet, sheet.left, foot, side, closing.payload)
    x = sheet.left + side + 4 * MM
    sheet.fitted(x, foot + 13 * MM, closing.closing_line, fonts.LETTER_BOLD, 9, sheet.right - x)
    sheet.y = foot + 11.5 * MM
    explained = (
        "Kirim baris di atas ke kabupaten dan simpan halaman ini di luar komputer:\nbila data diubah sesudah ditutup, "
        "sidik catatan tidak lagi cocok."
    )
    flow.lay(explained, flow.SMALL, sheet.right - x)[0].drawOn(sheet.canvas, x, foot + 3 * MM)


def _heading(sheet: Sheet, number: int, words: str) -> None:
    sheet.need(40)
    sheet.text(sheet.left, sheet.y - 10.5, f"{number}.", fonts.LETTER_BOLD, 10.5)
    sheet.text(sheet.left + 7 * MM, sheet.y - 10.5, words, fonts.LETTER_BOLD, 10.5)
    sheet.down(15)

"""The sheet a citizen takes home when papers are missing: what is there, what is not, and "bring only this"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from paten_desk.documents import flow, fonts, letterhead, qr
from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import A5, GREY, MM, Margins, Sheet
from paten_desk.documents.receipt_body import paper_row
from paten_desk.documents.receipt_facts import Paper
from paten_desk.domain.formats import full_date, hour


@dataclass(frozen=True, slots=True)
class Missing:
    """One paper that is not there.

    Attributes:
        name: As the service's list of requirements names it.
        where: How to get it, e.g. "diminta di kantor desa"; may be "".

    """

    name: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Deficiency:
    """A dossier that is not complete.

    Attributes:
        number: Registration number, or "" where nothing was registered yet.
        deadline: Until when the dossier is kept, in words, or "".
        payload: What the QR code says, or "" for none.

    """

    letterhead: Letterhead
    applicant: str
    service: str
    checked_at: datetime
    zone: str
    counter: str
    clerk: str
    present: tuple[Paper, ...]
    missing: tuple[Missing, ...]
    number: str = ""
    deadline: str = ""
    note: str = ""
    payload: str = ""
    complaints: tuple[str, ...] = ("SMS 1708", "lapor.go.id")


def render(deficiency: Deficiency) -> bytes:
    """Draw the sheet on A5."""
    sheet = Sheet(A5, "Lembar Kekurangan Berkas", deficiency.letterhead.office, Margins(12, 12, 10, 13))
    letterhead.draw(sheet, deficiency.letterhead, 0.62)
    _head(sheet, deficiency)
    _missing(sheet, deficiency)
    _present(sheet, deficiency)
    style = flow.SANS_SMALL
    sheet.down(7)
    if deficiency.note:
        flow.paragraph(sheet, deficiency.note, flow.SANS, after=4)
    words = "Lembar ini bukan penolakan. Berkas diproses segera setelah kekurangan di atas dilengkapi."
    contact = f" Pengaduan: {' atau '.join(deficiency.complaints)}." if deficiency.complaints else ""
    flow.paragraph(sheet, words + contact, style)
    _signature(sheet, deficiency)
    return sheet.finish(_foot)


def _head(sheet: Sheet, deficiency: Deficiency) -> None:
    sheet.down(19)
    top = sheet.y
    room = sheet.room
    if deficiency.payload:
        side = 20 * MM
        qr.draw(sheet, sheet.right - side, top - side + 10, side, deficiency.payload)
        room -= side + 4 * MM
    sheet.text(sheet.left, sheet.y, "LEMBAR KEKURANGAN BERKAS", fonts.SANS_BOLD, 15)
    sheet.down(16)
    at = deficiency.checked_at
    words = f"Diperiksa {full_date(at.date())} pukul {hour(at)} {deficiency.zone} di {deficiency.counter}"
    sheet.fitted(sheet.left, sheet.y, words, fonts.SANS, 9.5, room)
    sheet.y = top - 19 * MM if deficiency.payload else sheet.y - 9
    sheet.rule(sheet.y)
    sheet.down(4)
    rows = [
        Fact("Nomor", deficiency.number, bold=True),
        Fact("Pemohon", deficiency.applicant, bold=True),
        Fact("Layanan", deficiency.service, bold=True),
    ]
    flow.facts(sheet, [row for row in rows if row.value], flow.SANS, 22, 0, 0.5)


def _missing(sheet: Sheet, deficiency: Deficiency) -> None:
    """Draw what is missing in a frame: the one thing to read."""
    sheet.down(8)
    sheet.need(60)
    sheet.rule(sheet.y, 1.6)
    sheet.down(3)
    head = "Kembali dengan membawa ini saja:"
    flow.paragraph(sheet, flow.bold(head), flow.sized(flow.SANS, 16, 20), after=4)
    for at, missing in enumerate(deficiency.missing, 1):
        style = flow.sized(flow.SANS, 13.5, 17)
        sheet.need(2 * style.leading)
        sheet.box(sheet.left, sheet.y - 14, 10.5, 10.5, 0.9)
        sheet.text(sheet.left + 5 * MM, sheet.y - 13.5, f"{at}.", fonts.SANS_BOLD, 13.5)
        flow.paragraph(sheet, flow.bold(missing.name), style, sheet.left + 12 * MM)
        if missing.where:
            flow.paragraph(sheet, missing.where, flow.sized(flow.SANS, 9.5, 12), sheet.left + 12 * MM)
        sheet.down(3)
    if deficiency.deadline:
        flow.paragraph(sheet, f"Paling lambat {deficiency.deadline}.", flow.SANS, after=2)
    sheet.down(3)
    sheet.rule(sheet.y, 1.6)


def _present(sheet: Sheet, deficiency: Deficiency) -> None:
    sheet.down(9)
    if not deficiency.present:
        flow.paragraph(sheet, "Belum ada berkas yang dapat diterima.", flow.SANS)
        return
    sheet.need(40)
    flow.paragraph(sheet, flow.bold("Sudah ada, tidak perlu dibawa lagi kecuali diminta"), flow.SANS, after=1)
    sheet.rule(sheet.y)
    for at, paper in enumerate(deficiency.present, 1):
        paper_row(sheet, str(at), paper.name, paper.how())


def _signature(sheet: Sheet, deficiency: Deficiency) -> None:
    high = 17 * MM
    sheet.need(high + 4 * MM)
    foot, x = sheet.lowest, sheet.left + sheet.room * 0.6
    sheet.text(x, foot + high, "Petugas,", fonts.SANS, 9.5)
    sheet.rule(foot + 11, 0.4, x, x + 42 * MM)
    sheet.fitted(x, foot, deficiency.clerk, fonts.SANS_SEMIBOLD, 10, sheet.right - x)


def _foot(sheet: Sheet, page_no: int, pages: int) -> None:
    words = "Satu lembar untuk warga" if pages == 1 else f"Untuk warga, halaman {page_no} dari {pages}"
    sheet.text(sheet.right, 6.5 * MM, words, fonts.SANS_ITALIC, 8, "right", GREY)

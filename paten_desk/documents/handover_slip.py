"""Bukti penyerahan: who took which paper away, when and with what proof; signed by both, kept with the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from paten_desk.documents import flow, fonts, letterhead
from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import A5, GREY, MM, Margins, Sheet
from paten_desk.domain.formats import full_date, hour, mask_nik, spaced_nik

SETTINGS = ((11, 1.5), (9.5, 1), (8, 0.5))
"""Size of the facts and the white between them; the first that leaves one page is taken."""


@dataclass(frozen=True, slots=True)
class HandoverSlip:
    """One hand-over.

    Attributes:
        number: Of the request; `letter` of the paper handed over, "" where the service gives none.
        relation: Of the collector to the applicant.
        collector_nik: As seen on the card, masked here; "" where none was written down.
        proxy_letter: Whether a letter of proxy was handed in.
        checked: What was asked and how it was answered, one sentence.

    """

    letterhead: Letterhead
    number: str
    letter: str
    service: str
    applicant: str
    collector: str
    relation: str
    collector_nik: str
    proxy_letter: bool
    checked: str
    at: datetime
    zone: str
    counter: str
    clerk: str


def render(slip: HandoverSlip) -> bytes:
    """Draw the slip on A5."""
    for size, gap in SETTINGS:
        sheet = Sheet(A5, f"Bukti Penyerahan {slip.number}", slip.letterhead.office, Margins(12, 12, 10, 13))
        _draw(sheet, slip, size, gap)
        if sheet.page_no == 1:
            break
    return sheet.finish(_foot)


def _draw(sheet: Sheet, slip: HandoverSlip, size: float, gap: float) -> None:
    letterhead.draw(sheet, slip.letterhead, 0.62)
    sheet.down(22)
    sheet.text(sheet.left, sheet.y, "BUKTI PENYERAHAN", fonts.SANS_BOLD, 15)
    sheet.down(16)
    words = f"Diserahkan {full_date(slip.at.date())} pukul {hour(slip.at)} {slip.zone} di {slip.counter}"
    sheet.fitted(sheet.left, sheet.y, words, fonts.SANS, 9.5, sheet.room)
    sheet.down(8)
    sheet.rule(sheet.y)
    sheet.down(6)
    style = flow.sized(flow.SANS, size)
    paper = [
        Fact("Nomor pendaftaran", slip.number, bold=True),
        Fact("Nomor surat", slip.letter, bold=True),
        Fact("Layanan", slip.service),
        Fact("Pemohon", slip.applicant),
    ]
    flow.facts(sheet, [fact for fact in paper if fact.value], style, 36, 0, gap)
    sheet.down(8)
    flow.paragraph(sheet, flow.bold("Diserahkan kepada"), style, after=1)
    sheet.rule(sheet.y)
    sheet.down(4)
    who = [
        Fact("Nama pengambil", slip.collector, bold=True),
        Fact("Hubungan", slip.relation),
        Fact("NIK pengambil", spaced_nik(mask_nik(slip.collector_nik)) if slip.collector_nik else "tidak dicatat"),
        Fact("Surat kuasa", "ada, disimpan pada berkas" if slip.proxy_letter else "tidak ada"),
        Fact("Pencocokan", slip.checked),
    ]
    flow.facts(sheet, who, style, 36, 0, gap)
    sheet.down(8)
    words = "Pengambil menyatakan telah menerima hasil layanan dalam keadaan baik dan lengkap."
    flow.paragraph(sheet, words, flow.sized(flow.SANS_SMALL, 9))
    _signatures(sheet, slip)


def _signatures(sheet: Sheet, slip: HandoverSlip) -> None:
    high = 22 * MM
    sheet.need(high + 6 * MM)
    foot, second = sheet.lowest, sheet.left + sheet.room * 0.54
    sides = ((sheet.left, "Yang menerima,", slip.collector), (second, "Petugas,", slip.clerk))
    for x, role, name in sides:
        sheet.text(x, foot + high, role, fonts.SANS, 9.5)
        sheet.rule(foot + 11, 0.4, x, x + sheet.room * 0.42)
        sheet.fitted(x, foot, name, fonts.SANS_SEMIBOLD, 10, sheet.room * 0.42)
    sheet.y = foot


def _foot(sheet: Sheet, page_no: int, pages: int) -> None:
    words = "Untuk berkas" if pages == 1 else f"Untuk berkas, halaman {page_no} dari {pages}"
    sheet.text(sheet.right, 6.5 * MM, words, fonts.SANS_ITALIC, 8, "right", GREY)

"""The slip of a drill: on one page, that the office's data came back from a backup and were whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from paten_desk.documents import flow, fonts, letter, letterhead, page, signature, table
from paten_desk.documents.flow import Fact
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import A4, Margins, Sheet
from paten_desk.documents.signature import Signature
from paten_desk.documents.table import Column, Look
from paten_desk.domain.formats import full_date, hour, thousands

TEXT = flow.sized(flow.BODY, 10.5, 14.5)
ROWS = flow.sized(flow.PLAIN, 10.5, 14.5)
COLUMNS = (Column("Nomor pendaftaran", 29), Column("Layanan", 47), Column("Diterima", 27), Column("Surat", 52))
SHOWN = 12  # findings on one page; the rest are on screen


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt that was opened from the copy; no citizen is named."""

    number: str
    service: str
    received_at: datetime
    letter: str


@dataclass(frozen=True, slots=True)
class DrillSlip:
    """What a drill found.

    Attributes:
        target: Name of the place the backup lay in.
        made_at: When the backup was made.
        head: First letters of the hash of its newest record.
        findings: Differences; none means that everything came back.

    """

    letterhead: Letterhead
    office: str
    tried_at: datetime
    zone: str
    target: str
    made_at: datetime
    records: int
    documents: int
    head: str
    findings: tuple[str, ...]
    receipts: tuple[Receipt, ...]
    camat: Signature
    clerk: Signature


def render(slip: DrillSlip) -> bytes:
    """Draw the slip on one A4 page."""
    sheet = Sheet(A4, f"Uji Pulih {full_date(slip.tried_at.date())}", slip.office, Margins(25, 20, 14, 18))
    letterhead.draw(sheet, slip.letterhead)
    letter.titled(sheet, "HASIL UJI PULIH CADANGAN", None)
    at = slip.tried_at
    words = (
        f"Pada hari {full_date(at.date())} pukul {hour(at)} {slip.zone} cadangan terakhir {slip.office} dipulihkan ke "
        "folder terpisah di komputer loket, lalu seluruh isinya diperiksa. Data kantor sendiri tidak disentuh."
    )
    flow.paragraph(sheet, words, TEXT, after=8)
    rows = [
        Fact("Tempat cadangan", slip.target),
        Fact("Cadangan dibuat", f"{full_date(slip.made_at.date())} pukul {hour(slip.made_at)} {slip.zone}"),
        Fact("Catatan diperiksa", thousands(slip.records)),
        Fact("Naskah diperiksa", thousands(slip.documents)),
        Fact("Sidik catatan terakhir", slip.head),
        Fact("Hasil", _result(slip), bold=True),
    ]
    flow.facts(sheet, rows, ROWS, 42, 0)
    sheet.down(8)
    for finding in slip.findings[:SHOWN]:
        flow.paragraph(sheet, f"- {finding}", ROWS)
    if len(slip.findings) > SHOWN:
        flow.paragraph(sheet, f"dan {len(slip.findings) - SHOWN} perbedaan lain.", ROWS)
    if slip.receipts:
        sheet.down(4)
        flow.paragraph(sheet, flow.bold("Tanda terima terakhir yang dibuka dari cadangan"), TEXT, after=4)
        table.draw(sheet, COLUMNS, [_row(receipt) for receipt in slip.receipts], (), Look(fonts.LETTER, 9.5, 12))
    style = flow.sized(flow.TIGHT, 10.5, 13.5)
    sheet.need(max(signature.height(block, sheet.room / 2, style, 20) for block in (slip.clerk, slip.camat)) + 20)
    sheet.down(16)
    signature.draw_beside(sheet, slip.clerk, slip.camat, style, 20)
    return sheet.finish(page.page_of)


def _result(slip: DrillSlip) -> str:
    if slip.findings:
        return f"{thousands(len(slip.findings))} perbedaan ditemukan; hubungi admin."
    return "Semua data kembali utuh; tidak ada perbedaan."


def _row(receipt: Receipt) -> list[str]:
    at = receipt.received_at
    return [receipt.number, receipt.service, f"{at:%d-%m-%Y} {hour(at)}", receipt.letter or "-"]

"""The small part of a receipt that is cut off: one to collect with, one that stays on the dossier."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.documents import flow, fonts
from paten_desk.documents.page import GREY, MM, Sheet
from paten_desk.documents.receipt_facts import Receipt, due_words, numbers, services
from paten_desk.domain.formats import mask_nik, spaced_nik

SIZES = (9.5, 8.5, 7.5, 6.5, 5.5, 4.8)
LABEL, GAP = 7.0, 2.2


@dataclass(frozen=True, slots=True)
class Stub:
    """What a cut-off part is for.

    Attributes:
        signed: Who signs on it.
        note: What to do with it, one sentence.

    """

    title: str
    signed: str
    note: str


COLLECT = Stub("BAGIAN PENGAMBILAN", "Tanggal dan tanda tangan pengambil", "Serahkan bagian ini saat mengambil hasil.")
COUNTERFOIL = Stub("BONGGOL", "Paraf petugas", "Tempelkan bagian ini pada map berkas.")
STUBS = (COLLECT, COUNTERFOIL)
"""In the order of the copies: the citizen's, the dossier's."""


def draw_strip(sheet: Sheet, receipt: Receipt, stub: Stub, foot: float, high: float) -> None:
    """Draw a part as a strip between the margins, its foot at `foot`: who at the left, signature at the right."""
    top = foot + high
    left_room, right_room = sheet.room * 0.64, sheet.room * 0.32
    x = sheet.right - right_room
    sheet.fitted(sheet.left, top - 14, numbers(receipt), fonts.SANS_BOLD, 16, left_room)
    _facts(sheet, receipt, sheet.left, top - 18, left_room, top - 18 - foot)
    sheet.text(x, top - 10, stub.title, fonts.SANS_SEMIBOLD, 9)
    sheet.fitted(x, top - 20, stub.note, fonts.SANS, 7.5, right_room, colour=GREY)
    _to_sign(sheet, stub, x, foot, right_room)


def draw_column(sheet: Sheet, receipt: Receipt, stub: Stub, x: float, top: float, wide: float, foot: float) -> None:
    """Draw a part as a column `wide` points wide from `top` down to `foot`."""
    sheet.text(x, top - 10, stub.title, fonts.SANS_BOLD, 11)
    sheet.fitted(x, top - 22, receipt.letterhead.office, fonts.SANS, 8.5, wide, colour=GREY)
    sheet.fitted(x, top - 46, numbers(receipt), fonts.SANS_BOLD, 20, wide)
    sheet.rule(top - 54, 0.4, x, x + wide)
    _facts(sheet, receipt, x, top - 58, wide, top - 58 - foot - 30 * MM, stacked=True)
    laid, high = flow.lay(stub.note, flow.sized(flow.SANS, 8.5, 10.5), wide)
    laid.drawOn(sheet.canvas, x, foot + 24 * MM - high)
    _to_sign(sheet, stub, x, foot, wide)


def _to_sign(sheet: Sheet, stub: Stub, x: float, foot: float, room: float) -> None:
    sheet.rule(foot + 10, 0.4, x, x + room)
    sheet.fitted(x, foot + 2, stub.signed, fonts.SANS, 7.5, room, colour=GREY)


def _facts(
    sheet: Sheet, receipt: Receipt, x: float, top: float, room: float, high: float, stacked: bool = False
) -> None:
    """Draw who, for what and by when in the largest size that fits into `high` points."""
    rows = [
        ("Pemohon", receipt.applicant),
        ("NIK", spaced_nik(mask_nik(receipt.nik)) if receipt.nik else ""),
        ("Layanan", services(receipt)),
        ("Selesai", due_words(receipt)),
    ]
    rows = [row for row in rows if row[1]]
    name_room = 0.0 if stacked else 14 * MM
    for size in SIZES:
        laid = [flow.lay(value, flow.sized(flow.SANS, size, size * 1.16), room - name_room) for _, value in rows]
        taken = sum(tall + GAP / 2 + (LABEL + 6 if stacked else 0) for _, tall in laid)
        if taken <= high:
            break
    y = top
    for (name, _), (words, tall) in zip(rows, laid, strict=True):
        if stacked:
            y -= LABEL + 5
            sheet.text(x, y, name, fonts.SANS, LABEL, colour=GREY)
            y -= 1
        else:
            sheet.text(x, y - size, name, fonts.SANS, min(size, 8.5), colour=GREY)
        words.drawOn(sheet.canvas, x + name_room, y - tall)
        y -= tall + GAP / 2

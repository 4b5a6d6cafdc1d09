"""Which sheet goes to which printer of this computer, and where on the paper it lands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from paten_desk.domain.errors import Problem

OFFSET_LIMIT_MM = 15
OFFSET_STEP_MM = 0.5
MOST_COPIES = 20


class SheetKind(StrEnum):
    """What is printed, as far as the printer, the paper and the tray differ."""

    LETTER = "letter"
    RECEIPT_A5 = "receipt_a5"
    RECEIPT_HALF_F4 = "receipt_half_f4"
    RECEIPT_80MM = "receipt_80mm"
    RECEIPT_58MM = "receipt_58mm"
    RECEIPT_TEXT = "receipt_text"
    BOOK = "book"
    BOARD = "board"
    REPORT = "report"


NAMES = {
    SheetKind.LETTER: "Surat",
    SheetKind.RECEIPT_A5: "Tanda terima A5",
    SheetKind.RECEIPT_HALF_F4: "Tanda terima setengah F4",
    SheetKind.RECEIPT_80MM: "Struk 80 mm",
    SheetKind.RECEIPT_58MM: "Struk 58 mm",
    SheetKind.RECEIPT_TEXT: "Tanda terima teks (dot matrix)",
    SheetKind.BOOK: "Buku register",
    SheetKind.BOARD: "Papan standar layanan",
    SheetKind.REPORT: "Berita acara dan laporan",
}
PAPERS_MM: dict[SheetKind, tuple[int, int]] = {
    SheetKind.LETTER: (215, 330),
    SheetKind.RECEIPT_A5: (148, 210),
    SheetKind.RECEIPT_HALF_F4: (215, 330),
    SheetKind.BOOK: (330, 215),
    SheetKind.BOARD: (297, 420),
    SheetKind.REPORT: (215, 330),
}
"""The paper of each sheet as it lies before the reader; rolls and dot-matrix paper have no fixed length."""
PAPER_WORDS = {
    SheetKind.RECEIPT_80MM: "Gulungan 80 mm",
    SheetKind.RECEIPT_58MM: "Gulungan 58 mm",
    SheetKind.RECEIPT_TEXT: "NCR 2 rangkap",
}
PAPER_NAMES = {(215, 330): "F4", (210, 297): "A4", (148, 210): "A5", (165, 215): "setengah F4", (297, 420): "A3"}
RECEIPTS = {
    "a5": SheetKind.RECEIPT_A5,
    "half_f4": SheetKind.RECEIPT_HALF_F4,
    "80mm": SheetKind.RECEIPT_80MM,
    "58mm": SheetKind.RECEIPT_58MM,
    "text": SheetKind.RECEIPT_TEXT,
}


@dataclass(frozen=True, slots=True)
class PrintProfile:
    """How one kind of sheet is printed on this computer; the defaults suit a single printer.

    Attributes:
        printer: Its name in the system; "" takes the first printer that knows the paper.
        paper: Name of the paper in the driver; "" asks by the sheet's own size, which is right for most.
        tray: Name of the tray in the driver; "" leaves it to the printer.
        offset_x_mm: How far all is moved to the right, negative to the left; in halves of a millimetre.
        offset_y_mm: How far all is moved down, negative up; in halves of a millimetre.
        preprinted: The paper carries its letterhead already; letters only.

    """

    sheet: SheetKind
    printer: str = ""
    paper: str = ""
    tray: str = ""
    offset_x_mm: float = 0
    offset_y_mm: float = 0
    preprinted: bool = False
    copies: int = 1

    def once(self) -> PrintProfile:
        """Return the same for a single sheet, e.g. a counted copy."""
        return replace(self, copies=1)

    @property
    def is_moved(self) -> bool:
        """Say whether the sheet is not drawn where it was made."""
        return bool(self.offset_x_mm or self.offset_y_mm)


def receipt_kind(form: str) -> SheetKind:
    """Return the kind of sheet of a receipt's form, "a5" for example; forms on whole sheets print as reports do."""
    return RECEIPTS.get(form, SheetKind.REPORT)


def check(profile: PrintProfile) -> list[Problem]:
    """List what is wrong with a profile."""
    found = []
    for name, offset in (("offset_x_mm", profile.offset_x_mm), ("offset_y_mm", profile.offset_y_mm)):
        if abs(offset) > OFFSET_LIMIT_MM:
            found.append(Problem(name, f"Geseran paling jauh {OFFSET_LIMIT_MM} mm ke tiap arah."))
        elif not (offset / OFFSET_STEP_MM).is_integer():
            found.append(Problem(name, "Geseran ditulis per setengah milimeter, misalnya 1,5."))
    if not 1 <= profile.copies <= MOST_COPIES:
        found.append(Problem("copies", f"Rangkap paling sedikit 1 dan paling banyak {MOST_COPIES}."))
    if profile.preprinted and profile.sheet is not SheetKind.LETTER:
        found.append(Problem("preprinted", "Kertas berkop hanya dipakai untuk surat."))
    return found


def paper_words(size_mm: tuple[float, float]) -> str:
    """Name a paper by its size: "F4 (215 x 330 mm)", or "80 x 143 mm"."""
    short, long = sorted(size_mm)
    words = f"{round(size_mm[0])} x {round(size_mm[1])} mm"
    for (width, height), name in PAPER_NAMES.items():
        if abs(short - width) < 1.5 and abs(long - height) < 1.5:
            return f"{name} ({words})"
    return words


def paper_hint(size_mm: tuple[float, float]) -> str:
    """Say how the driver is taught a paper it does not know."""
    short, long = (round(each) for each in sorted(size_mm))
    if PAPER_NAMES.get((short, long)) == "F4" or (abs(short - 215) < 2 and abs(long - 330) < 2):
        return 'Tambahkan ukuran khusus 215 x 330 mm pada driver, atau pakai "Folio"; jangan "Legal".'
    return f"Tambahkan ukuran khusus {short} x {long} mm pada driver, atau pilih printer lain di Pengaturan."


def offset_words(profile: PrintProfile) -> str:
    """Say in words where a sheet is moved: "kanan 1,5 mm, atas 2 mm", or "-"."""
    moves = (
        (profile.offset_x_mm, "kanan", "kiri"),
        (profile.offset_y_mm, "bawah", "atas"),
    )
    words = [f"{more if offset > 0 else less} {millimetres(abs(offset))}" for offset, more, less in moves if offset]
    return ", ".join(words) or "-"


def millimetres(amount: float) -> str:
    """Write an amount as people here do: "1,5 mm"."""
    return f"{amount:g} mm".replace(".", ",")

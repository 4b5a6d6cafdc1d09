"""Drawing a PDF on a printer itself, where the system's print service takes none (Windows)."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from paten_desk.domain.errors import PatenError
from paten_desk.domain.printing import paper_hint, paper_words
from paten_desk.ui import pdf as pdfs

SAVE_INSTEAD = 'Periksa printer, atau pilih "Simpan sebagai PDF" dan cetak dari komputer lain.'
DRIVER_DPI = 300
TOLERANCE_MM = 2.0

SizeMm = tuple[float, float]


def paint(pdf: bytes, printer_name: str, title: str, copies: int = 1, tray: str = "") -> None:
    """Draw a PDF on a printer of the system; `tray` is the number its driver gives a tray, or ""."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(printer_name)
    for source in QPrinter.PaperSource:
        if str(source.value) == tray:
            printer.setPaperSource(source)
    paint_on(printer, pdf, title, copies)


def paint_on(printer: QPrinter, pdf: bytes, title: str, copies: int = 1) -> None:
    """Draw a PDF on a printer, page by page in strips, each page at its true size from the edge of the sheet.

    Raises:
        PatenError: The printer does not answer, or stops between two pages; or its driver put other paper in the
            place of the sheet's own.

    """
    sizes = pdfs.page_sizes(pdf)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    printer.setFullPage(True)
    printer.setPageLayout(layout(sizes[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise PatenError(f"{title} belum tercetak karena printer {printer.printerName()} tidak menjawab.", SAVE_INSTEAD)
    try:
        for page, size in enumerate(sizes):
            if page:
                printer.setPageLayout(layout(size))
                _turn(printer, title)
            _refuse_other_paper(printer, size, title)
            _draw_page(painter, printer, pdf, page, size)
    finally:
        painter.end()


def layout(size_mm: SizeMm) -> QPageLayout:
    """Return the layout of a page without margins."""
    orientation = QPageLayout.Orientation
    paper = QPageSize(QSizeF(*upright(size_mm)), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = orientation.Landscape if size_mm[0] > size_mm[1] else orientation.Portrait
    made = QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    made.setMode(QPageLayout.Mode.FullPageMode)
    return made


def is_other_paper(taken: QPageLayout, size_mm: SizeMm) -> bool:
    """Say whether the driver's layout is not that of a page of this size."""
    rect = taken.fullRect(QPageLayout.Unit.Millimeter)
    return not same((rect.width(), rect.height()), size_mm)


def upright(size_mm: SizeMm) -> SizeMm:
    """Return a size as the paper lies in the tray."""
    return min(size_mm), max(size_mm)


def same(one: SizeMm, other: SizeMm) -> bool:
    """Say whether two papers are the same as far as a tray can tell: Folio is F4, Legal is not."""
    return all(abs(a - b) <= TOLERANCE_MM for a, b in zip(one, other, strict=True))


def _turn(printer: QPrinter, title: str) -> None:
    """Begin the next page; what a printer does not go on with is no print."""
    if not printer.newPage():
        printer.abort()
        name = printer.printerName()
        raise PatenError(f"{title} belum tercetak seluruhnya karena printer {name} berhenti.", SAVE_INSTEAD)


def _refuse_other_paper(printer: QPrinter, size_mm: SizeMm, title: str) -> None:
    if is_other_paper(printer.pageLayout(), size_mm):
        printer.abort()
        name = printer.printerName()
        raise PatenError(
            f"{title} belum tercetak karena printer {name} tidak mengenal kertas {paper_words(size_mm)}.",
            paper_hint(size_mm),
        )


def _draw_page(painter: QPainter, printer: QPrinter, pdf: bytes, page: int, size_mm: SizeMm) -> None:
    dots_per_mm = printer.resolution() / 25.4
    wide, high = size_mm[0] * dots_per_mm, size_mm[1] * dots_per_mm
    for band in pdfs.bands(pdf, page, min(DRIVER_DPI, printer.resolution())):
        share = high / band.page_height
        painter.drawImage(QRectF(0, band.top * share, wide, band.image.height() * share), band.image)

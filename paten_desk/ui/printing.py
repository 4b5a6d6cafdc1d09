"""Paper: which printers there are, what fits them, and handing a PDF to one, always at its true size."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import PatenError
from paten_desk.ui import dialogs
from paten_desk.ui import pdf as pdfs
from paten_desk.ui.tasks import Tasks

SAVE_INSTEAD = 'Periksa printer, atau pilih "Simpan sebagai PDF" dan cetak dari komputer lain.'
LP_LIMIT_S = 20
KNOWN_MEDIA = {(210, 297): "A4", (148, 210): "A5"}
TOLERANCE_MM = 2.0
DRIVER_DPI = 300  # what is rendered where the system cannot print a PDF itself

SizeMm = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of this computer.

    Attributes:
        sizes_mm: Papers its driver names, upright; empty where it names none.
        any_size: The driver takes sizes of one's own, as thermal and most ink printers do.

    """

    name: str
    is_default: bool = False
    sizes_mm: tuple[SizeMm, ...] = ()
    any_size: bool = False

    def fits(self, size_mm: SizeMm) -> bool:
        """Say whether a paper of this size can lie in it, as far as the driver tells."""
        if self.any_size or not self.sizes_mm:
            return True
        return any(_same(_upright(size_mm), each) for each in self.sizes_mm)


def printers() -> list[Printer]:
    """Return the printers of this computer, the default one first."""
    found = [
        Printer(
            each.printerName(),
            each.isDefault(),
            tuple(_upright((size.width(), size.height())) for size in _sizes(each)),
            each.supportsCustomPageSizes(),
        )
        for each in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda each: (not each.is_default, each.name))


def print_pdf(pdf: bytes, printer: str, *, title: str, copies: int = 1) -> None:
    """Hand a PDF to a printer at 100 %; called on the worker.

    The paper is asked for by the size of the first page. Returns when the spooler took it.
    """
    if not printer:
        raise PatenError(f"{title} belum tercetak karena komputer ini belum punya printer.", SAVE_INSTEAD)
    if sys.platform == "win32":
        _paint(pdf, printer, title, copies)
    else:
        _hand_over(pdf, printer, title, copies)


def save_pdf(pdf: bytes, suggested: Path, parent: QWidget | None = None) -> Path | None:
    """Ask where a PDF is to be written and write it; None where the user went back."""
    path = dialogs.choose_new_file("Simpan sebagai PDF", dialogs.PDF, suggested, parent)
    if path is not None:
        write_pdf(pdf, path)
    return path


def write_pdf(pdf: bytes, path: Path) -> None:
    """Write a PDF, so that either the whole file is there or none."""
    beside = path.with_name(path.name + ".tmp")
    try:
        beside.write_bytes(pdf)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise PatenError(
            f"{path.name} belum tersimpan di {path.parent}.",
            "Pilih folder lain atau kosongkan ruang, lalu simpan lagi.",
        ) from error


def media(size_mm: SizeMm) -> str:
    """Return the name of a paper for `lp`: A4, or Custom.215x330mm."""
    width, height = (round(each) for each in _upright(size_mm))
    return KNOWN_MEDIA.get((width, height)) or f"Custom.{width}x{height}mm"


def _hand_over(pdf: bytes, printer: str, title: str, copies: int) -> None:
    lp = shutil.which("lp")
    if lp is None:
        raise PatenError(f"{title} belum tercetak karena layanan cetak komputer ini belum dipasang.", SAVE_INSTEAD)
    size = pdfs.page_sizes(pdf)[0]
    command: Sequence[str] = (
        lp,
        *("-d", printer),
        *("-n", str(copies)),
        *("-t", title),
        *("-o", f"media={media(size)}"),
        *("-o", "print-scaling=none"),
        "-",
    )
    try:
        done = subprocess.run(command, input=pdf, capture_output=True, timeout=LP_LIMIT_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PatenError(f"{title} belum tercetak karena printer {printer} tidak menjawab.", SAVE_INSTEAD) from error
    if done.returncode != 0:
        raise PatenError(f"{title} belum tercetak karena printer {printer} menolak.", SAVE_INSTEAD)


def _paint(pdf: bytes, printer_name: str, title: str, copies: int) -> None:
    """Draw the pages on the printer itself, where no spooler takes a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(printer_name)
    paint_on(printer, pdf, title, copies)


def paint_on(printer: QPrinter, pdf: bytes, title: str, copies: int = 1) -> None:
    """Draw a PDF on a printer, page by page, each at its true size from the edge of the sheet."""
    sizes = pdfs.page_sizes(pdf)
    printer.setDocName(title)
    printer.setCopyCount(copies)
    printer.setFullPage(True)
    printer.setPageLayout(_layout(sizes[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise PatenError(f"{title} belum tercetak karena printer {printer.printerName()} tidak menjawab.", SAVE_INSTEAD)
    try:
        dots_per_mm = printer.resolution() / 25.4
        for page, size in enumerate(sizes):
            if page:
                printer.setPageLayout(_layout(size))
                printer.newPage()
            image = pdfs.render(pdf, page, min(DRIVER_DPI, printer.resolution()))
            painter.drawImage(QRectF(0, 0, size[0] * dots_per_mm, size[1] * dots_per_mm), image)
    finally:
        painter.end()


def _layout(size_mm: SizeMm) -> QPageLayout:
    orientation = QPageLayout.Orientation
    paper = QPageSize(QSizeF(*_upright(size_mm)), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = orientation.Landscape if size_mm[0] > size_mm[1] else orientation.Portrait
    layout = QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _sizes(printer: QPrinterInfo) -> list[QSizeF]:
    return [size.size(QPageSize.Unit.Millimeter) for size in printer.supportedPageSizes()]


def _upright(size_mm: SizeMm) -> SizeMm:
    return min(size_mm), max(size_mm)


def _same(one: SizeMm, other: SizeMm) -> bool:
    return all(abs(a - b) <= TOLERANCE_MM for a, b in zip(one, other, strict=True))


def print_made(
    tasks: Tasks, draw: Callable[[], bytes], title: str, done: Callable[[str], None] = lambda printer: None
) -> None:
    """Draw a PDF and print it on the first printer, both on the worker, then call `done(printer)`.

    `title` names the paper in the spooler and in an error.
    """
    printer = next((each.name for each in printers()), "")
    tasks.run(lambda: print_pdf(draw(), printer, title=title), lambda _: done(printer))

"""Paper: which printers there are, what fits them, and handing a PDF to one, always at its true size."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import PatenError, Uncertain
from paten_desk.domain.printing import NAMES, PrintProfile, SheetKind, paper_hint, paper_words
from paten_desk.ui import dialogs, spooler
from paten_desk.ui import pdf as pdfs
from paten_desk.ui.painting import SAVE_INSTEAD, TOLERANCE_MM, SizeMm, paint, same, upright
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import print_profiles

LP_LIMIT_S = 20
LOOK_FIRST = "Lihat dahulu apakah kertasnya keluar, lalu tandai atau cetak ulang."
KNOWN_MEDIA = {(210, 297): "A4", (148, 210): "A5", (297, 420): "A3"}
AS_USUAL = PrintProfile(SheetKind.REPORT)
ROLL_MM = 90  # what is narrower comes from a roll, which is cut where the sheet ends


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer of this computer.

    Attributes:
        sizes_mm: Papers its driver names, upright; empty where it names none.
        any_size: The driver takes sizes of one's own, as thermal and most ink printers do.
        papers: Names of those papers in the driver, in the same order.

    """

    name: str
    is_default: bool = False
    sizes_mm: tuple[SizeMm, ...] = ()
    any_size: bool = False
    papers: tuple[str, ...] = ()

    def fits(self, size_mm: SizeMm) -> bool:
        """Say whether a paper of this size can lie in it, as far as the driver tells."""
        if self.any_size or not self.sizes_mm:
            return True
        wanted = upright(size_mm)
        if wanted[0] < ROLL_MM:
            return any(abs(wanted[0] - wide) <= TOLERANCE_MM and wanted[1] <= long for wide, long in self.sizes_mm)
        return any(same(wanted, each) for each in self.sizes_mm)

    def papers_like(self, size_mm: SizeMm) -> tuple[str, ...]:
        """Return how the driver names the papers of a size."""
        named = zip(self.papers, self.sizes_mm, strict=True)
        return tuple(dict.fromkeys(name for name, size in named if same(upright(size_mm), size)))


def printers() -> list[Printer]:
    """Return the printers of this computer, the default one first."""
    found = [
        Printer(
            each.printerName(),
            each.isDefault(),
            tuple(_upright_mm(size) for size in each.supportedPageSizes()),
            each.supportsCustomPageSizes(),
            tuple(size.key() for size in each.supportedPageSizes()),
        )
        for each in QPrinterInfo.availablePrinters()
    ]
    return sorted(found, key=lambda each: (not each.is_default, each.name))


def choose(profile: PrintProfile, size_mm: SizeMm | None, found: Sequence[Printer], title: str) -> Printer:
    """Return the printer for a sheet: the profile's own, else the first that knows the paper.

    `found` are the printers of this computer, one at least; a sheet without a size fits all.

    Raises:
        PatenError: The profile's own is gone, or none knows the paper and the profile names none for it.

    """
    named = [each for each in found if each.name == profile.printer]
    if profile.printer and not named:
        raise PatenError(
            f"{title} belum tercetak karena printer {profile.printer} tidak ditemukan.",
            f"Nyalakan printer itu, atau pilih printer lain untuk {NAMES[profile.sheet]} di Pengaturan, Printer.",
        )
    fitting = [each for each in named or found if size_mm is None or profile.paper or each.fits(size_mm)]
    if not fitting and size_mm is not None:
        name = (named or found)[0].name
        raise PatenError(
            f"{title} belum tercetak karena printer {name} tidak mengenal kertas {paper_words(size_mm)}.",
            paper_hint(size_mm),
        )
    return fitting[0]


def print_made(
    tasks: Tasks,
    draw: Callable[[], bytes],
    title: str,
    done: Callable[[str], None] = lambda printer: None,
    profile: PrintProfile = AS_USUAL,
) -> None:
    """Draw a PDF and print it as its kind of sheet is printed here, both on the worker, then call `done(printer)`.

    `title` names the paper in the spooler and in an error.
    """
    found = printers()
    tasks.run(lambda: print_as(draw(), profile, found, title), done)


def print_as(pdf: bytes, profile: PrintProfile, found: Sequence[Printer], title: str) -> str:
    """Hand a PDF to the printer of a profile, moved by its offset; return the printer's name. Called on the worker.

    Raises:
        PatenError: No printer takes it.

    """
    printer = choose(profile, pdfs.page_sizes(pdf)[0], found, title).name if found else ""
    moved = print_profiles.prepared(pdf, profile)
    print_pdf(moved, printer, title=title, copies=profile.copies, tray=profile.tray, paper=profile.paper)
    return printer


def print_pdf(pdf: bytes, printer: str, *, title: str, copies: int = 1, tray: str = "", paper: str = "") -> str:
    """Hand a PDF to a printer at 100 %; called on the worker.

    The paper is asked for by the size of the first page, unless it is named as the driver names it. Returns when the
    spooler took it, with the name of its job where the spooler tells one.
    """
    if not printer:
        raise PatenError(f"{title} belum tercetak karena komputer ini belum punya printer.", SAVE_INSTEAD)
    if sys.platform == "win32":
        paint(pdf, printer, title, copies, tray)
        return ""
    return _hand_over(pdf, printer, title, copies, tray, paper)


def print_text(codes: bytes, printer: str, *, title: str) -> str:
    """Hand a dot-matrix printer its own codes, unchanged; called on the worker. Return the job's name as `print_pdf`.

    Raises:
        PatenError: No printer takes it; on Windows none does.

    """
    if sys.platform == "win32":
        way = "Pilih tanda terima A5 atau setengah F4 untuk printer ini."
        raise PatenError(f"{title} belum tercetak karena Windows tidak meneruskan cetakan teks.", way)
    if not printer:
        raise PatenError(f"{title} belum tercetak karena komputer ini belum punya printer.", SAVE_INSTEAD)
    return _handed(codes, printer, title, ("-o", "raw"))


def print_text_as(codes: bytes, profile: PrintProfile, found: Sequence[Printer], title: str) -> str:
    """Hand a dot-matrix printer its codes, once for each copy; return the printer's name. Called on the worker.

    Raises:
        PatenError: No printer takes it, or nobody said which of several understands them.

    """
    if len(found) > 1 and not profile.printer:
        raise PatenError(
            f"{title} belum tercetak karena printer dot matrix belum dipilih.",
            f"Pilih printer untuk {NAMES[profile.sheet]} di Pengaturan, Printer, lalu cetak lagi.",
        )
    printer = choose(profile, None, found, title).name if found else ""
    print_text(codes * profile.copies, printer, title=title)
    return printer


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
    width, height = (round(each) for each in upright(size_mm))
    return KNOWN_MEDIA.get((width, height)) or f"Custom.{width}x{height}mm"


def _hand_over(pdf: bytes, printer: str, title: str, copies: int, tray: str, paper: str) -> str:
    options = (
        *("-n", str(copies)),
        *("-o", f"media={paper or media(pdfs.page_sizes(pdf)[0])}"),
        *(("-o", f"InputSlot={tray}") if tray else ()),
        *("-o", "print-scaling=none"),
    )
    return _handed(pdf, printer, title, options)


def _handed(content: bytes, printer: str, title: str, options: Sequence[str]) -> str:
    lp = shutil.which("lp")
    if lp is None:
        raise PatenError(f"{title} belum tercetak karena layanan cetak komputer ini belum dipasang.", SAVE_INSTEAD)
    command = (lp, "-d", printer, "-t", title, *options, "-")
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=LP_LIMIT_S, check=False)
    except subprocess.TimeoutExpired as error:
        raise Uncertain(f"{title} belum pasti tercetak karena printer {printer} tidak menjawab.", LOOK_FIRST) from error
    except OSError as error:
        raise PatenError(f"{title} belum tercetak karena printer {printer} tidak menjawab.", SAVE_INSTEAD) from error
    if done.returncode != 0:
        raise PatenError(f"{title} belum tercetak karena printer {printer} menolak.", SAVE_INSTEAD)
    return spooler.job_of(done.stdout.decode("utf-8", "replace"))


def _upright_mm(size: QPageSize) -> SizeMm:
    millimetres = size.size(QPageSize.Unit.Millimeter)
    return upright((millimetres.width(), millimetres.height()))

"""Printer: which sheet of this computer goes to which printer, and where on the paper it lands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.printing import (
    NAMES,
    PAPER_WORDS,
    PAPERS_MM,
    PrintProfile,
    SheetKind,
    offset_words,
    paper_hint,
    paper_words,
)
from paten_desk.ui import printing, spooler
from paten_desk.ui import tokens as t
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ChoiceField, ComboField, Field, TextField
from paten_desk.ui.printing import Printer
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.settings.scan_line import ScanLine
from paten_desk.ui.spooler import Queue, Tray
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import print_profiles
from paten_desk.usecases.context import Context

AUTOMATIC = "Otomatis"
COLUMNS = (
    Column("Lembar", 250, strong=True),
    Column("Printer"),
    Column("Kertas", 200, from_width=720),
    Column("Geser", 200),
    Column("Rangkap", 90, from_width=860),
)
HEADED = (("blank", "Kertas polos"), ("headed", "Kertas berkop"))
Told = dict[str, tuple[Queue, list[Tray]]]


class PrintersTab(QWidget):
    """All kinds of sheets with their printers; Enter edits one. What is set here counts on this computer alone."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks = context, tasks
        self._looked = False
        self._found: list[Printer] = []
        self._told: Told = {}
        self.again = Button("Cari printer", icon="refresh-cw")
        self.table = Table(
            "Printer tiap lembar",
            COLUMNS,
            Empty(
                "printer",
                "Belum ada printer di komputer ini",
                "Pasang printer pada sistem komputer, nyalakan, lalu tekan Cari printer. "
                "Tanpa printer, setiap lembar tetap dapat disimpan sebagai PDF.",
            ),
            keys=(("↑↓", "pilih"), ("Enter", "ubah")),
        )
        self.damage = label("", "second", wrap=True, tone="late")
        self.state = label("", "second", wrap=True)
        self.test = Button("Cetak halaman uji", icon="printer", key="Ctrl+P")
        self.edit = Button("Ubah", "primary", "pencil", "F2")
        foot = row(self.again, None, self.test, self.edit)
        is_counter = context.office.role is OfficeRole.KECAMATAN
        scans = [ScanLine(context, tasks)] if is_counter else []
        self.setLayout(column(self.damage, self.table, self.state, foot, *scans, gap=t.S2))
        self.again.clicked.connect(self.look)
        self.test.clicked.connect(self._test)
        self.edit.clicked.connect(self._edit)
        self.table.opened.connect(lambda _: self._edit())
        self.table.chosen.connect(lambda _: self._say_state())
        self._show()

    def refresh(self) -> None:
        """Show what is known; the first time look for printers. What the worker tells must not ask it again."""
        if self._looked:
            self._show()
        else:
            self.look()

    def look(self) -> None:
        """Look for printers and ask the print service how they are."""
        self._looked = True
        self.show_printers(printing.printers())
        names = [each.name for each in self._found]
        self._tasks.run(lambda: {name: (spooler.queue(name), spooler.trays(name)) for name in names}, self.hear)

    def begin(self) -> None:
        """Put the cursor into the list."""
        (self.table if self._found else self.again).setFocus()

    def show_printers(self, found: list[Printer]) -> None:
        """Show the sheets with these printers of the computer, or how to begin where there are none."""
        self._found = found
        self._show()

    def hear(self, told: Told) -> None:
        """Take in what the print service says of the printers by name."""
        self._told = told
        self._say_state()

    def _show(self) -> None:
        held = print_profiles.profiles(self._context)
        self.damage.setText(held.note)
        self.damage.setVisible(bool(held.note))
        rows = [Row(sheet, _cells(held.by_sheet[sheet], self._found)) for sheet in SheetKind] if self._found else []
        self.table.show_rows(rows, len(rows), "berlaku di komputer ini saja")
        for button in (self.test, self.edit):
            button.setEnabled(bool(rows))
        self._say_state()

    def _say_state(self) -> None:
        sheet = self.table.current()
        if not self._found or sheet is None:
            self.state.setText("")
            return
        held = print_profiles.profile(self._context, sheet)
        self.test.setEnabled(print_profiles.has_test_page(sheet))
        self.state.setText(_state_words(held, self._found, self._told))

    def _test(self) -> None:
        held = replace(print_profiles.profile(self._context, self.table.current()), copies=1)
        self.state.setText("Halaman uji dikirim ke printer.")
        printing.print_made(
            self._tasks,
            lambda: print_profiles.calibration_pdf(held),
            f"Halaman uji {NAMES[held.sheet].lower()}",
            lambda printer: self.state.setText(
                f"Halaman uji diterima printer {printer}. Ukur dengan penggaris, lalu isi geseran dengan Ubah."
            ),
            held,
        )

    def _edit(self) -> None:
        sheet = self.table.current()
        if sheet is None:
            return
        form = _ProfileForm(print_profiles.profile(self._context, sheet), self._found, self._told)
        size = PAPERS_MM.get(sheet)
        paper = paper_words(size) if size else PAPER_WORDS[sheet]
        if ask_form(
            f"{NAMES[sheet]}: printer dan letak cetakan",
            f"Kertas: {paper}. Berlaku di komputer ini mulai cetakan berikutnya.",
            form.parts,
            form.fields,
            form.check,
            icon="printer",
            parent=self,
        ):
            print_profiles.save(self._context, form.typed())
            self._show()


class _ProfileForm:
    """The fields of one profile."""

    def __init__(self, held: PrintProfile, found: list[Printer], told: Told) -> None:
        self._held, self._found, self._told = held, {each.name: each for each in found}, told
        names = [each.name for each in found]
        gone = [held.printer] if held.printer and held.printer not in names else []
        choices = [("", AUTOMATIC), *((name, name) for name in names), *((name, f"{name}, tidak ada") for name in gone)]
        self.printer = ComboField("Printer", choices, "Otomatis memakai printer pertama yang mengenal kertasnya.")
        self.paper = ComboField("Nama kertas pada driver")
        self.tray = ComboField("Baki kertas")
        self.right = TextField("Geser ke kanan (mm)", "Misalnya 1,5; ke kiri -1,5.")
        self.down = TextField("Geser ke bawah (mm)", "Misalnya 2; ke atas -2.")
        self.copies = TextField("Rangkap", "Setiap kali dicetak.")
        self.headed = ChoiceField("Kertas surat", HEADED, "headed" if held.preprinted else "blank")
        self.headed.setVisible(held.sheet is SheetKind.LETTER)
        self.fields: dict[str, Field] = {
            "printer": self.printer,
            "paper": self.paper,
            "tray": self.tray,
            "offset_x_mm": self.right,
            "offset_y_mm": self.down,
            "preprinted": self.headed,
            "copies": self.copies,
        }
        self.parts: tuple[QWidget, ...] = (
            self.printer,
            clear(row(self.paper, self.tray, gap=t.S3)),
            clear(row(self.right, self.down, self.copies, gap=t.S3)),
            self.headed,
        )
        if held.sheet is not SheetKind.LETTER:
            self.parts = self.parts[:-1]
        self.printer.set_value(held.printer)
        self._offer()
        self.paper.set_value(held.paper)
        self.tray.set_value(held.tray)
        self.right.set_value(_decimal(held.offset_x_mm))
        self.down.set_value(_decimal(held.offset_y_mm))
        self.copies.set_value(str(held.copies))
        self.printer.changed.connect(self._offer)

    def typed(self) -> PrintProfile:
        """Return the profile as it stands on the form; what is no number stays as it was."""
        right, down = _number(self.right.value()), _number(self.down.value())
        copies = self.copies.value()
        return replace(
            self._held,
            printer=self.printer.value(),
            paper=self.paper.value(),
            tray=self.tray.value(),
            offset_x_mm=self._held.offset_x_mm if right is None else right,
            offset_y_mm=self._held.offset_y_mm if down is None else down,
            preprinted=self.headed.value() == "headed" and self._held.sheet is SheetKind.LETTER,
            copies=int(copies) if copies.isascii() and copies.isdigit() else self._held.copies,
        )

    def check(self) -> list[Problem]:
        """List what is wrong with what was typed."""
        found = [
            Problem(name, "Tulis angka milimeter, misalnya 1,5 atau -2.")
            for name, field in (("offset_x_mm", self.right), ("offset_y_mm", self.down))
            if _number(field.value()) is None
        ]
        if not (self.copies.value().isascii() and self.copies.value().isdigit()):
            found.append(Problem("copies", "Tulis banyaknya rangkap dengan angka."))
        return found + print_profiles.check(self.typed())

    def _offer(self) -> None:
        """Offer the papers and trays of the chosen printer."""
        name, size = self.printer.value(), PAPERS_MM.get(self._held.sheet)
        chosen = self._found.get(name)
        papers = chosen.papers_like(size) if chosen and size else ()
        held = self._held.paper if name == self._held.printer and self._held.paper not in papers else ""
        every = (*papers, held) if held else papers
        self.paper.set_choices([("", "Menurut ukuran lembar"), *((each, each) for each in every)])
        self.paper.set_value("")
        _, trays = self._told.get(name, (spooler.UNKNOWN, []))
        known = [tray for tray, _ in trays]
        kept = [(self._held.tray, self._held.tray)] if self._held.tray and self._held.tray not in known else []
        self.tray.set_choices([("", "Diatur printer"), *trays, *kept])
        self.tray.set_value("")


def _cells(held: PrintProfile, found: list[Printer]) -> tuple[str, ...]:
    known = {each.name for each in found}
    printer = held.printer or AUTOMATIC
    size = PAPERS_MM.get(held.sheet)
    paper = paper_words(size) if size else PAPER_WORDS[held.sheet]
    return (
        NAMES[held.sheet],
        printer if not held.printer or held.printer in known else f"{printer} (tidak ditemukan)",
        paper[0].upper() + paper[1:] + (", berkop" if held.preprinted else ""),
        offset_words(held),
        str(held.copies),
    )


def _state_words(held: PrintProfile, found: list[Printer], told: Told) -> str:
    """Say how the printer of a sheet is, or that its driver does not know the paper."""
    size = PAPERS_MM.get(held.sheet)
    of_sheet = [each for each in found if not held.printer or each.name == held.printer]
    if not of_sheet:
        return f"Printer {held.printer} tidak ditemukan. Nyalakan printer itu, atau pilih printer lain dengan Ubah."
    fitting = [each for each in of_sheet if size is None or held.paper or each.fits(size)]
    if not fitting and size is not None:
        return f"Printer {of_sheet[0].name} tidak mengenal kertas {paper_words(size)}. {paper_hint(size)}"
    name = fitting[0].name
    queue, _ = told.get(name, (spooler.UNKNOWN, []))
    return f"Printer {name}: {queue.words()}."


def _number(typed: str) -> float | None:
    """Read a number as people here write it; nothing typed is 0."""
    words = typed.replace(",", ".").replace("\u2212", "-").replace(" ", "").removesuffix("mm")
    if not words:
        return 0.0
    sign, digits = (-1, words[1:]) if words[0] == "-" else (1, words.removeprefix("+"))
    whole, _, part = digits.partition(".")
    if not (whole + part).isascii() or not (whole + part).isdigit():
        return None
    return sign * float(digits)


def _decimal(amount: float) -> str:
    return f"{amount:g}".replace(".", ",")

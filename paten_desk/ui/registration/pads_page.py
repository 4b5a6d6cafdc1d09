"""Buku kertas: print slips for the hours without electricity, and account for every one of them.

It opens from the registration form, because there the slips come from and there they go back to; those who register
see neither the closing of the day nor the settings of the office.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date
from paten_desk.domain.pads import MOST, Pad, free, written
from paten_desk.domain.printing import SheetKind
from paten_desk.ui import dialogs, printing
from paten_desk.ui import tokens as t
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import TextField
from paten_desk.ui.page import Page
from paten_desk.ui.preview import Preview
from paten_desk.ui.printing import print_made
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.segments import Segments
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import pads, print_profiles
from paten_desk.usecases.context import Context

FREE, SPOILED, USED = "free", "spoiled", "used"
STATES = {FREE: ("Belum dipakai", "neutral"), SPOILED: ("Rusak", "warn"), USED: ("Sudah diketik", "good")}
COLUMNS = (Column("Keadaan", 150), Column("Lembar", 140, strong=True), Column("Keterangan"), Column("Dicetak", 180))
USUAL = 25


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip of a pad as the list shows it."""

    pad: str
    number: int
    state: str


class PadsPage(Page):
    """All slips ever printed, those still free first; a new pad comes up as it prints.

    Signals:
        back: Esc.
    """

    back = Signal()
    least_width = 700
    keys = (
        ("Ctrl+N", "cetak buku baru"),
        ("F2", "catat lembar yang rusak"),
        ("F6", "daftar berikutnya"),
        ("Ctrl+O", "tampilkan buku dari lembar yang dipilih"),
        ("Ctrl+P", "cetak buku yang tampil"),
        ("Esc", "kembali"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.make = Button("Cetak buku baru", "primary", "plus", "Ctrl+N")
        super().__init__("Buku tanda terima kertas", "", (self.leave_it, self.make))
        self._context, self._tasks = context, tasks
        self._pads: dict[str, Pad] = {}
        self._pdf, self._name = b"", ""
        nothing = Empty(
            "receipt-text",
            "Belum ada lembar di daftar ini",
            "Cetak buku kertas sebelum listrik padam; lembarnya diketik di Pendaftaran sesudah listrik menyala.",
        )
        self.table = Table("Lembar kertas", COLUMNS, nothing, (("↑↓", "pilih"),))
        self.views = Segments("Daftar", tuple((name, words) for name, (words, _) in STATES.items()), FREE)
        self.following = Button("Daftar berikutnya", "quiet", key="F6")
        self.spoil = Button("Catat rusak", icon="x", key="F2")
        self.show_pad = Button("Tampilkan buku", icon="eye", key="Ctrl+O")
        listed = column(row(self.views, self.following, None), self.table, row(self.spoil, None, self.show_pad))
        listed.setStretch(1, 1)
        self.preview, self.said = Preview("Buku sedang dibuat."), label("", "second")
        self.save = Button("Simpan sebagai PDF", icon="download")
        self.print = Button("Cetak", "primary", "printer", "Ctrl+P")
        drawn = column(self.preview, row(self.said, None, self.save, self.print), gap=t.S2)
        drawn.setStretch(0, 1)
        self._stack = QStackedWidget()
        for part in (clear(listed), clear(drawn)):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack)
        for button, verb in (
            (self.leave_it, self._leave),
            (self.make, self._make),
            (self.spoil, self._spoil),
            (self.show_pad, self._show_chosen),
            (self.following, self._next),
            (self.save, self._save),
            (self.print, self._print),
        ):
            button.clicked.connect(verb)
        self.views.changed.connect(lambda _: self.refresh())

    def refresh(self) -> None:
        """Read the slips again."""
        self._pads = {pad.id: pad for pad in pads.pads(self._context)}
        slips = [slip for pad in self._pads.values() for slip in _slips(pad)]
        counts = {state: sum(slip.state == state for slip in slips) for state in STATES}
        self.say(
            "Buku tanda terima kertas",
            f"{counts[FREE]} lembar belum dipakai, {counts[USED]} sudah diketik, {counts[SPOILED]} rusak",
        )
        shown = self.views.chosen()
        rows = [self._row(slip) for slip in slips if slip.state == shown]
        self.table.show_rows(rows, len(rows), "menurut nomor")
        self.spoil.setVisible(shown == FREE)
        self.spoil.setEnabled(bool(rows))
        self.show_pad.setEnabled(bool(rows))

    def begin(self) -> None:
        """Put the cursor into the list, or on printing."""
        (self.table if self._stack.currentIndex() == 0 else self.print).setFocus()

    def _row(self, slip: Slip) -> Row:
        pad = self._pads[slip.pad]
        note = {SPOILED: pad.spoiled.get(str(slip.number), ""), FREE: "", USED: "Cari nomornya di Berkas."}[slip.state]
        cells = (STATES[slip.state], written(slip.number, pad.year), note, long_date(pad.printed_at.date()))
        return Row(slip, cells)

    def _make(self) -> None:
        amount = TextField("Jumlah lembar", f"Paling banyak {MOST}; satu lembar A4 untuk satu warga.", longest=4)
        amount.set_value(str(USUAL))

        def typed() -> int:
            return int(amount.value()) if amount.value().isdecimal() else 0

        def check() -> list[Problem]:
            return pads.check_amount(typed())

        if ask_form(
            "Cetak buku tanda terima kertas",
            "Nomornya diambil sekarang; setiap lembar dipertanggungjawabkan: diketik atau dicatat rusak.",
            (amount,),
            {"amount": amount},
            check,
            verb="Buat buku",
            icon="receipt-text",
            parent=self,
        ):
            self._show(pads.make(self._context, typed()))

    def _show_chosen(self) -> None:
        if (slip := self.table.current()) is not None:
            self._show(self._pads[slip.pad])

    def _show(self, pad: Pad) -> None:
        self._pdf = b""
        self._name = f"Tanda terima kertas {written(pad.first, pad.year)} sampai {written(pad.last, pad.year)}"
        self.preview.show_pdf(b"")
        self.said.setText(self._name)
        self._stack.setCurrentIndex(1)
        self._tasks.run(lambda: pads.pdf(self._context, pad), self._drawn)

    def _drawn(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)
        self.begin()

    def _print(self) -> None:
        if pdf := self._pdf:
            own = print_profiles.profile(self._context, SheetKind.REPORT).once()
            print_made(self._tasks, lambda: pdf, self._name, self._printed, own)

    def _printed(self, printer: str) -> None:
        self.said.setText(f"Diterima printer {printer}.")

    def _save(self) -> None:
        if self._pdf and (path := printing.save_pdf(self._pdf, Path.home() / f"{self._name}.pdf", self)):
            self.said.setText(f"Tersimpan: {path.name}")

    def _spoil(self) -> None:
        slip = self.table.current()
        if slip is None:
            return
        if reason := dialogs.ask_reason(
            f"Catat lembar {written(slip.number, self._pads[slip.pad].year)} sebagai rusak?",
            "Nomornya tidak dapat diketik lagi.",
            "Catat rusak",
            parent=self,
        ):
            pads.spoil(self._context, slip.pad, slip.number, reason)
            self.refresh()

    def _next(self) -> None:
        names = list(STATES)
        self.views.choose(names[(names.index(self.views.chosen()) + 1) % len(names)])
        self.refresh()

    def _leave(self) -> None:
        """Go back from the pad to the list, from the list to the form."""
        if self._stack.currentIndex():
            self._stack.setCurrentIndex(0)
            self.refresh()
            self.begin()
        else:
            self.back.emit()


def _slips(pad: Pad) -> list[Slip]:
    open_ones = set(free(pad))
    return [
        Slip(pad.id, number, FREE if number in open_ones else SPOILED if str(number) in pad.spoiled else USED)
        for number in range(pad.first, pad.last + 1)
    ]

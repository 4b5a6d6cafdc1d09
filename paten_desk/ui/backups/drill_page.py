"""Uji pulih: what a drill found, with the slip for the Camat."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from paten_desk.domain.formats import thousands
from paten_desk.ui import printing
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.page import Page
from paten_desk.ui.preview import Preview
from paten_desk.ui.printing import print_made
from paten_desk.ui.steps import MARKS
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, picture, row
from paten_desk.usecases.backups import Drill

SIDE, NARROW_SIDE = 320, 288
TITLE = "Lembar uji pulih"


class DrillPage(Page):
    """The slip as it prints, and in a few words what was tried.

    Signals:
        back: Esc.
    """

    back = Signal()
    keys = (("Ctrl+P", "cetak lembar uji pulih"), ("Esc", "kembali"))

    def __init__(self, drilled: Drill, pdf: bytes, tasks: Tasks) -> None:
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.save = Button("Simpan sebagai PDF", icon="download")
        self.print = Button("Cetak", "primary", "printer", "Ctrl+P")
        holds = not drilled.findings
        second = "Cadangan ini dapat dipulihkan." if holds else "Cadangan ini pulih, tetapi isinya berbeda."
        super().__init__("Uji pulih", second, (self.leave_it, self.save, self.print))
        self._pdf, self._tasks = pdf, tasks
        records = thousands(drilled.records)
        tone = "good" if holds else "late"
        head = row(picture(MARKS[tone], t.TONES[tone].ink, 22), label(self._head(drilled), "lead", wrap=True))
        head.setStretch(1, 1)
        found = [label(f"{each.where}: {each.what}", wrap=True) for each in drilled.findings[:5]]
        self.side = clear(
            column(
                Card(pad=t.S4).add(
                    head,
                    label(f"{records} catatan dari {drilled.result.target} dibaca ulang.", wrap=True),
                    label(f"{len(drilled.tried)} tanda terima terakhir terbuka.", wrap=True),
                    *found,
                    label("Cetak, minta Camat menandatangani, lalu simpan.", "hint", wrap=True),
                ),
                None,
            )
        )
        self.preview = Preview()
        self.preview.show_pdf(pdf)
        whole = row(self.preview, self.side, gap=t.S3)
        whole.setStretch(0, 1)
        self.body.addLayout(whole)
        self.leave_it.clicked.connect(self.back)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def begin(self) -> None:
        """Put the cursor on printing."""
        self.print.setFocus()

    def fit(self, width: int) -> None:
        self.side.setFixedWidth(SIDE if width >= t.MIDDLE else NARROW_SIDE)

    def _print(self) -> None:
        print_made(self._tasks, lambda: self._pdf, TITLE)

    def _save(self) -> None:
        printing.save_pdf(self._pdf, Path.home() / "uji-pulih.pdf", self)

    @staticmethod
    def _head(drilled: Drill) -> str:
        if not drilled.findings:
            return "Teruji pulih"
        return f"{len(drilled.findings)} perbedaan ditemukan"

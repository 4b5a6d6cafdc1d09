"""What can be chosen for the sheet that is shown: its month, its paper, its service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from paten_desk.domain.books import month_after
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, press_with
from paten_desk.ui.fields import ComboField
from paten_desk.ui.segments import Choice, Segments
from paten_desk.ui.sheets.shelf import Sheet, Wish, month_words
from paten_desk.ui.widgets import clear, column, empty, fill, label, row

BRIEF, WITH_PAPERS = "brief", "papers"
LISTS: tuple[Choice, ...] = ((BRIEF, "Ringkas"), (WITH_PAPERS, "Dengan persyaratan"))
NIK_NOTE = "Pratinjau tetap disamarkan. NIK lengkap ditanyakan dahulu dan dicatat saat dicetak atau disimpan."
NO_SERVICE = "Belum ada layanan yang dibuka. Minta sekretaris atau camat membukanya di Pengaturan, Layanan."
MONTH_WIDTH, SERVICE_WIDTH = 132, 300


class Options(QWidget):
    """A line above the preview; only what concerns the shown sheet is seen.

    Signals:
        changed: The user chose otherwise.
    """

    changed = Signal()

    def __init__(self, today: date, reveals: bool) -> None:
        """`reveals`: this user may have books with every NIK in full."""
        super().__init__()
        self.setObjectName("clear")
        self._sheet: Sheet | None = None
        self._reveals = reveals
        self._month = self._last = today.replace(day=1)
        self._paper = ""
        self._offered: list[Choice] = []
        self.before = _arrow("chevron-left", "Bulan sebelumnya", "Alt+Left")
        self.after = _arrow("chevron-right", "Bulan berikutnya", "Alt+Right")
        self.month = label("", "strong")
        self.month.setMinimumWidth(MONTH_WIDTH)
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.full_nik = QCheckBox("NIK lengkap")
        self.full_nik.setAccessibleName("NIK lengkap")
        self.full_nik.setToolTip("NIK lengkap (F4)")
        self.lists = Segments("Isi papan", LISTS, BRIEF)
        self.service = ComboField("Layanan")
        self.service.setMinimumWidth(SERVICE_WIDTH)
        self.note = label("", "hint", wrap=True)
        self._months = clear(row(self.before, self.month, self.after, gap=t.S1))
        self._paper_row = row(gap=t.S2)
        self._papers = clear(self._paper_row)
        self._lists = clear(row(label("Isi", "hint"), self.lists, gap=t.S2))
        line = clear(row(self._months, self.full_nik, self._papers, self._lists, self.service, None, gap=t.S4))
        line.setMinimumHeight(t.BUTTON_H)  # the preview stays where it is from sheet to sheet
        self.setLayout(column(line, self.note, gap=t.S1))
        self.before.clicked.connect(lambda: self._go(self._month - timedelta(days=1)))
        self.after.clicked.connect(lambda: self._go(month_after(self._month)))
        self.full_nik.toggled.connect(lambda _: self._changed())
        self.lists.changed.connect(lambda _: self._changed())
        self.service.changed.connect(self._changed)
        QShortcut(QKeySequence("F4"), self.full_nik).activated.connect(self.full_nik.toggle)
        self.show_sheet(None)

    def show_services(self, offered: Sequence[Choice], today: date) -> None:
        """Offer these services and no month after today's; the chosen service stays while it is offered."""
        self._last = today.replace(day=1)
        if list(offered) == self._offered:
            return  # what is being typed stays
        self._offered = list(offered)
        chosen = self.service.value()
        self.service.set_choices(offered)
        codes = [code for code, _ in offered]
        self.service.set_value(chosen if chosen in codes else codes[0] if codes else "")
        for line in self.service.combo.findChildren(QLineEdit):
            line.setCursorPosition(0)  # a long name is read from its beginning
        self._fit()

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Offer what can be chosen for a sheet; NIK in full is asked for anew on every sheet."""
        self._sheet = sheet
        self._untick()
        empty(self._paper_row)
        keys = [key for key, _ in sheet.papers] if sheet else []
        if sheet and keys:
            self._paper = self._paper if self._paper in keys else keys[0]
            papers = Segments("Kertas", sheet.papers, self._paper)
            papers.changed.connect(self._choose_paper)
            fill(self._paper_row, label("Kertas", "hint"), papers)
        self._fit()

    def wish(self) -> Wish:
        """Return what is chosen for the shown sheet; what does not concern it has its default."""
        sheet = self._sheet
        assert sheet is not None
        return Wish(
            self._month,
            self._paper if sheet.papers else "",
            self.service.value() if sheet.of_service else "",
            sheet.lists_papers and self.lists.chosen() == WITH_PAPERS,
            self.is_full(),
        )

    def is_full(self) -> bool:
        """Say whether every NIK is wanted in full."""
        return self.full_nik.isVisibleTo(self) and self.full_nik.isChecked()

    def _go(self, month: date) -> None:
        self._month = month.replace(day=1)
        self._untick()
        self._changed()

    def _choose_paper(self, paper: str) -> None:
        self._paper = paper
        self._changed()

    def _untick(self) -> None:
        blocked = self.full_nik.blockSignals(True)
        self.full_nik.setChecked(False)
        self.full_nik.blockSignals(blocked)

    def _changed(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        sheet = self._sheet
        self.month.setText(month_words(self._month))
        self.after.setEnabled(self._month < self._last)
        self._months.setVisible(sheet is not None and sheet.of_month)
        self.full_nik.setVisible(sheet is not None and sheet.has_nik and self._reveals)
        self._papers.setVisible(sheet is not None and bool(sheet.papers))
        self._lists.setVisible(sheet is not None and sheet.lists_papers)
        has_services = self.service.combo.count() > 0
        self.service.setVisible(sheet is not None and sheet.of_service and has_services)
        lacks = sheet is not None and sheet.of_service and not has_services
        self.note.setText(NO_SERVICE if lacks else NIK_NOTE)
        self.note.setVisible(lacks or self.is_full())


def _arrow(icon: str, words: str, key: str) -> Button:
    made = Button("", "", icon)
    made.setAccessibleName(words)
    made.setToolTip(f"{words} ({key.replace('Left', '←').replace('Right', '→')})")
    press_with(made, key)
    return made

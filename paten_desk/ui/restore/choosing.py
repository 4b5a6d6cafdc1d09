"""Which backup: what lies on the sticks that are plugged in and at the chosen places, or in a folder named by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal

from paten_desk.domain.errors import PatenError
from paten_desk.domain.formats import thousands
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.backups.words import age, moment
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.restore.step import Step
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.steps import MARKS
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import clear, column, label, panel, picture, row
from paten_desk.usecases.restoring import Found

COLUMNS = (
    Column("Umur", 124, strong=True),
    Column("Dibuat", 188),
    Column("Kantor"),
    Column("Catatan", 76, right=True),
    Column("Tidak ikut", 116, from_width=700),
    Column("Keadaan", 108),
)
KEYS = (("↑↓", "pilih"), ("Enter", "lanjut"))
NONE = "Belum ada cadangan yang ditemukan"
HOW = "Pasang flashdisk cadangan lalu cari lagi, atau pilih folder yang memuat cadangan."
LOOKING = "Mencari cadangan di flashdisk yang terpasang"


class ChooseStep(Step):
    """The list, newest first; what cannot be restored here says why.

    Signals:
        sought: Look again at what is plugged in.
        folder_chosen: Look in this folder.
    """

    sought = Signal()
    folder_chosen = Signal(object)
    stop = "Cadangan"
    title = "Pilih cadangan"
    second = "Yang terbaru berdiri di atas. Hanya cadangan yang teruji masuk daftar."

    def __init__(self) -> None:
        super().__init__()
        self.again = Button("Cari lagi", icon="refresh-cw", key="F5")
        self.folder = Button("Pilih folder", icon="folder-open", key="Ctrl+O")
        self.empty = Empty("usb", NONE, HOW)
        self.table = Table("Cadangan", COLUMNS, self.empty, KEYS)
        self._found: dict[str, Found] = {}
        self._counts = True
        self._trouble = label("", wrap=True)
        told = row(picture(MARKS["late"], t.TONES["late"].ink, 20), self._trouble, gap=t.S3)
        told.setContentsMargins(t.S3, t.S2, t.S3, t.S2)
        told.setStretch(1, 1)
        self._panel = panel("late", told)
        self._panel.hide()
        box = column(clear(row(None, self.again, self.folder)), self._panel, self.table, gap=t.S3)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.table.opened.connect(lambda _: self.done.emit())
        self.table.chosen.connect(self._look)
        self.again.clicked.connect(self.sought)
        self.folder.clicked.connect(self._choose_folder)

    def begin(self) -> None:
        self.table.setFocus() if self._found else self.folder.setFocus()

    def summary(self) -> str:
        found = self.chosen()
        return moment(found.made.at) if found else ""

    def chosen(self) -> Found | None:
        """Return the backup that is chosen in the list."""
        return self._found.get(self.table.current() or "")

    def wait(self) -> None:
        """Say that backups are looked for."""
        self.empty.say(LOOKING, "Sebentar.")

    def show_found(self, found: Sequence[Found], now: datetime) -> None:
        """Show what was found."""
        self.tell(None)
        self.empty.say(NONE, HOW)
        self._found = {str(each.generation): each for each in found}
        self.table.show_rows(
            [Row(str(each.generation), _cells(each, now, counts=self._counts)) for each in found],
            len(found),
            "terbaru dulu",
        )
        if self.isVisible():
            self.begin()

    def count_missing(self, on: bool, now: datetime) -> None:
        """Say or leave out how many records came after each backup; to a laptop they are not lost."""
        if on != self._counts:
            self._counts = on
            self.show_found(list(self._found.values()), now)

    def tell(self, trouble: PatenError | None) -> None:
        """Say why something could not be restored or found; None takes it back."""
        self._trouble.setText(str(trouble) if trouble else "")
        self._panel.setAccessibleName(self._trouble.text())
        self._panel.setVisible(trouble is not None)

    def is_ready(self) -> bool:
        """Say whether the chosen backup may come back here, else say why not."""
        found = self.chosen()
        if found is None:
            self.tell(PatenError("Belum ada cadangan yang dipilih.", HOW))
        elif not found.refusal and not found.staff:
            self.tell(PatenError("Daftar petugas dalam cadangan itu tidak dapat dibaca.", "Pilih cadangan lain."))
        else:
            self._look(None)
        return found is not None and not found.refusal and bool(found.staff)

    def _look(self, _: object) -> None:
        found = self.chosen()
        hint = "Data di komputer ini tidak diubah; pilih cadangan lain."
        self.tell(PatenError(found.refusal, hint) if found and found.refusal else None)

    def _choose_folder(self) -> None:
        path = dialogs.choose_folder("Pilih folder atau flashdisk yang memuat cadangan", parent=self)
        if path is not None:
            self.folder_chosen.emit(path)


def _cells(found: Found, now: datetime, *, counts: bool) -> tuple[Cell, ...]:
    made = found.made
    missing: Cell = (f"{found.missing} catatan", "warn") if found.missing and counts else "–"
    state: Cell = ("Tidak cocok", "late") if found.refusal else ("Teruji", "good")
    return age(made.at, now), moment(made.at), made.name, thousands(made.sequence), missing, state

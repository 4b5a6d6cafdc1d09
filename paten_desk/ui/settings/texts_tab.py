"""Naskah surat: every text of the office's letters, its editor, and packs from and for other offices."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.formats import long_date
from paten_desk.domain.roles import Right, may, who_may
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.texts import packs
from paten_desk.ui.texts.page import TextPage
from paten_desk.ui.widgets import column, label, row
from paten_desk.usecases import text_editing
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_editing import TextRow

COLUMNS = (
    Column("Asal", 170),
    Column("Nama", strong=True),
    Column("Bentuk", 160, from_width=760),
    Column("Dipakai layanan", 150, from_width=600),
    Column("Versi sejak", 170, from_width=900),
)


class TextsTab(QWidget):
    """All texts by name, those of the office's own making first; Enter opens the editor.

    Signals:
        page_made: A page shall open over the settings (the page).
    """

    page_made = Signal(object)

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks = context, tasks
        self._may_change = may(context.user.roles, Right.CHANGE_SERVICE)
        keys = (("↑↓", "pilih"), ("Enter", "ubah")) if self._may_change else (("↑↓", "pilih"),)
        nothing = Empty("file-text", "Naskah surat tidak ada", "Pasang ulang PATEN Desk dari paket resminya.")
        self.table = Table("Naskah surat", COLUMNS, nothing, keys=keys)
        self.said = label("", "second", wrap=True)
        self.take = Button("Impor paket", "", "download")
        self.give = Button("Ekspor paket", "", "usb")
        self.edit = Button("Ubah naskah", "primary", "pencil", "F2")
        for button in (self.take, self.give, self.edit):
            button.setEnabled(self._may_change)
        self.said.setText("" if self._may_change else f"Yang dapat mengubah naskah: {who_may(Right.CHANGE_SERVICE)}.")
        foot = row(self.said, self.take, self.give, self.edit)
        foot.setStretch(0, 1)
        self.setLayout(column(self.table, foot))
        self.table.opened.connect(lambda _: self.edit.click())
        self.edit.clicked.connect(self._edit)
        self.give.clicked.connect(self._give)
        self.take.clicked.connect(self._take)

    def refresh(self) -> None:
        """Read the texts again."""
        found = text_editing.names(self._context)
        found.sort(key=lambda each: each.origin == text_editing.SHIPPED)
        rows = [Row(each.name, _cells(each)) for each in found]
        self.table.show_rows(rows, len(rows), "yang diubah kantor ini dulu")

    def _edit(self) -> None:
        name = self.table.current()
        if name is not None:
            self.page_made.emit(TextPage(self._context, self._tasks, str(name)))

    def _give(self) -> None:
        packs.give(self._context, self._tasks, str(self.table.current()), self, self._given)

    def _given(self, path: Path) -> None:
        self.said.setText(f"Paket tersimpan: {path}")

    def _take(self) -> None:
        packs.take(self._context, self._tasks, self, self._taken)

    def _taken(self, count: int) -> None:
        self.said.setText(f"{count} naskah diterima dari paket.")
        self.refresh()


def _cells(held: TextRow) -> tuple[Cell, ...]:
    origin: Cell = (held.origin, "neutral" if held.origin == text_editing.SHIPPED else "accent")
    since = long_date(held.since) if held.since else "sejak awal"
    if held.coming:
        since = f"baru {long_date(held.coming)}"
    return origin, held.words, held.kind, ", ".join(held.used_by) or "belum dipakai", since

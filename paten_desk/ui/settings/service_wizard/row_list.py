"""Rows that are written, moved and taken away: a list above, the chosen row's fields below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import column, row
from paten_desk.usecases.text_blocks import moved

LEAST_LIST = 170


class RowList(QWidget):
    """A list of values of one kind; what stands in the chosen row's fields is taken with `put`.

    Signals:
        chosen: Another row is chosen (its place, -1 where there is none).
        edited: Rows were added, moved, taken away or changed.
        begun: The fields of the chosen row are wanted.
    """

    chosen = Signal(int)
    edited = Signal()
    begun = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        empty: Empty,
        cells: Callable[[Any], tuple[Cell, ...]],
        blank: Callable[[], Any],
        details: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.rows: tuple[Any, ...] = ()
        self._cells, self._blank = cells, blank
        self._wrong: frozenset[int] = frozenset()
        keys = (("↑↓", "pilih"), ("Enter", "ubah"), ("Alt+↑↓", "pindahkan"))
        self.table = Table(name, (Column("", 34), *columns), empty, keys=keys)
        self.table.setMinimumHeight(LEAST_LIST)
        self.add = Button(f"Tambah {name.lower()}", "small", "plus", "Ctrl+N")
        self.remove = Button("Hapus", "small", "x", "Ctrl+D")
        self.up, self.down = Button("Naik", "small"), Button("Turun", "small")
        for button in (self.remove, self.up, self.down):
            button.setAccessibleName(f"{button.words()}: {name.lower()} yang dipilih")
        self._details = Card(pad=t.S3).add(details)
        tools = row(self.add, self.remove, None, self.up, self.down, gap=6)
        box = column(self.table, tools, self._details, gap=t.S2)
        box.setStretch(0, 1)
        self._details.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setLayout(box)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(lambda at: self._choose(int(at)))
        self.table.opened.connect(lambda _: self.begun.emit())
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        for button, key, by in ((self.up, "Alt+Up", -1), (self.down, "Alt+Down", 1)):
            button.clicked.connect(lambda _=False, by=by: self._move(by))
            QShortcut(QKeySequence(key), self).activated.connect(lambda by=by: self._move(by))

    def at(self) -> int:
        """Return the place of the chosen row, -1 where there is none."""
        held = self.table.current()
        return -1 if held is None or not self.rows else min(int(held), len(self.rows) - 1)

    def show_rows(self, rows: Sequence[Any], at: int = 0) -> None:
        """Show rows, one of them chosen."""
        self.rows = tuple(rows)
        self._show(at)

    def put(self, value: Any) -> None:
        """Put another value into the chosen row."""
        at = self.at()
        if at >= 0 and self.rows[at] != value:
            self.rows = (*self.rows[:at], value, *self.rows[at + 1 :])
            self._show(at)
            self.edited.emit()

    def mark(self, wrong: Sequence[int]) -> None:
        """Mark the rows that are to be mended."""
        self._wrong = frozenset(wrong)
        self._show(self.at())

    def choose(self, at: int) -> None:
        """Choose a row."""
        self.table.choose(at)
        self._choose(at)

    def _show(self, at: int) -> None:
        blocked = self.table.blockSignals(True)
        lines = [
            Row(place, (("!", "late") if place in self._wrong else str(place + 1), *self._cells(value)))
            for place, value in enumerate(self.rows)
        ]
        self.table.show_rows(lines, len(lines))
        self.table.choose(max(0, min(at, len(lines) - 1)))
        self.table.blockSignals(blocked)
        self._fit()

    def _fit(self) -> None:
        at, last = self.at(), len(self.rows) - 1
        self._details.setVisible(at >= 0)
        for button, on in ((self.remove, at >= 0), (self.up, at > 0), (self.down, 0 <= at < last)):
            button.setEnabled(on)

    def _choose(self, at: int) -> None:
        self._fit()
        self.chosen.emit(at)

    def _put_all(self, rows: tuple[Any, ...], at: int) -> None:
        self.rows, self._wrong = rows, frozenset()
        self._show(at)
        self._choose(self.at())
        self.edited.emit()

    def _add(self) -> None:
        at = self.at() + 1
        self._put_all((*self.rows[:at], self._blank(), *self.rows[at:]), at)
        self.begun.emit()

    def _remove(self) -> None:
        at = self.at()
        if at >= 0:
            self._put_all(self.rows[:at] + self.rows[at + 1 :], max(0, min(at, len(self.rows) - 2)))
            self.table.setFocus()

    def _move(self, by: int) -> None:
        at = self.at()
        if at >= 0 and 0 <= at + by < len(self.rows):
            self._put_all(moved(self.rows, at, by), at + by)

"""A list: rows on hairlines, the promise first, an exact count below, and words where there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QStackedLayout, QTableView, QWidget

from paten_desk.domain.formats import thousands
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.guard import guard
from paten_desk.ui.row_delegate import RowDelegate
from paten_desk.ui.rows_model import Column, More, Row, RowsModel
from paten_desk.ui.widgets import Part, clear, column, key_cap, label, line, row

MANY = 20  # rows that no list shows at once
KEYS = (("↑↓", "pilih"), ("Enter", "buka"), ("Space", "intip"))


class Table(Card):
    """A card with a list in it.

    Signals:
        opened: Enter or a double click on a row (its key).
        peeked: Space on a row (its key).
        chosen: Another row is chosen (its key), also when the list is shown anew.
        marked: Other rows are marked, in a list where many can be.
    """

    opened = Signal(object)
    peeked = Signal(object)
    chosen = Signal(object)
    marked = Signal()

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        empty: Empty,
        keys: Sequence[tuple[str, str]] = KEYS,
        *,
        many: bool = False,
        least: int = 2,
    ) -> None:
        """Make an empty list; never fewer than `least` rows of it are seen.

        With `many`, Shift and the arrows mark several rows, Ctrl+A all that were read, Ctrl and a click one more.
        """
        super().__init__(pad=0)
        self.rows = RowsModel(columns)
        self.view = _View(self.rows, many)
        self.view.setAccessibleName(name)
        self.view.setMinimumHeight(t.HEAD_H + 1 + least * t.ROW_H)
        self.empty = empty
        self._total, self._order = 0, ""
        self._count = label("", "hint")
        holder = QWidget()
        holder.setObjectName("clear")
        self._body = QStackedLayout(holder)
        self._body.addWidget(self.view)
        self._body.addWidget(empty)
        self._body.setCurrentWidget(empty)
        hints: list[Part] = [part for key, what in keys for part in (key_cap(key), label(what, "hint"))]
        self._hints = clear(row(*hints, gap=6))
        self.body.setContentsMargins(1, 1, 1, 0)
        self.body.setSpacing(0)
        self._foot = clear(
            column(line(), row(self._count, None, self._hints, gap=6, margins=(t.S3, 7, t.S3, 7)), gap=0)
        )
        self.add(holder, self._foot)
        self.body.setStretch(0, 1)
        self.view.entered_row.connect(lambda: self.opened.emit(self.current()))
        self.view.spaced_row.connect(lambda: self.peeked.emit(self.current()))
        self.view.doubleClicked.connect(lambda index: self.opened.emit(self.rows.key_at(index)))
        self.view.selectionModel().currentRowChanged.connect(self._chosen)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self.marked.emit())
        self.view.verticalScrollBar().valueChanged.connect(self._say_count)
        self.rows.rowsInserted.connect(self._say_count)
        self.view.resized.connect(self._say_count)
        self.setFocusProxy(empty)

    def show_rows(self, rows: Sequence[Row], total: int, order: str = "", more: More | None = None) -> None:
        """Show the first page of a list; the chosen row stays chosen where it is still there.

        `total` counts all rows there are; `order` says in Indonesian how they are sorted.
        """
        before = self.current()
        self._total, self._order = total, order
        self.rows.show(rows, more)
        self._bring_up(self.view if rows else self.empty)
        self.setFocusProxy(self.view if rows else self.empty)
        if rows:
            self.view.selectRow(max(0, self.rows.place_of(before)))
        if self.isVisible():
            # Not at once: a widget that appears while its parents are being laid out leaves them half done.
            QTimer.singleShot(0, self, self._fit_hints)
        else:
            self._fit_hints()
        self._say_count()
        self.marked.emit()

    def warm(self) -> None:
        """Stand as with many rows, so that a look at the page sizes its parts before there are any."""
        self.rows.show([Row(None, ("",) * len(self.rows.columns))] * MANY)
        self._bring_up(self.view)
        self._foot.show()

    def current(self) -> Any:
        """Return the key of the chosen row, or None."""
        return self.rows.key_at(self.view.currentIndex())

    def marks(self) -> list[Any]:
        """Return the keys of the marked rows from top to bottom."""
        return [self.rows.key_at(index) for index in sorted(self.view.selectionModel().selectedRows())]

    def choose(self, key: Any) -> None:
        """Choose the row with this key, if it was read already."""
        if (at := self.rows.place_of(key)) >= 0:
            self.view.selectRow(at)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for at, each in enumerate(self.rows.columns):
            self.view.setColumnHidden(at, self.width() < each.from_width)
        self._fit_hints()

    def _bring_up(self, part: QWidget) -> None:
        policy = QSizePolicy.Policy.Preferred if part is self.empty else QSizePolicy.Policy.Ignored
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, policy)  # unseen words take no room from the rows
        self._body.setCurrentWidget(part)

    def _fit_hints(self) -> None:
        self._hints.setVisible(self.width() >= 560)
        self._foot.setVisible(bool(self.rows.rows))

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.rows.key_at(now))

    def _say_count(self) -> None:
        if not self.rows.rows:
            self._count.setText("")
            return
        first = self.view.rowAt(0)
        last = self.view.rowAt(self.view.viewport().height() - 1)
        last = len(self.rows.rows) - 1 if last < 0 else last
        words = f"{max(0, first) + 1}–{last + 1} dari {thousands(self._total)}"
        self._count.setText(f"{words}, {self._order}" if self._order else words)


def _titles(rows: RowsModel, parent: QWidget) -> QStandardItemModel:
    """Give Qt the titles to keep: to lay out and paint a page of lists it asks for them some 250 times."""
    made = QStandardItemModel(0, len(rows.columns), parent)
    for at in range(len(rows.columns)):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole):
            made.setHeaderData(
                at, Qt.Orientation.Horizontal, rows.headerData(at, Qt.Orientation.Horizontal, role), role
            )
    return made


class _View(QTableView):
    entered_row = Signal()
    spaced_row = Signal()
    resized = Signal()

    def __init__(self, rows: RowsModel, many: bool) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(RowDelegate(rows, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        upright = self.verticalHeader()
        upright.hide()
        upright.setDefaultSectionSize(t.ROW_H)
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setModel(_titles(rows, self))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(t.HEAD_H + 1)
        for at, each in enumerate(rows.columns):
            sizes = QHeaderView.ResizeMode.Fixed if each.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(at, sizes)
            if each.width:
                self.setColumnWidth(at, each.width)

    @guard(None)
    def updateGeometries(self) -> None:
        """Fit the header quietly: a resized view is painted whole anyway, and its columns would paint it again."""
        with QSignalBlocker(self.horizontalHeader()):
            super().updateGeometries()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.spaced_row.emit()
        else:
            super().keyPressEvent(event)

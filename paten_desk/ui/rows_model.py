"""The model behind every list: rows of finished strings, further rows by key, as little work a cell as can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from paten_desk.ui.guard import guard

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Flagged:
    """Finished words with a flag behind them that is never cut: "luar" behind a name, spoken as `spoken`."""

    words: str
    flag: str
    spoken: str


Cell = str | tuple[str, str] | Flagged
"""Finished words, or words and the tone of their chip: ("Terlambat 2 jam", "late"), or flagged words."""

NOWHERE = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        width: Pixels; 0 takes what room is left.
        from_width: Drops the column where the list is narrower than so many pixels.

    """

    title: str
    width: int = 0
    right: bool = False
    strong: bool = False
    from_width: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the key that a page asks the use cases with, and its cells."""

    key: Any
    cells: tuple[Cell, ...]


More = Callable[[Any], Sequence[Row]]
"""Gives the rows that follow the one with this key; none when there are no more."""


class RowsModel(QAbstractTableModel):
    """Shows the rows it is given and asks for the next page when the list nears its end."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self._more: More | None = None

    def show(self, rows: Sequence[Row], more: More | None = None) -> None:
        """Replace all rows by the first page."""
        self.beginResetModel()
        self.rows = list(rows)
        self._more = more if rows else None
        self.endResetModel()

    def key_at(self, index: Index) -> Any:
        """Return the key of the row behind an index, or None."""
        return self.rows[index.row()].key if index.isValid() else None

    def place_of(self, key: Any) -> int:
        """Return the place of the row with this key among those read so far, or -1."""
        return next((at for at, row in enumerate(self.rows) if row.key == key), -1)

    @guard(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @guard(0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @guard(None)
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY and role != _ACCESSIBLE:
            return None
        cell = self.rows[index.row()].cells[index.column()]
        if isinstance(cell, Flagged):
            return f"{cell.words}, {cell.spoken}"
        return cell if isinstance(cell, str) else cell[0]

    @guard(None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    @guard(False)
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more is not None

    @guard(None)
    def fetchMore(self, parent: Index) -> None:
        page = self._more(self.rows[-1].key) if self._more else ()
        if not page:
            self._more = None
            return
        self.beginInsertRows(NOWHERE, len(self.rows), len(self.rows) + len(page) - 1)
        self.rows.extend(page)
        self.endInsertRows()

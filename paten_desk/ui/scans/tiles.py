"""Small pictures side by side, as many rows as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem

from paten_desk.ui import icons
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard

PLATE = QSize(104, 68)
GRID = QSize(124, 100)
MARK = 28


class Tile:
    """What one tile shows.

    Attributes:
        caption: Which paper it is.
        spoken: The same, with its place and pages.
        icon: Stands where there is no picture.

    """

    def __init__(self, caption: str, spoken: str, image: QImage | None = None, icon: str = "") -> None:
        self.caption, self.spoken, self.image, self.icon = caption, spoken, image, icon


class Tiles(QListWidget):
    """Tiles with a cursor; arrows move it.

    Signals:
        opened: Enter or a double click on a tile (its place).
        removed: Del on a tile (its place).
        moved: The cursor stands on another tile (its place, -1 for none).
    """

    opened = Signal(int)
    removed = Signal(int)
    moved = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("tiles")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWrapping(True)
        self.setIconSize(PLATE)
        self.setGridSize(GRID)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(self.row(item)))
        self.currentRowChanged.connect(self.moved)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles; the cursor stays at its place as far as there is one."""
        at = self.currentRow()
        with QSignalBlocker(self):
            self.clear()
            for tile in tiles:
                plate, face = _plate(tile, self.devicePixelRatioF()), QIcon()
                for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # at the cursor it keeps its colours
                    face.addPixmap(plate, mode)
                item = QListWidgetItem(face, tile.caption)
                item.setSizeHint(GRID)
                item.setToolTip(tile.spoken)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, tile.spoken)
                self.addItem(item)
            self.setCurrentRow(min(max(at, 0), len(tiles) - 1))
        self._fit()
        self.moved.emit(self.currentRow())

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        beside = max(1, self.viewport().width() // GRID.width())
        rows = -(-self.count() // beside)
        self.setFixedHeight(rows * GRID.height() + 4)


def _plate(tile: Tile, ratio: float) -> QPixmap:
    """Draw a picture, or the icon that stands for it, in the middle of a plate."""
    plate = QPixmap(PLATE * ratio)
    plate.setDevicePixelRatio(ratio)
    plate.fill(QColor(t.SUNKEN))
    painter = QPainter(plate)
    if tile.image is not None:
        size = tile.image.size().scaled(PLATE * ratio, Qt.AspectRatioMode.KeepAspectRatio)
        fitted = QPixmap.fromImage(
            tile.image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
        fitted.setDevicePixelRatio(ratio)
        room = fitted.deviceIndependentSize()
        painter.drawPixmap(
            round((PLATE.width() - room.width()) / 2), round((PLATE.height() - room.height()) / 2), fitted
        )
    elif tile.icon:
        mark = icons.pixmap(tile.icon, t.INK_3, MARK)
        painter.drawPixmap((PLATE.width() - MARK) // 2, (PLATE.height() - MARK) // 2, mark)
    painter.setPen(QColor(t.LINE))
    painter.drawRect(0, 0, PLATE.width() - 1, PLATE.height() - 1)
    painter.end()
    return plate

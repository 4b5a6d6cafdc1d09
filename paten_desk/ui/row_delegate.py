"""Paints the cells of a list: a hairline under each row, chips, names in semibold, a bar at the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.rows_model import Flagged, RowsModel

PAD = 10
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RowDelegate(QStyledItemDelegate):
    """Reads the rows straight from the model, so that painting a list asks Python once a cell."""

    def __init__(self, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._plain, self._strong, self._chip = theme.font(), theme.semibold(), theme.semibold(t.CAPTION)
        self._widths = {True: QFontMetrics(self._strong), False: QFontMetrics(self._plain)}
        self._flags = QFontMetrics(self._chip)
        self._ink, self._line = QColor(t.INK), QColor(t.LINE)
        self._tint, self._bar, self._dim_bar = QColor(t.ACCENT_TINT), QColor(t.ACCENT), QColor(t.ACCENT_LINE)

    @guard(None)
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        at, place = index.column(), index.row()
        cell, column = self._model.rows[place].cells[at], self._model.columns[at]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._tint)
            if index.column() == 0:
                active = state & QStyle.StateFlag.State_Active
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), self._bar if active else self._dim_bar)
        painter.setPen(self._line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(PAD, 0, -PAD, 0)
        if isinstance(cell, tuple):
            paint_chip(painter, inside, cell[0], cell[1])
            return
        if isinstance(cell, Flagged):
            wide = self._flags.horizontalAdvance(cell.flag) + 16
            room = self._widths[column.strong].horizontalAdvance(cell.words) + t.S2
            left = inside.left() + max(0, min(room, inside.width() - wide))
            paint_chip(painter, QRect(left, inside.top(), wide, inside.height()), cell.flag, "neutral")
            inside, cell = inside.adjusted(0, 0, -(wide + t.S1), 0), cell.words
        painter.setFont(self._strong if column.strong else self._plain)
        painter.setPen(self._ink)
        words = self._widths[column.strong].elidedText(cell, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, _RIGHT if column.right else _LEFT, words)


def paint_chip(painter: QPainter, inside: QRect, text: str, tone: str) -> None:
    """Paint a state at the left of a box: words on their tint; nothing where there are no words."""
    if not text:
        return
    shown = t.TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.semibold(t.CAPTION))
    width = min(painter.fontMetrics().horizontalAdvance(text) + 16, inside.width())
    box = QRectF(inside.left() + 0.5, inside.center().y() - t.CHIP_H / 2 + 0.5, width, t.CHIP_H)
    painter.setPen(QPen(QColor(shown.line), 1))
    painter.setBrush(QColor(shown.tint))
    painter.drawRoundedRect(box, t.RADIUS_CHIP, t.RADIUS_CHIP)
    painter.setPen(QColor(shown.ink))
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(width) - 8)
    painter.drawText(box.adjusted(0, -1, 0, 0), Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()

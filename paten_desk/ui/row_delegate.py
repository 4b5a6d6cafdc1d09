"""Paints the cells of a list: a hairline under each row, chips, names in semibold, a bar at the chosen row."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from paten_desk.ui import line_words
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.rows_model import Flagged, RowsModel

PAD = 10
_LEFT, _RIGHT, _CENTRE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


class RowDelegate(QStyledItemDelegate):
    """Reads the rows straight from the model, so that painting a list asks Python once a cell."""

    def __init__(self, model: RowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._words = {True: line_words.strong(), False: line_words.plain()}
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
            wide = ceil(line_words.small().width(cell.flag)) + 16
            room = ceil(self._words[column.strong].width(cell.words)) + t.S2
            left = inside.left() + max(0, min(room, inside.width() - wide))
            paint_chip(painter, QRect(left, inside.top(), wide, inside.height()), cell.flag, "neutral")
            inside, cell = inside.adjusted(0, 0, -(wide + t.S1), 0), cell.words
        painter.setPen(self._ink)
        self._words[column.strong].draw(painter, inside, cell, _RIGHT if column.right else _LEFT)


def paint_chip(painter: QPainter, inside: QRect, text: str, tone: str) -> None:
    """Paint a state at the left of a box: words on their tint; nothing where there are no words."""
    if not text:
        return
    shown = t.TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = min(ceil(line_words.small().width(text)) + 16, inside.width())
    box = QRectF(inside.left() + 0.5, inside.center().y() - t.CHIP_H / 2 + 0.5, width, t.CHIP_H)
    painter.setPen(QPen(QColor(shown.line), 1))
    painter.setBrush(QColor(shown.tint))
    painter.drawRoundedRect(box, t.RADIUS_CHIP, t.RADIUS_CHIP)
    painter.setPen(QColor(shown.ink))
    line_words.small().draw(painter, box.adjusted(4, -1, -4, 0), text, _CENTRE)
    painter.restore()

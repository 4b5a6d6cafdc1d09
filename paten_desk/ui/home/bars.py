"""Bars under each other: solid for what is in time, hatched for what is late, every bar with its number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.home.chart import Chart, Mark, hatch

PITCH, LEAST_PITCH = 30, 18
THICK, LEAST_THICK = 14, 11
SHORTEST_LATE = 6  # one late request must be seen
NUMBERS = 96  # room behind the longest bar


class Bars(Chart):
    """Bars with their names at the left; they move closer where the room is low."""

    def show_marks(self, marks: Sequence[Mark]) -> None:
        super().show_marks(marks)
        self.setMinimumHeight(max(1, LEAST_PITCH * len(marks)))
        self.setMaximumHeight(max(1, PITCH * len(marks)))
        self.updateGeometry()

    @guard(QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def slot(self, at: int) -> QRectF:
        pitch = self.height() / len(self._marks)
        return QRectF(0, at * pitch, self.width(), pitch)

    def paint_mark(self, painter: QPainter, at: int, mark: Mark) -> None:
        slot = self.slot(at).adjusted(4, 0, -4, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        names = min(190, round(slot.width() * 0.42))
        painter.setFont(theme.font(t.SMALL))
        painter.setPen(QColor(t.INK_2))
        words = painter.fontMetrics().elidedText(mark.name, Qt.TextElideMode.ElideRight, names - 10)
        painter.drawText(QRectF(slot.left(), slot.top(), names - 10, slot.height()), middle, words)
        most = max(each.count for each in self._marks) or 1
        width = round((slot.width() - names - NUMBERS) * mark.count / most)
        thick = THICK if slot.height() >= PITCH - 4 else LEAST_THICK
        left, top = round(slot.left()) + names, round(slot.center().y() - thick / 2)
        late = max(SHORTEST_LATE, round(width * mark.late / mark.count)) if mark.late else 0
        solid = max(2, width - late) if mark.late < mark.count else 0
        painter.fillRect(QRectF(left, top, solid, thick), QColor(t.ACCENT))
        if late:
            hatch(painter, QRectF(left + solid, top, late, thick))
        painter.setFont(theme.semibold(t.SMALL))
        painter.setPen(QColor(t.INK))
        left += solid + late + 8
        painter.drawText(QRectF(left, slot.top(), 90, slot.height()), middle, str(mark.count))
        if mark.late:
            left += painter.fontMetrics().horizontalAdvance(str(mark.count)) + 6
            painter.setPen(QColor(t.TONES["late"].ink))
            painter.setFont(theme.font(t.CAPTION))
            painter.drawText(QRectF(left, slot.top(), 90, slot.height()), middle, f"{mark.late} lewat")

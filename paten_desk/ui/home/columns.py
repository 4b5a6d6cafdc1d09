"""Columns side by side, one a day: the late part hatched on top, the number above, today in bold."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.home.chart import Chart, Mark, hatch

NAMES, NUMBERS = 22, 20
LEAST, WISHED, MOST = 96, 118, 190
WIDEST, SHARE = 34, 0.62  # of a column; what it takes of its room
LOWEST_LATE = 6  # one late request must be seen


class Columns(Chart):
    """The days from left to right on one base line."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setMinimumHeight(LEAST)
        self.setMaximumHeight(MOST)

    @guard(QSize())
    def sizeHint(self) -> QSize:
        return QSize(200, WISHED)

    def slot(self, at: int) -> QRectF:
        wide = self.width() / len(self._marks)
        return QRectF(at * wide, 0, wide, self.height())

    def paint_mark(self, painter: QPainter, at: int, mark: Mark) -> None:
        slot, middle = self.slot(at), Qt.AlignmentFlag.AlignCenter
        base = round(slot.bottom()) - NAMES
        painter.fillRect(QRectF(slot.left(), base, slot.width(), 1), QColor(t.EDGE))
        most = max(each.count for each in self._marks) or 1
        high = round((base - NUMBERS) * mark.count / most)
        late = max(LOWEST_LATE, round(high * mark.late / mark.count)) if mark.late else 0
        solid = max(2, high - late) if mark.late < mark.count else 0
        wide = min(WIDEST, round(slot.width() * SHARE))
        left = round(slot.center().x() - wide / 2)
        painter.fillRect(QRectF(left, base - solid, wide, solid), QColor(t.ACCENT))
        if late:
            hatch(painter, QRectF(left, base - solid - late, wide, late))
        painter.setPen(QColor(t.INK if mark.count else t.INK_3))
        painter.setFont(theme.semibold(t.CAPTION))
        top = base - solid - late - NUMBERS
        painter.drawText(QRectF(slot.left(), top, slot.width(), NUMBERS), middle, str(mark.count))
        painter.setPen(QColor(t.ACCENT_DARK if mark.is_now else t.INK_2))
        painter.setFont(theme.semibold(t.CAPTION) if mark.is_now else theme.font(t.CAPTION))
        painter.drawText(QRectF(slot.left(), base + 1, slot.width(), NAMES - 1), middle, mark.name)

"""Promises kept and broken: two figures over one bar that they share."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.home.chart import Chart, Mark, hatch

HIGH, WORDS, THICK = 42, 24, 14
PAD = 6


class Kept(Chart):
    """The first mark is what was done in time, the second what was done late."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFixedHeight(HIGH)

    def slot(self, at: int) -> QRectF:
        half = self.width() / 2
        return QRectF(at * half, 0, half, WORDS)

    def mark_at(self, point: QPointF) -> int:
        if point.y() <= WORDS:
            return super().mark_at(point)
        return int(point.x() > self._split())

    def paint_mark(self, painter: QPainter, at: int, mark: Mark) -> None:
        box = self.slot(at).adjusted(PAD if at == 0 else 0, 0, -PAD if at else 0, 0)
        side = Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft
        tone = t.TONES["late"].ink if at and mark.count else t.INK
        painter.setFont(theme.semibold(t.SMALL))
        painter.setPen(QColor(tone))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, f"{mark.count} {mark.name}")
        split = self._split()
        left, right = (0.0, split) if at == 0 else (split, float(self.width()))
        bar = QRectF(round(left), WORDS + 3, round(right) - round(left), THICK)
        if not sum(each.count for each in self._marks):
            painter.fillRect(bar, QColor(t.SUNKEN))
        elif at and mark.count:
            hatch(painter, bar)
        elif bar.width() > 0:
            painter.fillRect(bar, QColor(t.ACCENT))

    def _split(self) -> float:
        """Return where the late part begins; one late request among many is seen, and so is one in time."""
        kept, broken = (mark.count for mark in self._marks)
        if not kept or not broken:
            return float(0 if broken else self.width())
        return min(max(self.width() * kept / (kept + broken), PAD), self.width() - PAD)

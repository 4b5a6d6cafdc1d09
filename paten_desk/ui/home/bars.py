"""Bars of the day by service: solid for what is in time, hatched for what is late, every bar with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard

PITCH, THICK = 30, 14
SHORTEST_LATE = 6  # one late request must be seen
HATCH = 5


@dataclass(frozen=True, slots=True)
class Bar:
    """One service.

    Attributes:
        late: How many of `count` missed their promise.

    """

    name: str
    count: int
    late: int = 0


class Bars(QWidget):
    """Bars under each other, names at the left; redrawn at every size."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_bars(())

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars."""
        self._bars = tuple(bars)
        self.setFixedHeight(max(1, PITCH * len(self._bars)))
        spoken = [f"{bar.name} {bar.count}" + (f", {bar.late} lewat janji" if bar.late else "") for bar in self._bars]
        self.setAccessibleName(f"{self._name}: {'; '.join(spoken)}")
        self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max((bar.count for bar in self._bars), default=1) or 1
        names = min(210, round(self.width() * 0.42))
        room = self.width() - names - 96
        for at, bar in enumerate(self._bars):
            self._paint(painter, at * PITCH, bar, names, round(room * bar.count / most))

    def _paint(self, painter: QPainter, top: int, bar: Bar, names: int, width: int) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(t.SMALL))
        painter.setPen(QColor(t.INK_2))
        words = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, names - 10)
        painter.drawText(QRect(0, top, names - 10, PITCH), middle, words)
        y = top + (PITCH - THICK) // 2
        late = max(SHORTEST_LATE, round(width * bar.late / bar.count)) if bar.late else 0
        solid = max(2, width - late) if bar.late < bar.count else 0
        painter.fillRect(QRect(names, y, solid, THICK), QColor(t.ACCENT))
        if late:
            hatch(painter, QRectF(names + solid, y, late, THICK))
        painter.setFont(theme.semibold(t.SMALL))
        painter.setPen(QColor(t.INK))
        number = str(bar.count)
        left = names + solid + late + 8
        painter.drawText(QRect(left, top, 90, PITCH), middle, number)
        if bar.late:
            left += painter.fontMetrics().horizontalAdvance(number) + 6
            painter.setPen(QColor(t.TONES["late"].ink))
            painter.setFont(theme.font(t.CAPTION))
            painter.drawText(QRect(left, top, 90, PITCH), middle, f"{bar.late} lewat")


def hatch(painter: QPainter, box: QRectF) -> None:
    """Fill a box with red diagonals inside an outline, so that it also reads without colour."""
    ink = QColor(t.TONES["late"].ink)
    painter.save()
    painter.setClipRect(box)
    painter.fillRect(box, QColor(t.SURFACE))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.3))
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(round(x), round(box.bottom()), round(x + box.height()), round(box.top()))
        x += HATCH
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(ink, 1))
    painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.restore()


class Legend(QWidget):
    """What the solid and the hatched part of a bar mean."""

    WORDS = (("dalam janji", False), ("lewat janji", True))

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(210, 20)
        self.setAccessibleName("Penuh: dalam janji. Bergaris: lewat janji.")

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(t.CAPTION))
        left = 0
        for words, late in self.WORDS:
            box = QRectF(left, 4, 12, 12)
            if late:
                hatch(painter, box)
            else:
                painter.fillRect(box, QColor(t.ACCENT))
            painter.setPen(QColor(t.INK_2))
            painter.drawText(QRect(left + 18, 0, 90, 20), Qt.AlignmentFlag.AlignVCenter, words)
            left += 108

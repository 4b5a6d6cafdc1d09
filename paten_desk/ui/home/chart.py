"""A chart that is walked with the arrow keys: each of its marks says its figure and opens the rows behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard

HATCH = 5
OPENS = "Enter membuka daftarnya"
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Mark:
    """One bar or column.

    Attributes:
        name: What stands beside or under it.
        late: How many of `count` broke their promise.
        spoken: The whole figure in words.
        title: What the page of its rows is called.
        key: What its rows are asked for with.
        is_now: It stands for today.

    """

    name: str
    count: int
    late: int = 0
    spoken: str = ""
    title: str = ""
    key: Any = None
    is_now: bool = False


class Chart(QWidget):
    """One stop of the Tab key; arrows move between the marks, Enter or a click opens one.

    Signals:
        opened: The rows behind a mark are wanted (the mark).
    """

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._marks, self._at = name, tuple[Mark, ...](), 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_marks(())

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks; the chosen one stays where it is, and at first it is today's."""
        before = self.chosen()
        same = [at for at, mark in enumerate(marks) if before is not None and mark.title == before.title]
        first = [*same, *(at for at, mark in enumerate(marks) if mark.is_now), 0]
        self._marks, self._at = tuple(marks), first[0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if marks else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(f"{self._name}: {'; '.join(mark.spoken for mark in marks) or 'belum ada'}")
        self._say()

    def chosen(self) -> Mark | None:
        """Return the mark that Enter opens, or None where there is none."""
        return self._marks[self._at] if self._marks else None

    def slot(self, at: int) -> QRectF:
        """Return the room of a mark: where it is painted, and where a click opens it."""
        raise NotImplementedError  # each chart has its own; a QWidget's metaclass takes no ABC

    def mark_at(self, point: QPointF) -> int:
        """Return the place of the mark under a point, or -1."""
        return next((at for at in range(len(self._marks)) if self.slot(at).contains(point)), -1)

    def paint_mark(self, painter: QPainter, at: int, mark: Mark) -> None:
        """Paint one mark into its room."""
        raise NotImplementedError  # the same

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, mark in enumerate(self._marks):
            painter.save()
            self.paint_mark(painter, at, mark)
            painter.restore()
        if self.hasFocus() and self._marks:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(t.ACCENT), 2))
            painter.drawRoundedRect(self.slot(self._at).adjusted(1, 1, -1, -1), t.RADIUS_CHIP, t.RADIUS_CHIP)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._marks) - 1
        if event.key() in OPEN and (mark := self.chosen()) is not None:
            self.opened.emit(mark)
        elif event.key() in BACK:
            self._choose(max(0, self._at - 1))
        elif event.key() in ON:
            self._choose(min(last, self._at + 1))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (at := self.mark_at(event.position())) >= 0:
            self._choose(at)
            self.opened.emit(self._marks[at])

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _choose(self, at: int) -> None:
        self._at = at
        self._say()

    def _say(self) -> None:
        mark = self.chosen()
        self.setAccessibleName(f"{mark.spoken}, {OPENS}" if mark else self._name)
        self.update()


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
    """What the solid and the hatched part of a bar mean; it stands in the head of a chart's card."""

    WORDS = (("tepat", False), ("lewat", True))

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(128, 20)
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
            painter.drawText(QRectF(left + 18, 0, 44, 20), Qt.AlignmentFlag.AlignVCenter, words)
            left += 68

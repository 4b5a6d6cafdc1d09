"""A figure of the day that opens its rows."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from paten_desk.domain.formats import thousands
from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Figure
from paten_desk.ui.elided import Elided
from paten_desk.ui.guard import guard
from paten_desk.usecases.figures import Tally


class Tile(Figure):
    """A number with its name; Enter, Space or a click opens what it counts.

    Signals:
        opened: The rows behind the number are wanted.
    """

    opened = Signal()

    def __init__(self, name: str) -> None:
        super().__init__("0", name)
        self._outside = Elided("", "hint")
        self._top.insertWidget(1, self._outside, 9, Qt.AlignmentFlag.AlignBottom)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription("Enter membuka daftarnya")

    def show_tally(self, tally: Tally, note: str) -> None:
        """Show a figure, apart from it how many of it are of applicants from outside, and a note."""
        outside = f"{thousands(tally.outside)} dari luar" if tally.outside else ""
        self._outside.setText(outside)
        self._outside.setVisible(bool(outside))
        self.show_number(thousands(tally.count), note)
        if outside:
            self.setAccessibleName(f"{self.accessibleName()}, {outside} kecamatan")

    def show_tone(self, tone: str) -> None:
        """Show the number and its note in the colour of what must be acted on, or in ink for ""."""
        for words in (self._number, self._note):
            words.setProperty("tone", tone)
            theme.restyle(words)

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    @guard(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(t.ACCENT), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), t.RADIUS_CARD, t.RADIUS_CARD)

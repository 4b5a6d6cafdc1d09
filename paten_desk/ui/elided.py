"""Words that give way: where the room is too narrow they end in an ellipsis, and the whole stands in the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from paten_desk.ui.guard import guard

LEAST_WIDTH = 60


class Elided(QLabel):
    """One line of plain text that never asks for more room than there is."""

    def __init__(self, text: str, role: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        gives_way = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        gives_way.setHorizontalStretch(1)  # what is beside it keeps its own width
        self.setSizePolicy(gives_way)

    def shown(self) -> str:
        """Return the words as they fit now."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    @guard(QSize(LEAST_WIDTH, 20))
    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.shown()
        self.setToolTip(self.text() if words != self.text() else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

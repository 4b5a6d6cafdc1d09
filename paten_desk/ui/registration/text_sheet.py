"""A receipt of plain lines on the screen, as a dot-matrix printer strikes it."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from paten_desk.ui.guard import guard

COLUMNS = 80
SMALLEST_PX, LARGEST_PX = 6, 15


class TextSheet(QPlainTextEdit):
    """Lines of eighty letters of one width, as large as the room allows."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleName("Pratinjau teks")
        self._fit()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        room = self.viewport().width() - 2 * self.document().documentMargin() - 2
        for pixels in range(LARGEST_PX, SMALLEST_PX - 1, -1):
            font.setPixelSize(pixels)
            if QFontMetricsF(font).horizontalAdvance("0") * COLUMNS <= room:
                break
        self.document().setDefaultFont(font)

"""Single lines of words, drawn fast: in a box, Qt would lay each of them out as a paragraph, at four times the cost."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from paten_desk.ui import theme
from paten_desk.ui import tokens as t

KEPT = 500  # pieces of words whose width is remembered; a screen of rows has some 200


class LineWords:
    """One font that writes single lines into boxes, each shortened to its box."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._rise = self._metrics.ascent() - self._metrics.height() / 2  # px from the middle of a line to its base
        self.width = lru_cache(KEPT)(self._width)
        self._fitted = lru_cache(KEPT)(self._fit)

    def draw(self, painter: QPainter, box: QRect | QRectF, words: str, align: Qt.AlignmentFlag) -> None:
        """Write words into the middle of a box's height, to its left, its right or its centre."""
        shown = self._fitted(words, int(box.width()))
        left = float(box.left())
        if align is not Qt.AlignmentFlag.AlignLeft:
            free = box.width() - self.width(shown)
            left += free if align is Qt.AlignmentFlag.AlignRight else free / 2
        painter.setFont(self._font)
        painter.drawText(QPointF(left, box.top() + box.height() / 2 + self._rise), shown)

    def _width(self, words: str) -> float:
        return self._metrics.horizontalAdvance(words)

    def _fit(self, words: str, room: int) -> str:
        line = " ".join(words.splitlines())
        return line if self.width(line) <= room else self._metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)


@lru_cache
def plain() -> LineWords:
    """Return the screen font."""
    return LineWords(theme.font())


@lru_cache
def strong() -> LineWords:
    """Return the font of names and words that count."""
    return LineWords(theme.semibold())


@lru_cache
def small() -> LineWords:
    """Return the font of chips."""
    return LineWords(theme.semibold(t.CAPTION))

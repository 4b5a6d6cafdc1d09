"""Buttons: verbs, with the key that does the same painted inside."""

from __future__ import annotations

from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QWidget

from paten_desk.ui import early, icons, theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import key_words

ICON, CAP_GAP, CAP_PAD = 18, 14, 6
PADS = {"": 14, "primary": 18, "quiet": 8, "small": 10}
ONLY_SHOWN = frozenset({"Enter", "Space"})  # keys that belong to whatever has the focus


class Button(QPushButton):
    """A verb.

    `kind` is "primary" (one a page), "quiet" (a link), "small" or plain. `key` ("Ctrl+S") becomes the shortcut of
    the button and its key cap; Enter and Space are only shown.
    """

    def __init__(self, text: str, kind: str = "", icon: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._key = kind, icon, key
        self._words = ""
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.say(text)
        if key and key not in ONLY_SHOWN:
            press_with(self, key)

    def say(self, text: str) -> None:
        """Change the verb; its key stays."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        return self._words

    @guard(QSize(96, t.BUTTON_H))
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(
            self._content_width() + self._cap_room() + 2 * PADS.get(self._kind, 14), super().sizeHint().height()
        )

    @guard(QSize(96, t.BUTTON_H))
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, words and key on the ground, which Qt paints: it knows no words of this button.

        The pen has the colour of the words from the style sheet.
        """
        super().paintEvent(event)
        painter = QPainter(self)
        room = self.rect().adjusted(0, 0, -self._cap_room(), 0)
        left = room.left() + max(PADS.get(self._kind, 14), (room.width() - self._content_width()) // 2)
        color = self._color()
        if self._icon:
            mark = icons.pixmap(self._icon, color, ICON)
            painter.drawPixmap(left, self.rect().center().y() - ICON // 2 + 1, mark)
            left += ICON + (6 if self._words else 0)
        words = QRect(left, 0, room.right() - left - 4, self.height() - 1)
        painter.drawText(words, early.MIDDLE | early.WHOLE, fitting(self.fontMetrics(), self._words, words.width() + 3))
        if self._key:
            self._paint_cap(painter)

    def _color(self) -> str:
        if not self.isEnabled():
            return t.INK_3
        return {"primary": t.SURFACE, "quiet": t.ACCENT}.get(self._kind, t.INK)

    def _content_width(self) -> int:
        words = self.fontMetrics().horizontalAdvance(self._words)
        return words + (ICON + (6 if words else 0) if self._icon else 0)

    def _cap_width(self) -> int:
        metrics = QFontMetrics(theme.semibold(t.KEYCAP))
        return max(22, metrics.horizontalAdvance(key_words(self._key)) + 2 * CAP_PAD)

    def _cap_room(self) -> int:
        return self._cap_width() + CAP_GAP - PADS.get(self._kind, 14) + 8 if self._key else 0

    def _paint_cap(self, painter: QPainter) -> None:
        width = self._cap_width()
        box = QRectF(self.width() - width - 8.5, self.height() / 2 - 9.5, width, 18)
        if self._kind == "primary" and self.isEnabled():
            _plate(painter, box, t.ACCENT_DARK)
        else:
            _plate(painter, box, t.SURFACE, t.LINE)
            painter.setPen(QColor(t.INK_3))
        painter.setFont(theme.semibold(t.KEYCAP))
        painter.drawText(box.adjusted(0, 0, 0, -1), early.CENTER, key_words(self._key))


def fitting(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return a text as it fits into a width, at its end an ellipsis where it does not."""
    if metrics.horizontalAdvance(text) < width:
        return text
    return metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, width)


def _plate(painter: QPainter, box: QRectF, ground: str, edge: str = "none") -> None:
    """Paint a small rounded box, such as a key cap; `edge` is the colour of the line around it."""
    _shape(box.width(), box.height(), ground, edge).render(painter, box.adjusted(-0.5, -0.5, 0.5, 0.5))


@cache
def _shape(width: float, height: float, ground: str, edge: str) -> QSvgRenderer:
    shape = f'<rect x=".5" y=".5" width="{width}" height="{height}" rx="4" fill="{ground}" stroke="{edge}"/>'
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 1} {height + 1}">{shape}</svg>'
    return QSvgRenderer(whole.encode())


def press_with(button: QPushButton, key: str) -> None:
    """Let a key ("Ctrl+S") press a button at once, wherever the cursor is, while it is seen and can be pressed.

    A button's own shortcut would press it a tenth of a second later.
    """
    from PySide6.QtGui import QKeySequence, QShortcut  # the names of all standard keys, for a window that shows none

    shortcut = QShortcut(QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText), button)
    shortcut.activated.connect(button.click)


class Tab(QPushButton):
    """One of several views of the same list; the words carry the count: "Terlambat 2"."""

    def __init__(self, text: str, chosen: bool = False) -> None:
        super().__init__(text.replace("&", "&&"))
        self.setProperty("kind", "tab")
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setChecked(chosen)

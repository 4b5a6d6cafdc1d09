"""A QR code on the screen, for a phone to read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from paten_desk.ui.guard import guard

QUIET = 4  # modules of white around a code, as its standard asks
UNIT_PX, SMALL_PX = 4, 3
MANY = 60  # modules a side from which on they are drawn smaller


class Squares(QWidget):
    """Draws rows of modules, 1 for dark, each a whole number of pixels."""

    def __init__(self, name: str, modules: Sequence[bytes] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._modules: Sequence[bytes] = ()
        self.show_modules(modules)

    def show_modules(self, modules: Sequence[bytes]) -> None:
        """Show another code."""
        self._modules = modules
        self.setFixedSize(self.sizeHint())
        self.update()

    @guard(QSize(0, 0))
    def sizeHint(self) -> QSize:
        side = (len(self._modules) + 2 * QUIET) * self._unit() if self._modules else 0
        return QSize(side, side)

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))  # a reader needs true black on true white
        unit, ink = self._unit(), QColor("#000000")
        for y, modules in enumerate(self._modules, QUIET):
            for x, dark in enumerate(modules, QUIET):
                if dark:
                    painter.fillRect(x * unit, y * unit, unit, unit, ink)

    def _unit(self) -> int:
        return UNIT_PX if len(self._modules) < MANY else SMALL_PX

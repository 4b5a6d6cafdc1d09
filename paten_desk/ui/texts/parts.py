"""The left side of the editor: the parts of the letter, and the buttons that add, remove and move them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.texts.outline import Outline, block_at
from paten_desk.ui.widgets import column, row

WIDTH, SLIM = 300, 220
WIDE_PAGE = 700


class Parts(QWidget):
    """The outline with its buttons; the keys work wherever the cursor is, Del in the list alone.

    Signals:
        asked: A part is to be added.
        removed: The chosen part is to be taken away.
        moved: The chosen part is to go up (-1) or down (1).
    """

    asked = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.outline = Outline()
        self.add = Button("Tambah bagian", "", "plus", "Ctrl+N")
        self.remove, self.up, self.down = Button("Hapus", "small"), Button("Naik", "small"), Button("Turun", "small")
        for button in (self.remove, self.up, self.down):
            button.setAccessibleName(f"{button.words()} bagian")
        tools = row(self.remove, self.up, self.down, None, gap=6)
        self.setLayout(column(self.outline, row(self.add, None), tools, gap=t.S2))
        self.setFixedWidth(WIDTH)
        self.add.clicked.connect(self.asked)
        self.remove.clicked.connect(self.removed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        gone = QShortcut(QKeySequence("Del"), self.outline)
        gone.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        gone.activated.connect(self.remove.click)
        for key, button in (("Alt+Up", self.up), ("Alt+Down", self.down)):
            QShortcut(QKeySequence(key), self).activated.connect(button.click)

    def fit(self, key: str, count: int) -> None:
        """Let be pressed what can be done with the chosen part among so many blocks."""
        at = block_at(key)
        self.remove.setEnabled(at >= 0)
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < count - 1)

    def fit_into(self, width: int) -> None:
        """Leave room for the chosen part on a page of so many pixels."""
        self.setFixedWidth(WIDTH if width >= WIDE_PAGE else SLIM)

"""The frame of what is done once, page by page: the way at the left, words above, Kembali and one verb below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.fields import Field, show_problems
from paten_desk.ui.frame import PageFrame
from paten_desk.ui.guard import guard
from paten_desk.ui.progress import ProgressStrip
from paten_desk.ui.steps import Steps
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, picture, row

SIDE, SIDE_FROM = 216, 960
SMALLEST = QSize(480, 340)


class WizardPage(QWidget):
    """One page: what it is called in the way and above itself, and its fields.

    Signals:
        done: Enter where nothing is left to fill in; the way goes on.
    """

    done = Signal()
    stop = ""
    title = ""
    second = ""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.fields: dict[str, Field] = {}

    def begin(self) -> None:
        """Put the cursor where the page begins."""
        if self.fields:
            next(iter(self.fields.values())).editor.setFocus()

    def problems(self) -> list[Problem]:
        """List what this page still lacks."""
        return []

    def stand_under(self, problems: Sequence[Problem]) -> bool:
        """Stand problems under their fields, the cursor in the first; say whether none of them blocks."""
        first = show_problems(self.fields, problems)
        if first is not None:
            first.editor.setFocus()
        return not [problem for problem in problems if problem.blocks]


class Wizard(QWidget):
    """A window of short pages; what it does between them, whoever derives from it says."""

    def __init__(self, name: str, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(f"PATEN Desk · {name}")
        self.setMinimumSize(SMALLEST)
        self.title, self.second = label("", "title"), label("", "second", wrap=True)
        self.frame = PageFrame()
        self.pages = self.frame.stack
        self.back = Button("Kembali", key="Esc")
        self.next = Button("Lanjut", "primary", key="Ctrl+S")
        self.way = Steps()
        self._foot = QFrame()
        self._foot.setObjectName("footer")
        self._foot.setLayout(row(self.back, None, self.next, margins=(t.S5, 7, t.S5, 7)))
        self._head = clear(column(self.title, self.second, gap=0, margins=(t.S5, t.S3, t.S5, t.S3)))
        self._side = self._make_side(name)
        main = column(self._head, self.frame, ProgressStrip(tasks), self._foot, gap=0)
        main.setStretch(1, 1)
        box = row(self._side, main, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)

    def has_side(self) -> bool:
        """Say whether the way belongs beside the page that is shown."""
        return True

    def add_page(self, page: QWidget) -> None:
        """Put a page behind those that are there."""
        self.pages.addWidget(clear(column(page, margins=(t.S5, 0, t.S5, t.S4))))

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Show the way where there is room for it."""
        self._side.setVisible(self.has_side() and self.width() >= SIDE_FROM)

    def _make_side(self, name: str) -> QFrame:
        side = QFrame()
        side.setObjectName("rail")
        side.setFixedWidth(SIDE)
        words = column(label("PATEN Desk", "head"), label(name, "hint"), gap=0)
        mark = row(picture("landmark", t.ACCENT, 26), words, None, gap=10)
        side.setLayout(column(mark, t.S4, self.way, None, margins=(t.S4, t.S4, t.S3, t.S4)))
        return side

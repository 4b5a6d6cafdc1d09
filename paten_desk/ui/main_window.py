"""The frame of the counter: rail, top bar, pages, status bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLayout, QMainWindow, QWidget

from paten_desk.ui.bars import Status, StatusBar, TopBar
from paten_desk.ui.frame import PageFrame
from paten_desk.ui.guard import guard
from paten_desk.ui.key_help import key_help
from paten_desk.ui.page import Page
from paten_desk.ui.progress import ProgressStrip
from paten_desk.ui.rail import Rail, Room
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, row

SMALLEST = QSize(480, 340)  # 1024 × 768 at 200 % in logical pixels, less the frame of the window


class MainWindow(QMainWindow):
    """Shows one page at a time; a room's page is made on the first visit.

    A page looks again when it comes up and when the worker falls idle.

    `bars` holds what must be read on every page, above it.

    Signals:
        searched: Enter in the search box (what was typed).
        staff_asked: F12, another person takes over.
        moved: Another page came up (the room's name, "" for a page outside the rail).
        closing: The window is about to close; the worker has ended.
    """

    searched = Signal(str)
    staff_asked = Signal()
    moved = Signal(str)
    closing = Signal()

    def __init__(self, office: str, above: str, rooms: Sequence[Room], tasks: Tasks) -> None:
        super().__init__()
        self.setWindowTitle(f"PATEN Desk · {office}")
        self.setMinimumSize(SMALLEST)
        self._tasks, self._rooms = tasks, {room.name: room for room in rooms}
        self._pages: dict[str, Page] = {}
        self._trail: list[Page] = []
        self.top, self.rail, self.status = TopBar(office, above), Rail(rooms), StatusBar()
        self.frame = PageFrame()
        self.stack = self.frame.stack
        shell = QWidget()
        shell.setObjectName("shell")
        self.setCentralWidget(shell)
        self.bars = column(gap=0)
        middle = row(self.rail, self.frame, gap=0)
        box = column(self.top, self.bars, middle, ProgressStrip(tasks), self.status, gap=0)
        box.setStretch(2, 1)
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        shell.setLayout(box)
        self.rail.asked.connect(self.open_room)
        self.top.searched.connect(self.searched)
        tasks.idle.connect(self.refresh)
        for key, verb in (("Ctrl+K", self.top.take_cursor), ("F1", self.show_keys), ("F12", self.staff_asked.emit)):
            QShortcut(QKeySequence(key), self).activated.connect(verb)

    def take_scan(self, text: str) -> None:
        """Give what a scanner read to the open page; where it has no use for it, search for it."""
        page = self.page()
        if page is None or not page.take_scan(text):
            self.searched.emit(text)

    def page(self) -> Page | None:
        """Return the page that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def open_room(self, name: str) -> Page:
        """Show the page of a room, making it on the first visit, and return it."""
        if name not in self._pages:
            self._pages[name] = self._rooms[name].build()
        self._trail.clear()
        self._show(self._pages[name])
        self.rail.light(name)
        self.moved.emit(name)
        return self._pages[name]

    def open_page(self, page: Page) -> None:
        """Show a page over the one that is open, such as one request over the list; `go_back` returns from it."""
        if (below := self.page()) is not None:
            self._trail.append(below)
        self._show(page)
        self.moved.emit("")

    def go_back(self) -> None:
        """Return to the page below; a page that stands in no rail is forgotten."""
        if not self._trail:
            return
        left, below = self.page(), self._trail.pop()
        self._show(below)
        if left is not None and left not in self._pages.values():
            self.stack.removeWidget(left)
            left.deleteLater()
        self.moved.emit(next((name for name, page in self._pages.items() if page is below), ""))

    def refresh(self) -> None:
        """Let the open page look again."""
        if (page := self.page()) is not None:
            page.refresh()

    def show_status(self, status: Status) -> None:
        self.status.show_status(status)

    def show_keys(self) -> None:
        """Show the keys of the open page."""
        page = self.page()
        title = page.accessibleName() if page else "PATEN Desk"
        key_help(title, page.keys if page else (), self, searches=self.top.searches()).ask()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rail.fit(self.width())
        self.top.fit(self.width())
        super().resizeEvent(event)

    def may_close(self) -> bool:
        """Say whether the window may close now; one with more to do asks first."""
        return True

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if (page := self.page()) is not None:
            page.leave()
        if not self.may_close():
            event.ignore()
            return
        self._tasks.close()
        self.closing.emit()
        super().closeEvent(event)

    def _show(self, page: Page) -> None:
        before = self.page()
        if before is not None and before is not page:
            before.leave()
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        page.refresh()  # what it shows is laid out once, when it comes up
        self.stack.setCurrentWidget(page)
        page.begin()

"""Results while somebody types in the search box; Down goes to them, Enter opens the only one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from paten_desk.ui.guard import guard
from paten_desk.ui.main_window import MainWindow
from paten_desk.ui.search.page import SearchPage
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases.context import Context

SHORTEST = 2


class LiveSearch(QObject):
    """Watches the search box of a window and opens a page of results, one of which is always held ready.

    To make the page takes longer than to find anything, so it is made when the cursor comes into the box.
    """

    def __init__(self, box: QLineEdit, window: MainWindow, context: Context, tasks: Tasks) -> None:
        super().__init__(window)
        self._box, self._window, self._context, self._tasks = box, window, context, tasks
        self._ready: SearchPage | None = None
        box.textEdited.connect(self._typed)
        box.installEventFilter(self)
        window.moved.connect(self._prepare_soon)

    def page(self) -> SearchPage | None:
        """Return the page of the results where it is the open one."""
        page = self._window.page()
        return page if isinstance(page, SearchPage) else None

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._prepare_soon()
        is_down = (
            event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        )
        if is_down and (page := self.page()) is not None:
            page.take_cursor()
            return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        text, page = text.strip(), self.page()
        if page is None:
            if len(text) >= SHORTEST:
                page, self._ready = self._ready or SearchPage(self._context, self._tasks, ""), None
                page.is_live = True
                page.ask_for(text)
                self._window.open_page(page)
        elif not text:
            self._window.go_back()
        elif len(text) >= SHORTEST:
            page.is_live = True
            page.show_text(text)

    def _prepare_soon(self) -> None:
        QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        """Make the next page and lay it out, where the cursor is in the box and none is open."""
        if self._ready is None and self.page() is None and self._box.hasFocus():
            page = SearchPage(self._context, self._tasks, "")
            page.setParent(self._window.stack)
            page.hide()
            page.resize(self._window.stack.size())
            self._window.frame.arrange(page)
            page.warm()
            self._ready = page

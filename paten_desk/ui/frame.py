"""The place of the pages: where the window is smaller than a page can be, the page moves under it instead of being cut.

That is so on small screens with large text: 1024 × 768 at 200 % leaves a window of 512 × 384 logical pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QStackedWidget, QWidget

from paten_desk.ui.guard import guard
from paten_desk.ui.page import Page

AROUND = 40  # px kept in sight beside the cursor


class PageFrame(QScrollArea):
    """Shows one page of a stack, never smaller than the page's own least size."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget()
        self.setWidget(self.stack)
        self.stack.installEventFilter(self)
        self.stack.currentChanged.connect(lambda _: self.fit())
        self.setMinimumSize(1, 1)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def least(self, width: int = 0) -> QSize:
        """Return the size below which the shown page would lose something; lines wrap to `width` or more pixels."""
        page: QWidget | None = self.stack.currentWidget()
        if page is None:
            return QSize()
        least = page.minimumSizeHint().expandedTo(QSize(getattr(page, "least_width", 0), 0))
        layout = page.layout()
        if layout is not None and layout.hasHeightForWidth():
            wrapped = layout.minimumHeightForWidth(max(width, least.width()))
            least.setHeight(max(least.height(), wrapped))
        return least

    def arrange(self, page: Page) -> None:
        """Lay a page out for this place, shown or not yet."""
        page.arrange(self.maximumViewportSize().width())

    def fit(self) -> None:
        """Give the page the room there is, and more where it needs more even when laid out for that room."""
        room = self.maximumViewportSize()
        if isinstance(page := self.stack.currentWidget(), Page):
            self.arrange(page)
        bar = self.verticalScrollBar().sizeHint().width()
        least = self.least(room.width())
        if least.height() > room.height():
            room.setWidth(room.width() - bar)
            least = self.least(room.width())
        if least.width() > room.width():
            room.setHeight(room.height() - bar)
        wanted = room.expandedTo(least)
        if wanted != self.stack.size():
            self.stack.resize(wanted)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Keep the cursor in sight where the page is larger than its place."""
        if now is not None and self.stack.size() != self.viewport().size() and self.stack.isAncestorOf(now):
            self.ensureWidgetVisible(now, AROUND, AROUND)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.stack and event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

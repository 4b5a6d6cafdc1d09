"""Watches what keyboard and mouse do to the windows of the program, before any widget hears of it.

A filter on the application would be asked about every event of every widget, thousands when a page opens; a window
itself gets little more than keys, the mouse and its own size.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow


class WindowWatch(QObject):
    """An event filter on each window from the moment the keyboard comes to it."""

    def __init__(self, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app, self._watching = app, True
        app.focusWindowChanged.connect(self._follow)
        self._follow(app.focusWindow())

    def stop(self) -> None:
        """Watch nothing any more."""
        if not self._watching:
            return
        self._watching = False
        self._app.focusWindowChanged.disconnect(self._follow)
        for window in self._app.allWindows():
            window.removeEventFilter(self)

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

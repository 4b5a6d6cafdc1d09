"""One window on one data folder: it comes forward when the program is started once more, and the second one ends."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock
from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from paten_desk import paths
from paten_desk.domain.errors import PatenError
from paten_desk.ui import errors, log
from paten_desk.usecases import instance

LOOK_MS, PATIENCE_MS = 50, 3000
REFUSED = 1  # exit code, as of a command


def hold(
    app: QApplication, data: Path, window: Callable[[], QWidget | None], trouble: PatenError | None
) -> list[FileLock]:
    """Hold the folder, begin the log and listen; or end with the sentence that says why that cannot be.

    `trouble` is what stood in the way already before there was a window.
    """
    try:
        if trouble is not None:
            raise trouble
        lock = instance.hold(data)
    except PatenError as error:
        if (standing := window()) is not None:
            standing.hide()
        end(app, data, error)
        return []
    log.open_log(paths.log_dir(data))
    Listener(data, app).called.connect(lambda: bring(window()))
    return [lock]


def end(app: QApplication, data: Path, trouble: PatenError) -> None:
    """End with a sentence; it is shown where no window came forward instead."""

    def say(is_heard: bool) -> None:
        sys.stderr.write(f"{trouble}\n")
        if not is_heard:
            errors.show(trouble)
        app.exit(REFUSED)

    if isinstance(trouble, instance.InUse):
        Caller(data, say, app)
    else:
        say(False)


class Listener(QObject):
    """Hears the word that a second program leaves in the data folder.

    Signals:
        called: The window is wanted in front.
    """

    called = Signal()

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._data = data
        instance.take_call(data)  # of a second program that was killed
        self._watcher = QFileSystemWatcher([str(data)], self)
        self._watcher.directoryChanged.connect(self._look)

    def _look(self) -> None:
        if instance.take_call(self._data):
            self.called.emit()


class Caller(QObject):
    """Leaves a word for the first program and waits until it is taken; `then(heard)` is told whether it was."""

    def __init__(self, data: Path, then: Callable[[bool], object], parent: QObject) -> None:
        super().__init__(parent)
        self._data, self._then = data, then
        self._left = PATIENCE_MS // LOOK_MS if instance.call(data) else 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._left -= 1
        is_heard = self._left >= 0 and not instance.is_called(self._data)
        if is_heard or self._left <= 0:
            self._timer.stop()
            instance.take_call(self._data)
            self._then(is_heard)


def bring(window: QWidget | None) -> None:
    """Bring a window to the front, also when it is minimised; a dialog that waits for an answer stays above it."""
    if window is None:
        return
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    for each in (window, QApplication.activeModalWidget()):
        if each is not None:
            each.raise_()
            each.activateWindow()
    QApplication.alert(window)

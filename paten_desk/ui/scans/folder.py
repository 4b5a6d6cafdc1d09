"""The folder that the scanner or the phone writes into: what is new there is offered, and never moved or deleted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import scan_folders
from paten_desk.usecases.context import Context
from paten_desk.usecases.scan_folders import Stand

STILL_MS = 900  # a file that is the same for so long is whole; scanners write in bursts of less than half a second


class ScanFolder(QObject):
    """Watches one folder; a file is new until it was given out or left aside, and whole once it stopped growing.

    Signals:
        changed: Other files are waiting now.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks, folder: Path | None = None, still_ms: int = STILL_MS) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._folder: Path | None = None
        self._known: Stand = {}
        self._growing: Stand = {}
        self._waiting: Stand = {}
        self._began = False
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(lambda _: self.look())
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(still_ms)
        self._again.timeout.connect(self.look)
        self.watch(folder)

    def folder(self) -> Path | None:
        return self._folder

    def watch(self, folder: Path | None) -> None:
        """Watch another folder, or none; what lies there already is not new."""
        if folder == self._folder:
            return
        if gone := self._system.directories():
            self._system.removePaths(gone)
        self._again.stop()
        self._folder, self._began = folder, False
        self._known, self._growing, self._waiting = {}, {}, {}
        self.changed.emit()
        self.look()

    def look(self) -> None:
        """See what lies in the folder now; one that was pulled out is watched again once it is back."""
        watched = self._folder
        if watched is None or self._tasks.is_closed():
            return
        if str(watched) not in self._system.directories() and watched.is_dir():
            self._system.addPath(str(watched))
        self._tasks.run(lambda: scan_folders.stand(watched), lambda found: self._hear(watched, found))

    def waiting(self) -> list[Path]:
        """Return the new files that are whole, the oldest first."""
        return sorted(self._waiting, key=lambda path: (self._waiting[path][1], path.name))

    def take(self) -> list[Path]:
        """Give the new files out, or leave them aside: they are offered no more unless they change."""
        given = self.waiting()
        self._known |= self._waiting
        self._waiting = {}
        self.changed.emit()
        return given

    def _hear(self, watched: Path, found: Stand) -> None:
        if watched != self._folder:
            return
        if not self._began:
            self._began, self._known = watched.is_dir(), found  # all that is on a stick is old when it is plugged in
            return
        new = {path: seen for path, seen in found.items() if self._known.get(path) != seen}
        whole = {path: seen for path, seen in new.items() if self._growing.get(path, self._waiting.get(path)) == seen}
        self._growing = {path: seen for path, seen in new.items() if path not in whole}
        if self._growing:
            self._again.start()
        if whole != self._waiting:
            self._waiting = whole
            self.changed.emit()


def scan_folder(context: Context, tasks: Tasks) -> ScanFolder:
    """Return the one watcher of the program, which lives as long as its worker."""
    held = tasks.findChild(ScanFolder)
    if isinstance(held, ScanFolder):
        return held
    return ScanFolder(tasks, scan_folders.folder(context))

"""What the office window has for its safety: what the guards found, backups that are due, one that did not come."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from paten_desk.ui.backups.bars import FailedBar
from paten_desk.ui.backups.guard_bar import GuardBar
from paten_desk.ui.backups.keeper import Keeper
from paten_desk.ui.main_window import MainWindow
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases.context import Context

ROOM = "backups"


class Safeguards(QObject):
    """Puts the bars into a window and looks after the backups while it stands.

    Signals:
        decided: What a guard found was decided (the `Context` to go on with).
        restore_asked: The office shall come back from a backup (None: which one is still to be found).
        room_asked: The page of the backups is wanted (the room's name).
    """

    decided = Signal(object)
    restore_asked = Signal(object)
    room_asked = Signal(str)

    def __init__(self, context: Context, tasks: Tasks, window: MainWindow, key: str) -> None:
        """`key` opens the page of the backups; "" where this user has none."""
        super().__init__(window)
        self._context, self._tasks, self._window = context, tasks, window
        self.guard_bar, self.failed_bar = GuardBar(context), FailedBar(bool(key))
        self.keeper = Keeper(context, tasks, self)
        for bar in (self.guard_bar, self.failed_bar):
            window.bars.addWidget(bar)
        if key:
            window.status.lead_from("backup", key)
            window.status.asked.connect(lambda _: self.room_asked.emit(ROOM))
        self.failed_bar.opened.connect(lambda: self.room_asked.emit(ROOM))
        self.keeper.failed.connect(self.failed_bar.tell)
        self.keeper.made.connect(self.failed_bar.hide)
        self.guard_bar.decided.connect(self.decided)
        self.guard_bar.restore_asked.connect(lambda: self.restore_asked.emit(None))
        self.guard_bar.look()

    def look(self) -> None:
        """Look at what changes while the office works."""
        self.keeper.look()

    def day_closed(self) -> None:
        """Bring the closed day into a backup."""
        self.keeper.after_closing()

    def may_leave(self) -> bool:
        """Offer a backup where one is due; say whether the window may close."""
        from paten_desk.ui.backups.leaving import may_leave

        return may_leave(self._context, self._tasks, self._window)

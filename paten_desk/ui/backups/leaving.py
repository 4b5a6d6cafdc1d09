"""On leaving: a backup is offered, shown while it is made, and never holds anybody."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from paten_desk.domain.backups import Backup
from paten_desk.domain.errors import PatenError
from paten_desk.domain.roles import Right, may
from paten_desk.ui import tokens as t
from paten_desk.ui.backups.keeper import TITLE
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.reports import Report, attempt
from paten_desk.ui.tasks import Job, Progress, Tasks
from paten_desk.ui.widgets import clear, column, label
from paten_desk.usecases import backup_turns, backups, setup
from paten_desk.usecases.backups import Due, Moment
from paten_desk.usecases.context import Context

LEAVE, MAKE = "leave", "make"
WITHOUT = (LEAVE, "Keluar tanpa cadangan")
KEYS = {LEAVE: "Ctrl+Q"}
WIDE = 420


def may_leave(context: Context, tasks: Tasks, parent: QWidget) -> bool:
    """Offer a backup where one is due, and say whether the window may close now."""
    if not setup.is_open() or not may(context.user.roles, Right.BACK_UP):
        return True
    if not backup_turns.is_wanted(context, Moment.LEAVING):
        return True
    way = _ask(backups.due(context, Moment.LEAVING), parent)
    while way == MAKE:
        making = Making(context, tasks, parent)
        way = making.ask()
        if making.error is not None:
            way = _ask_again(making.error, parent)
    return way == LEAVE


def _ask(due: Due, parent: QWidget) -> str:
    if due.here:
        words = f"{due.records} catatan belum ada di cadangan mana pun. {due.here[0].name} sudah terpasang."
        verb = "Cadangkan, lalu keluar"
    else:
        words = f"{due.records} catatan belum ada di cadangan mana pun. Pasang {due.missing[0].name} bila ada."
        verb = "Sudah terpasang, cadangkan"
    verbs = (("", BACK), WITHOUT, (MAKE, verb))
    return Notice("Cadangkan sebelum keluar?", words, verbs, icon="hard-drive", keys=KEYS, parent=parent).ask()


def _ask_again(error: PatenError, parent: QWidget) -> str:
    verbs = (("", BACK), WITHOUT, (MAKE, "Ulangi"))
    return Notice(error.message, error.hint, verbs, tone="warn", keys=KEYS, parent=parent).ask()


class Making(Notice):
    """Shows how far the backup is; ends by itself, with LEAVE when it is proven, else with what stood in the way.

    Attributes:
        error: What stood in the way, or None.

    """

    def __init__(self, context: Context, tasks: Tasks, parent: QWidget) -> None:
        self.bar, self.said = QProgressBar(), label("", "second", wrap=True)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(TITLE)
        self.bar.setMinimumWidth(WIDE)
        self.said.setMinimumHeight(self.said.sizeHint().height())
        self.error: PatenError | None = None
        super().__init__(
            "Cadangan sedang dibuat",
            "Program menutup sendiri sesudah cadangan teruji. Jangan cabut flashdisk dahulu.",
            (WITHOUT, ("", "Batal")),
            icon="hard-drive",
            inside=clear(column(self.bar, self.said, gap=t.S1)),
            keys=KEYS,
            parent=parent,
        )
        self._context, self._tasks = context, tasks
        self._job: Job | None = None
        tasks.progressed.connect(self._show)
        self.finished.connect(self._stop)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._job = self._tasks.run_long(TITLE, self._make, self._made)

    def _make(self, report: Report) -> Backup | PatenError:
        return attempt(lambda: backup_turns.make_next(self._context, report))

    def _show(self, job: Job, progress: Progress) -> None:
        if job is self._job:
            self.bar.setRange(0, progress.total)
            self.bar.setValue(progress.done)
            self.said.setText(progress.text)

    def _made(self, outcome: Backup | PatenError) -> None:
        if not isValid(self) or not self.isVisible():
            return  # the user went on without it
        if isinstance(outcome, PatenError):
            self.error = outcome
            self.reject()
        else:
            self.value = LEAVE
            self.accept()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

"""Backups while the office works: made in the background when one is due; one that fails is said once."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from paten_desk.domain.backups import Backup
from paten_desk.domain.errors import PatenError
from paten_desk.ui.reports import Report, attempt
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import backup_turns, backups
from paten_desk.usecases.backups import Due, Moment
from paten_desk.usecases.context import Context

TITLE = "Membuat cadangan"
PAUSE = timedelta(hours=1)  # after one that failed or was stopped


class Keeper(QObject):
    """Looks whether a backup is due when it is told to.

    Signals:
        made: A backup was made and proven.
        failed: A backup did not come to be (`PatenError`); it is not tried again for an hour.
    """

    made = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._tasks = context, tasks
        self._tried: datetime | None = None

    def look(self) -> None:
        """Make a backup if 200 records wait for one and a place is plugged in."""
        context = self._context
        if backup_turns.is_wanted(context) and not self._rests():
            self._tasks.run(lambda: backups.due(context), self._decide)

    def after_closing(self) -> None:
        """Make a backup after whatever is made already: it holds the closed day; no place that is here is told."""
        context = self._context
        if backup_turns.is_wanted(context, Moment.CLOSING):
            self._tasks.run(lambda: backups.due(context, Moment.CLOSING), self._begin_if_due)

    def _rests(self) -> bool:
        if any(job.title == TITLE for job in self._tasks.long_work()):
            return True
        wrong = backup_turns.failed(self._context)
        last = max((at for at in (self._tried, wrong.at if wrong else None) if at is not None), default=None)
        return last is not None and timedelta() <= self._context.now() - last < PAUSE

    def _decide(self, due: Due) -> None:
        if due.here and not self._rests():
            self._begin_if_due(due)

    def _begin_if_due(self, due: Due) -> None:
        if due.is_due:
            self._tried = self._context.now()
            self._tasks.run_long(TITLE, self._make, self._made)

    def _make(self, report: Report) -> Backup | PatenError:
        """Return what was made, or what stood in the way: it is said beside the work and does not stop it."""
        return attempt(lambda: backup_turns.make_next(self._context, report))

    def _made(self, outcome: Backup | PatenError) -> None:
        if not isValid(self):
            return  # another person goes on in a window of their own, whose status bar tells it
        if isinstance(outcome, PatenError):
            self.failed.emit(outcome)
        else:
            self._tried = None
            self.made.emit()

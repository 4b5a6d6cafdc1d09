"""How far long work is: a strip above the status bar, so that the counter stays usable, or a dialog where it is not."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QProgressBar, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.guard import guard
from paten_desk.ui.reports import Report, T
from paten_desk.ui.tasks import Job, Progress, Tasks
from paten_desk.ui.widgets import column, label, row


class ProgressStrip(QFrame):
    """Shows the long work of the worker, its time left and Batal; hides itself when there is none."""

    def __init__(self, tasks: Tasks, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.setObjectName("progress")
        self._clock = clock
        self._began_at: float | None = None
        self._jobs: list[Job] = []
        self._title, self._second, self._left = label("", "strong"), label("", "second"), label("", "hint")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(160)
        self.cancel = Button("Batal", "small")
        self.cancel.clicked.connect(self._cancel)
        box = row(self._title, self._second, self.bar, self._left, self.cancel, gap=t.S3, margins=(t.S4, 6, t.S4, 6))
        box.setStretchFactor(self.bar, 1)
        self.setLayout(box)
        self.hide()
        tasks.began.connect(self._begin)
        tasks.progressed.connect(self._show)
        tasks.ended.connect(self._end)

    def _begin(self, job: Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._show(job, Progress(job.title))

    def _show(self, job: Job, progress: Progress) -> None:
        if not self._jobs or job is not self._jobs[0] or job.is_cancelled():
            return
        if progress.done == 0 or self._began_at is None:
            self._began_at = self._clock()
        self._title.setText(progress.title)
        self._second.setText(progress.text)
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.bar.setAccessibleName(progress.title)
        self._left.setText(time_left(self._clock() - self._began_at, progress.done, progress.total))
        self.cancel.setEnabled(True)
        self.show()

    def _end(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self._began_at = None
        if self._jobs:
            self._show(self._jobs[0], Progress(self._jobs[0].title))
        else:
            self.hide()

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[0].cancel()
            self.cancel.setEnabled(False)
            self._second.setText("sedang dihentikan")
            self._left.setText("")


class ProgressDialog(QDialog):
    """Holds the user while nothing else can be done, as during the first set-up or a restore; Esc is Batal."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setWindowTitle("PATEN Desk")
        self.setMinimumWidth(520)
        self.strip = ProgressStrip(tasks)
        self.setLayout(column(self.strip, margins=(t.S2, t.S4, t.S2, t.S4)))
        tasks.ended.connect(lambda _: self.accept())

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.strip.cancel.click()
        else:
            super().keyPressEvent(event)


def run_and_wait(
    tasks: Tasks, title: str, work: Callable[[Report], T], done: Callable[[T], None], parent: QWidget | None = None
) -> Job:
    """Run long work behind a dialog that shows how far it is."""
    dialog = ProgressDialog(tasks, parent)
    job = tasks.run_long(title, work, done)
    dialog.open()
    return job


def time_left(passed_s: float, done: int, total: int) -> str:
    """Say how long work still takes, as soon as that can be known."""
    if done <= 0 or total <= done or passed_s < 2:
        return ""
    left = passed_s / done * (total - done)
    if left < 50:
        return f"kira-kira {max(5, round(left / 5) * 5)} detik lagi"
    return f"kira-kira {max(1, round(left / 60))} menit lagi"

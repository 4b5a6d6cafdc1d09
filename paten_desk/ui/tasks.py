"""Work off the window's thread: the only place in the program that makes a thread."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal

TYPE_CHECKING = False  # in the first window Qt's import hook would read the whole source of `typing`
if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor
    from typing import Any

    from paten_desk.ui.reports import Report, T


class Cancelled(Exception):
    """The user pressed Batal; raised inside the work by its next report."""


class Progress:
    """How far long work has come.

    Attributes:
        total: In the units of `done`; 0 while it is not known.
        text: What is being done now, in Indonesian; may be empty.

    """

    def __init__(self, title: str, done: int = 0, total: int = 0, text: str = "") -> None:
        self.title, self.done, self.total, self.text = title, done, total, text


class Job:
    """Work that was handed over; `cancel` stops it at its next report, or before it begins."""

    def __init__(self, title: str, done: Callable[[Any], None]) -> None:
        from threading import Event  # read whole by the hook as well

        self.title = title
        self._done = done
        self._stop = Event()

    def cancel(self) -> None:
        self._stop.set()

    def is_cancelled(self) -> bool:
        return self._stop.is_set()

    def check(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def deliver(self, outcome: object) -> None:
        self._done(outcome)


class Tasks(QObject):
    """One worker thread, first come first served.

    Signals:
        idle: The last waiting job has ended and its result was delivered.
        began: Long work waits or runs now (Job).
        progressed: Long work reported (Job, Progress).
        ended: Long work is over: done, failed or cancelled (Job).
    """

    idle = Signal()
    began = Signal(object)
    progressed = Signal(object, object)
    ended = Signal(object)
    _outcome = Signal(object, object)
    _reported = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._made: ThreadPoolExecutor | None = None
        self._closed = False
        self._waiting: list[Job] = []
        self._outcome.connect(self._deliver)
        self._reported.connect(self.progressed)

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> Job:
        """Call `work()` on the worker, then `done(result)` on the window's thread.

        An error of `work` is raised on the window's thread, where `ui.errors` shows it.
        """
        return self._start(Job("", done), work)

    def run_long(self, title: str, work: Callable[[Report], T], done: Callable[[T], None]) -> Job:
        """Call `work(report)` on the worker and show how far it is; `title` says what it does, in Indonesian.

        `work` calls `report(done, total, text)` between chunks of at most 30 ms; that is where Batal takes effect.
        Cancelled work calls `done` no more.
        """
        job = Job(title, done)

        def report(done: int, total: int, text: str = "") -> None:
            job.check()
            self._reported.emit(job, Progress(title, done, total, text))

        started = self._start(job, lambda: work(report))
        self.began.emit(job)
        return started

    def busy(self) -> bool:
        """Say whether work waits, runs or has a result not yet delivered."""
        return bool(self._waiting)

    def is_closed(self) -> bool:
        """Say whether nothing can be run any more."""
        return self._closed

    def long_work(self) -> list[Job]:
        """Return the long work that waits or runs."""
        return [job for job in self._waiting if job.title]

    def wait(self) -> None:
        """Block until the worker is empty and every result is delivered; for closing the program and for tests."""
        while self._waiting:
            self._worker().submit(lambda: None).result()
            QCoreApplication.sendPostedEvents(self)

    def close(self) -> None:
        """Cancel long work, wait for the rest and end the worker; nothing can be run afterwards."""
        for job in self._waiting:
            if job.title:
                job.cancel()
        self.wait()
        self._closed = True
        self._worker().shutdown()

    def _start(self, job: Job, work: Callable[[], object]) -> Job:
        self._waiting.append(job)

        def run() -> None:
            try:
                job.check()
                outcome: object = work()
            except BaseException as error:  # carried to the window's thread and raised there
                outcome = _Failure(error)
            self._outcome.emit(job, outcome)

        self._worker().submit(run)
        return job

    def _worker(self) -> ThreadPoolExecutor:
        """Return the one worker, made with the first work: nothing of it is needed to paint the first window."""
        if self._made is None:
            from concurrent.futures import ThreadPoolExecutor

            self._made = ThreadPoolExecutor(max_workers=1, thread_name_prefix="paten-worker")
        return self._made

    def _deliver(self, job: Job, outcome: object) -> None:
        self._waiting.remove(job)
        try:
            if job.title:
                self.ended.emit(job)
            if not isinstance(outcome, _Failure):
                job.deliver(outcome)
            elif not isinstance(outcome.error, Cancelled):
                raise outcome.error
        finally:
            if not self._waiting:
                self.idle.emit()


class _Failure:
    def __init__(self, error: BaseException) -> None:
        self.error = error

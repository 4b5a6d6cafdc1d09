"""Nobody at the keyboard: when the window is to be covered, and when the office is to be closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from paten_desk.ui.guard import guard
from paten_desk.ui.window_watch import WindowWatch
from paten_desk.usecases.clock import steady

# A counter stands open to the public, so both are stricter than the 15 minutes and 12 hours of NIST SP 800-63B, AAL3.
IDLE_S = 5 * 60
OPEN_S = 10 * 60 * 60
LOOK_MS = 20_000  # Qt's timers stand still while the computer sleeps, so one long timer would wake too late
HANDS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Idle(WindowWatch):
    """Watches keys and mouse of the whole program.

    Signals:
        rested: No key and no mouse for five minutes; said once until somebody is there again.
        ended: Ten hours have passed since the login; said at every look.
    """

    rested = Signal()
    ended = Signal()

    def __init__(
        self, app: QApplication, parent: QObject, began: float | None = None, ticks: Callable[[], float] = steady
    ) -> None:
        """`began` is when somebody logged in, on the clock `ticks`, which nobody can turn; now without it."""
        super().__init__(app, parent)
        self._ticks = ticks
        self._last = ticks()
        self._began = self._last if began is None else began
        self._told = False
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def look(self) -> None:
        """Say what has to be said now."""
        now = self._ticks()
        if now - self._began >= OPEN_S:
            self.ended.emit()
        elif now - self._last >= IDLE_S and not self._told:
            self._told = True
            self.rested.emit()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._looking.stop()
        super().stop()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in HANDS:
            self._last, self._told = self._ticks(), False
        return False

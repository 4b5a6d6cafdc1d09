"""A scanner that types like a keyboard: what it types is caught in every field and never left there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from paten_desk.domain.proofs import PREFIXES
from paten_desk.ui.guard import guard
from paten_desk.ui.window_watch import WindowWatch

GAP_MS = 60  # scanners leave 1 to 50 ms between two keys, people 80 and more
LONGEST = 500


class Scanner(WindowWatch):
    """Watches the keys of the whole program for a PATEN code.

    Keys are held back while they may be the beginning of a code, at most `gap_ms` each; where they turn out to be
    somebody typing, they go on to the field they were meant for. Capital lock turns letters over and is undone.

    Signals:
        scanned: A code was read (without its ending Enter).
    """

    scanned = Signal(str)

    def __init__(self, app: QApplication, parent: QObject, gap_ms: int = GAP_MS) -> None:
        super().__init__(app, parent)
        self._held: list[QKeyEvent] = []
        self._text = ""
        self._target: QWindow | None = None
        self._releasing = False
        self._gap = QTimer(self)
        self._gap.setSingleShot(True)
        self._gap.setInterval(gap_ms)
        self._gap.timeout.connect(self._last_look)

    def is_reading(self) -> bool:
        """Say whether keys are held back now."""
        return bool(self._held)

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._releasing or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow):
            return False
        return self._take(watched, event)

    def _take(self, target: QWindow, event: QKeyEvent) -> bool:
        """Hold a key back, or let it pass."""
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_code():
            self._end()
            return True
        text = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and len(text) == 1 and text.isprintable() and self._may_be(self._text + text):
            if not self._held:
                self._target = target
            self._held.append(event.clone())
            self._text += text
            self._gap.start()
            return True
        if self._held:
            self._release()
            return self._take(target, event) if self._may_be(text) and text else False
        return False

    def _may_be(self, text: str) -> bool:
        upper = text.upper()
        begins = any(prefix.startswith(upper) or upper.startswith(prefix) for prefix in PREFIXES)
        return bool(text) and len(text) <= LONGEST and begins

    def _is_code(self) -> bool:
        return self._text.upper().startswith(PREFIXES) and len(self._text) > len(PREFIXES[0])

    def _end(self) -> None:
        text = self._text if self._text.startswith(PREFIXES[0][0]) else self._text.swapcase()
        self._forget()
        self.scanned.emit(text)

    def _last_look(self) -> None:
        """Let keys that already wait behind a busy moment come first; only then give up."""
        held = len(self._held)
        QTimer.singleShot(0, self, lambda: self._give_up(held))

    def _give_up(self, held: int) -> None:
        if not self._held or len(self._held) != held:
            return
        if self._is_code():
            self._forget()  # a code that broke off belongs in no field
        else:
            self._release()

    def _release(self) -> None:
        """Give the held keys to the window, which knows the field they are meant for."""
        held, target = self._held, self._target
        self._forget()
        if target is None or not isValid(target):
            return
        self._releasing = True
        try:
            for event in held:
                QCoreApplication.sendEvent(target, event)
        finally:
            self._releasing = False

    def _forget(self) -> None:
        self._gap.stop()
        self._held, self._text, self._target = [], "", None

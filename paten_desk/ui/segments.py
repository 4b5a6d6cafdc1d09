"""Two to four short choices in one line; arrow keys move, nothing opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import row

PAD = 2 * 9 + 3  # beside the words, as the style sheet says, and the edges
MOST_WHOLE = 5  # more of them are tabs of a page, which need all the room there is

Choice = tuple[str, str]
"""A value and the words that stand for it."""


class Segments(QWidget):
    """A choice of one among a few; nothing is chosen before `chosen` says so.

    Signals:
        changed: The user chose another value.
        entered: Enter was pressed.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(self, name: str, choices: Sequence[Choice], chosen: str = "") -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        box, bold = row(gap=0), QFontMetrics(theme.semibold(t.CAPTION))
        for at, (value, words) in enumerate(choices):
            part = QPushButton(words.replace("&", "&&"))
            part.setAccessibleName(f"{name}: {words}")
            part.setProperty("kind", "segment")
            part.setProperty("edge", "first" if at == 0 else "last" if at == len(choices) - 1 else "middle")
            part.setCheckable(True)
            part.setAutoDefault(False)
            if len(choices) <= MOST_WHOLE:
                part.setMinimumWidth(bold.horizontalAdvance(words) + PAD)  # the chosen one is bold
            part.installEventFilter(self)
            self._group.addButton(part, at)
            self._buttons[value] = part
            box.addWidget(part)
        self._group.idToggled.connect(self._toggled)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(next(iter(self._buttons.values())))
        if chosen:
            self.choose(chosen)

    def chosen(self) -> str:
        """Return the chosen value, or "" while nothing is chosen."""
        return next((value for value, part in self._buttons.items() if part.isChecked()), "")

    def choose(self, value: str) -> None:
        """Choose without telling anybody; "" takes the choice back."""
        blocked = self.blockSignals(True)
        if value:
            has_cursor = any(part.hasFocus() for part in self._buttons.values())
            self._buttons[value].setChecked(True)
            self.setFocusProxy(self._buttons[value])
            if has_cursor:
                self._buttons[value].setFocus()
        elif checked := self._group.checkedButton():
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)
        self.blockSignals(blocked)

    def stops(self) -> list[QWidget]:
        """Return the choices one after the other, for the order of Tab: whichever is chosen, the next field is one."""
        return list(self._buttons.values())

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
                return True
            if event.key() == Qt.Key.Key_Space and isinstance(watched, QPushButton):
                watched.setChecked(True)
                return True
        return super().eventFilter(watched, event)

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self.setFocusProxy(self._group.button(at))
            self.changed.emit(list(self._buttons)[at])

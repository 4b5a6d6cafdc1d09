"""What every field is: a label above, an editor, one line below; and the one field that the first window needs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from paten_desk.ui import icons, theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import clear, column, label, row

TYPE_CHECKING = False  # Qt's import hook would read the whole source of `typing`
if TYPE_CHECKING:  # the first of them that is named makes the types of all events, and the first window needs none
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent

MARK_PX = 15


class Field(QWidget):
    """One question of a form.

    Enter moves on to the next field; in a field of several lines Ctrl+Enter does.

    Signals:
        changed: The user changed the answer.
        left: The user went on to another field.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, editor: QWidget, hint: str = "", *, optional: bool = False) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.name, self.editor, self._hint = name, editor, hint
        self.then: Callable[[], object] | None = None
        editor.setAccessibleName(name)
        head = label(name, "label")
        head.setBuddy(editor)
        self._below = label(hint, "hint", wrap=True)
        self._problem = ""
        self._mark = QLabel()
        self._mark.setFixedSize(MARK_PX, MARK_PX)
        self._mark.hide()
        under = row(clear(column(2, self._mark, None, gap=0)), self._below, gap=6)
        under.setStretch(1, 1)
        self._under = clear(under)
        top = row(head, None, *([label("boleh kosong", "hint")] if optional else []))
        self.setLayout(column(top, editor, self._under, None, gap=3))
        self._watch()
        editor.setAccessibleDescription(hint)
        if not hint:
            self._under.hide()

    def show_problem(self, text: str, *, blocks: bool = True) -> None:
        """Say under the field what is wrong and what to do, or take it back with ""; a warning has no red border."""
        if not text and not self._problem:
            self._say_hint()
            return
        self._problem = text
        tone = ("late" if blocks else "warn") if text else ""
        self._mark.setPixmap(
            icons.pixmap("circle-alert" if blocks else "triangle-alert", t.TONES[tone or "late"].ink, MARK_PX)
        )
        self._mark.setVisible(bool(text))
        self._below.setText(text or self._hint)
        self._below.setProperty("role", "second" if text else "hint")
        self._below.setProperty("tone", tone)
        self._under.setVisible(bool(text or self._hint))
        self.editor.setProperty("problem", bool(text) and blocks)
        self.editor.setAccessibleDescription(text or self._hint)
        theme.restyle(self._below)
        theme.restyle(self.editor)

    def problem(self) -> str:
        """Return what is wrong as it stands on the screen, or ""."""
        return self._problem

    def say(self, hint: str) -> None:
        """Change the hint; a problem hides it."""
        self._hint = hint
        if not self._problem:
            self.show_problem("")

    def go_on(self) -> None:
        """Do what Enter does: move to the next field, or what `then` says instead."""
        if self.then is not None:
            self.then()
        else:
            self.focusNextPrevChild(True)

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = QtCore.QEvent.Type
        if isinstance(event, QtGui.QFocusEvent) and event.type() == kind.FocusOut and not passes(event):
            self._leave()
        if isinstance(event, QtGui.QKeyEvent) and event.type() == kind.KeyPress and self._goes_on(event):
            self.go_on()
            return True
        return super().eventFilter(watched, event)

    def _watch(self) -> None:
        """See what the editor is told before it does."""
        for part in (self.editor, *self.editor.findChildren(QLineEdit)):
            part.installEventFilter(self)

    def _say_hint(self) -> None:
        self._below.setText(self._hint)
        self._under.setVisible(bool(self._hint))
        self.editor.setAccessibleDescription(self._hint)

    def _leave(self) -> None:
        self.left.emit()

    def _goes_on(self, event: QKeyEvent) -> bool:
        return is_enter(event)


class SecretField(Field):
    """A password or PIN: dots, never shown, never copied."""

    def __init__(self, name: str, hint: str = "") -> None:
        self.line = _SecretLine()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setProperty("scale", "big")
        super().__init__(name, self.line, hint)
        self.line.textEdited.connect(self.changed)

    def value(self) -> str:
        return self.line.text()

    def clear_value(self) -> None:
        self.line.clear()

    def _watch(self) -> None:
        self.line.entered.connect(self.go_on)
        self.line.left.connect(self._leave)


class _SecretLine(QLineEdit):
    """Tells its field itself: a filter in Python sees every event, and the first one makes all kinds of them."""

    entered = Signal()
    left = Signal()

    @guard(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    @guard(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not passes(event):
            self.left.emit()


def is_enter(event: QKeyEvent) -> bool:
    """Say whether a key is Enter, with nothing held down beside it."""
    key, modifier = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
    held = event.modifiers() & ~modifier.KeypadModifier
    return event.key() in (key.Key_Return, key.Key_Enter) and held == modifier.NoModifier


def passes(event: QFocusEvent) -> bool:
    """Say whether the cursor left for a moment only, such as for a menu or another window."""
    reason = QtCore.Qt.FocusReason
    passing = (reason.PopupFocusReason, reason.ActiveWindowFocusReason, reason.MenuBarFocusReason)
    return event.reason() in passing

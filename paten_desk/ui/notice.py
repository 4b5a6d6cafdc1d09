"""The one shape of a dialog: an icon, a sentence, a second one, something to fill in, verbs at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import Part, column, label, picture, row

BACK = "Kembali"
MARK_PX = 28


class Notice(QDialog):
    """Says something and waits for one of its verbs; Esc is the first of them, the way back.

    Verbs are (value, words); the last one is the primary button. `value` is what the user chose, or "".
    `keys` are keys of their own for verbs by value ("Ctrl+Q").
    """

    def __init__(
        self,
        message: str,
        second: str,
        verbs: Sequence[tuple[str, str]],
        *,
        tone: str = "accent",
        icon: str = "",
        inside: QWidget | None = None,
        allowed: Callable[[], bool] = lambda: True,
        keys: Mapping[str, str] = MappingProxyType({}),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent or QApplication.activeWindow())
        self.setObjectName("notice")
        self.setWindowTitle("PATEN Desk")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setAccessibleName(message)
        self.setAccessibleDescription(second)
        self.value = ""
        self._allowed = allowed
        own = [label(message, "lead", wrap=True), *([label(second, wrap=True)] if second else [])]
        words: list[Part] = [*own]
        if inside is not None:
            words += [t.S1, inside]
        mark = picture(icon or (MARKS[tone] if tone != "accent" else "circle-help"), t.TONES[tone].ink, MARK_PX)
        top = row(column(mark, None, gap=0), column(*words, gap=t.S2), gap=t.S4)
        top.setStretch(1, 1)
        self.buttons = {
            value: Button(text, "primary" if at == len(verbs) - 1 else "", key=keys.get(value, ""))
            for at, (value, text) in enumerate(verbs)
        }
        for value, button in self.buttons.items():
            button.clicked.connect(lambda _=False, value=value: self._choose(value))
        foot = row(None, *self.buttons.values())
        box = column(top, t.S3, foot, margins=(t.S5, t.S5, t.S5, t.S4))
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.setLayout(box)
        beside = foot.sizeHint().width() - MARK_PX - t.S4
        for words_label in own:
            words_label.setFixedWidth(max(404, beside, inside.sizeHint().width() if inside else 0))
        self._first = inside or list(self.buttons.values())[-1]
        self._first.setFocus()

    def focus_on(self, value: str) -> None:
        """Let Enter press the verb with this value, where the primary one must not be pressed in passing."""
        self.buttons[value].setFocus()

    def ask(self) -> str:
        """Show the dialog and return the value of the verb, "" where the user went back."""
        self.exec()
        return self.value

    def _choose(self, value: str) -> None:
        primary = value == list(self.buttons)[-1]
        if primary and not self._allowed():
            return
        self.value = value
        self.accept()

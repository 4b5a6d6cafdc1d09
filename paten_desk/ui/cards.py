"""White cards and what stands in them: heads, figures, facts, empty states."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.widgets import Part, clear, column, fill, label, picture, row


class Card(QFrame):
    """White, hairline, rounded; a head with a note beside it and something at its right end, all optional."""

    def __init__(self, head: str = "", right: QWidget | None = None, *, pad: int = t.S4, note: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = column(margins=(pad, pad - 4 if head else pad, pad, pad))
        self.setLayout(self.body)
        if head:
            self.setAccessibleName(head)
            self.note = label(note, "hint")
            fill(self.body, row(label(head, "head"), self.note, None, *([right] if right else [])))

    def add(self, *parts: Part) -> Card:
        """Put parts under what is there already, as `column` takes them."""
        fill(self.body, *parts)
        return self


class Figure(Card):
    """One number of the day, what it counts, and a note."""

    def __init__(self, number: str, name: str, note: str = "", tone: str = "") -> None:
        super().__init__(pad=t.S3)
        self._number, self._note = label(number, "figure", tone=tone), label(note, "hint", tone=tone)
        self._top = row(self._number, None)
        self.add(self._top, column(label(name, "strong"), self._note, gap=0))
        self._name = name
        self.show_number(number, note)

    def show_number(self, number: str, note: str = "") -> None:
        self._number.setText(number)
        self._note.setText(note)
        self.setAccessibleName(f"{self._name}: {number}. {note}".strip())


class Empty(QWidget):
    """What will stand here and how to begin, with the button that begins it; never only "no data"."""

    def __init__(self, icon: str, what: str, how: str, action: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._what, self._how = label(what, "head"), label(how, "second", wrap=True)
        for each in (self._what, self._how):
            each.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        parts: list[Part] = [None, row(None, picture(icon, t.ACCENT_LINE, 40), None), 4, self._what, self._how]
        if action:
            parts += [4, row(None, action, None)]
            self.setFocusProxy(action)
        self.setLayout(column(*parts, None, gap=t.S1, margins=(t.S5, t.S4, t.S5, t.S4)))

    def say(self, what: str, how: str) -> None:
        """Say something else, such as that a search found nothing."""
        self._what.setText(what)
        self._how.setText(how)


def fact(icon: str, name: str, value: str, note: str = "") -> QWidget:
    """Return one fact of a side panel: icon, what it is, what it says, and a note under it."""
    words: list[Part] = [label(name, "hint"), label(value, "strong", wrap=True)]
    if note:
        words.append(label(note, "hint", wrap=True))
    return clear(row(column(2, picture(icon, t.INK_3, 18), None, gap=0), column(*words, gap=0), gap=10))


def sum_line(name: str, value: str, *, strong: bool = False) -> QWidget:
    """Return a name with its number at the right end."""
    number: QLabel = label(value, "strong")
    return clear(row(label(name, "strong" if strong else ""), None, number))

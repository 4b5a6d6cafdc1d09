"""Somebody recorded already who may be the person being typed anew: said in one line, taken by one key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.registration.suggest import person_words
from paten_desk.ui.widgets import column, label, picture, row
from paten_desk.usecases.context import Context
from paten_desk.usecases.people import PersonRow


class DoublesLine(QFrame):
    """Hidden while nobody is like the typed person.

    Signals:
        taken: The recorded person is meant (id).
    """

    taken = Signal(str)

    def __init__(self, context: Context, *, keys: bool) -> None:
        super().__init__()
        self.setProperty("panel", "warn")
        self._context = context
        self._shown: list[PersonRow] = []
        self._words, self._second = label("", wrap=True), label("", "hint", wrap=True)
        self.use = Button("Pakai data ini", "small", key="Shift+F2" if keys else "")
        if keys:
            self.use.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        words = column(self._words, self._second, gap=0)
        box = row(picture("users", t.TONES["warn"].ink, 20), words, self.use, gap=t.S3)
        box.setContentsMargins(12, 6, 12, 6)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.use.clicked.connect(lambda: self.taken.emit(self._shown[0].id))
        self.hide()

    def show_people(self, found: Sequence[PersonRow]) -> None:
        """Say who is like the typed person; nobody hides the line."""
        self._shown = list(found)
        self.setVisible(bool(found))
        if not found:
            return
        self._words.setText(f"Sudah tercatat: {person_words(self._context, found[0])}")
        others = "; ".join(person_words(self._context, row) for row in found[1:])
        said = "Bila ini orang yang sama, pakai datanya agar tidak tercatat dua kali."
        self._second.setText(f"{said} Mirip juga: {others}." if others else said)
        self.setAccessibleName(f"{self._words.text()}. {self._second.text()}")

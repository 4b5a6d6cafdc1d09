"""Why registrations are held back now, said where one would be made."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from paten_desk.ui import tokens as t
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import label, picture, row
from paten_desk.usecases import guards
from paten_desk.usecases.context import Context


class HeldNote(QFrame):
    """A line above the form; hidden while registrations pass."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("panel", "late")
        self._context = context
        self.words = label("", wrap=True)
        box = row(picture(MARKS["late"], t.TONES["late"].ink, 20), self.words, gap=t.S3)
        box.setContentsMargins(t.S3, t.S2, t.S3, t.S2)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.hide()

    def look(self) -> None:
        """Look whether a registration would pass now."""
        held = guards.held_back(self._context)
        words = f"Pendaftaran ditahan. {held}" if held else ""
        if words != self.words.text():
            self.words.setText(words)
            self.setAccessibleName(words)
            self.setVisible(bool(words))

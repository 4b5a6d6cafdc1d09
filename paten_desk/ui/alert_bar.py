"""What is told above every page: a line with a way on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import column, label, picture, row


class AlertBar(QFrame):
    """An icon, two lines of words, buttons; hidden until there is something to say."""

    def __init__(self, tone: str, *buttons: Button) -> None:
        super().__init__()
        self.setProperty("panel", tone)
        self.words, self.second = label("", "strong", wrap=True), label("", "second", wrap=True)
        self._marks = {each: picture(MARKS[each], t.TONES[each].ink, 20) for each in ("warn", "late")}
        box = row(*self._marks.values(), column(self.words, self.second, gap=0), *buttons, gap=t.S3)
        box.setContentsMargins(t.S4, 6, t.S4, 6)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._tone(tone)
        self.hide()

    def say(self, words: str, second: str, tone: str) -> None:
        """Say this and come up."""
        self._tone(tone)
        self.words.setText(words)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.setAccessibleName(f"{words} {second}".strip())
        self.show()

    def _tone(self, tone: str) -> None:
        for each, mark in self._marks.items():
            mark.setVisible(each == tone)
        self.setProperty("panel", tone)
        theme.restyle(self)

"""A time of day as people type it: 9.30, 09:30, 0930, pukul 9."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtWidgets import QLineEdit

from paten_desk.domain.formats import hour
from paten_desk.ui.fields import Field

_APART = re.compile(r"(\d{1,2})(?:[.:, ](\d{2}))?")
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")


class TimeField(Field):
    """An hour and its minutes; when it is left, what was typed turns into 09.30."""

    def __init__(self, name: str, hint: str = "") -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText("jam.menit")
        super().__init__(name, self.line, hint)
        self.line.textEdited.connect(self.changed)

    def value(self) -> time | None:
        """Return the time, or None where the field is empty or names none."""
        return read_time(self.line.text())[0]

    def set_value(self, value: time | None) -> None:
        self.line.setText(hour(value) if value else "")
        self.show_problem("")

    def _leave(self) -> None:
        at, problem = read_time(self.line.text())
        if at:
            self.line.setText(hour(at))
        self.show_problem(problem)
        self.left.emit()


def read_time(text: str) -> tuple[time | None, str]:
    """Read a time as people write it, and say in one sentence why it cannot be read; empty is no time, no problem."""
    typed = text.lower().removeprefix("pukul").removeprefix("jam").strip()
    if not typed:
        return None, ""
    found = _APART.fullmatch(typed) or _TOGETHER.fullmatch(typed)
    if found is None:
        return None, "Tulis jam seperti 9.30 atau 14.05."
    hours, minutes = int(found[1]), int(found[2] or 0)
    if hours > 23 or minutes > 59:
        return None, "Jam paling besar 23 dan menit paling besar 59."
    return time(hours, minutes), ""

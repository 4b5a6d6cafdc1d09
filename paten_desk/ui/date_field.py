"""A date as people type it: 21-11-2026, 21/11/2026, 21112026, 21 November 2026, 21 nov 2026."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from PySide6.QtWidgets import QLineEdit

from paten_desk.domain.formats import MONTHS, long_date
from paten_desk.ui.fields import Field

_NUMBERS = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d+)")
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")
_WORDS = re.compile(r"(\d{1,2})[\s./-]*([a-z]+)[\s./-]*(\d+)")
_ALSO = {"agu": 8, "agt": 8, "ags": 8, "pebruari": 2, "peb": 2, "nop": 11, "nopember": 11, "mrt": 3}


class DateField(Field):
    """A day; when it is left, what was typed turns into 21 November 2026."""

    def __init__(self, name: str, hint: str = "", *, optional: bool = False, small: bool = False) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText("tanggal-bulan-tahun")
        if small:
            self.line.setProperty("scale", "small")
        super().__init__(name, self.line, hint, optional=optional)
        self.line.textEdited.connect(self.changed)

    def value(self) -> date | None:
        """Return the day, or None where the field is empty or names none."""
        return read_date(self.line.text())[0]

    def set_value(self, value: date | None) -> None:
        self.line.setText(long_date(value) if value else "")
        self.show_problem("")

    def _leave(self) -> None:
        day, problem = read_date(self.line.text())
        if day:
            self.line.setText(long_date(day))
        self.show_problem(problem)
        self.left.emit()


def read_date(text: str) -> tuple[date | None, str]:
    """Read a day as people write it, and say in one sentence why it cannot be read.

    An empty text is no day and no problem.
    """
    typed = " ".join(text.lower().replace(",", " ").split())
    if not typed:
        return None, ""
    for pattern in (_TOGETHER, _NUMBERS, _WORDS):
        if found := pattern.fullmatch(typed):
            day, month, year = found.groups()
            return _day(int(day), _month(month), year)
    return None, "Tulis tanggal seperti 21-11-2026 atau 21 November 2026."


def _day(day: int, month: int, year: str) -> tuple[date | None, str]:
    if not 1 <= month <= 12:
        return None, "Nama atau nomor bulan tidak dikenal. Tulis seperti 21 November 2026."
    if len(year) != 4 or not 1900 <= int(year) <= 2199:
        return None, "Tulis tahun dengan empat angka, misalnya 2026."
    last = monthrange(int(year), month)[1]
    if not 1 <= day <= last:
        name = MONTHS[month - 1] + (f" {year}" if month == 2 else "")
        return None, f"{name} hanya {last} hari." if day else "Tanggal dimulai dari 1."
    return date(int(year), month, day), ""


def _month(word: str) -> int:
    """Return the number of a month given as a number, a name or the beginning of a name; 0 where it is none."""
    if word.isdigit():
        return int(word)
    if word in _ALSO:
        return _ALSO[word]
    found = [at for at, name in enumerate(MONTHS, 1) if len(word) >= 3 and name.lower().startswith(word)]
    return found[0] if len(found) == 1 else 0

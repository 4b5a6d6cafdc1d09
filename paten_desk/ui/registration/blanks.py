"""The blanks of a service's paper as fields: words, dates, numbers, rupiah, hours and lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from paten_desk.domain.catalogue import ServiceField
from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import rupiah
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import AreaField, Field, TextField
from paten_desk.ui.number_fields import digits_of
from paten_desk.ui.widgets import clear, column, empty, fill, row

Row = Mapping[str, str]
MOST = 3  # fields to a line


class NumberField(TextField):
    """A whole number or an amount in rupiah; kept as digits, or with a comma as it is typed."""

    def __init__(self, name: str, *, money: bool) -> None:
        super().__init__(name, longest=20)
        self._money = money

    def value(self) -> str:
        """Return the digits of an amount, or the number as typed."""
        return digits_of(self.line.text().split(",")[0]) if self._money else super().value()

    def set_value(self, value: str) -> None:
        super().set_value(rupiah(int(value)) if self._money and value.isdecimal() else value)

    def unread(self) -> str:
        """Say what is wrong with what was typed, or ""."""
        typed = super().value()
        if self._money:
            readable = not typed or bool(self.value())
            return "" if readable else "Tulis jumlah rupiah dengan angka, misalnya 1500000."
        plain = typed.replace(",", "").replace(".", "")
        return "" if not typed or plain.isdecimal() else "Isi dengan angka saja."

    def _leave(self) -> None:
        wrong = self.unread()
        if not wrong:
            self.set_value(self.value())
        self.show_problem(wrong)
        self.left.emit()


class HourField(TextField):
    """An hour of the day: 730, 7.30 and 07:30 become 07.30."""

    def __init__(self, name: str) -> None:
        super().__init__(name, longest=5)
        self.line.setPlaceholderText("07.30")

    def value(self) -> str:
        return read_hour(self.line.text()) or super().value()

    def unread(self) -> str:
        """Say what is wrong with what was typed, or ""."""
        return "" if not super().value() or read_hour(self.line.text()) else "Tulis jam seperti 07.30."

    def _leave(self) -> None:
        self.set_value(self.value())
        self.show_problem(self.unread())
        self.left.emit()


class ListField(Field):
    """A short table; a button adds a row."""

    def __init__(self, name: str, columns: Sequence[tuple[str, str]]) -> None:
        self._columns = tuple(columns)
        self._lines: list[dict[str, QLineEdit]] = []
        self._stack = column(gap=t.S1)
        super().__init__(name, clear(self._stack))
        self._more = Button("Tambah baris", "quiet", "plus")
        self._more.clicked.connect(self._add_and_go)
        self._foot = clear(row(self._more, None))
        self._grow()

    def value(self) -> tuple[Row, ...]:
        """Return the rows that hold anything."""
        typed = [{key: " ".join(part.text().split()) for key, part in line.items()} for line in self._lines]
        return tuple(each for each in typed if any(each.values()))

    def set_value(self, value: Sequence[Row]) -> None:
        empty(self._stack, keep=(self._foot,))
        self._lines = []
        for each in value or ({},):
            self._grow(each)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*(cell for line in self._lines for cell in line.values()), self._more]

    def _grow(self, values: Row | None = None) -> None:
        line = {key: self._cell(words, (values or {}).get(key, "")) for key, words in self._columns}
        self._lines.append(line)
        self._stack.removeWidget(self._foot)
        fill(self._stack, row(*line.values()), self._foot)
        stops = self.stops()
        self.editor.setFocusProxy(stops[0])
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _cell(self, words: str, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setProperty("scale", "small")
        made.setPlaceholderText(words)
        made.setAccessibleName(f"{self.name}: {words}")
        made.textEdited.connect(lambda _: self.changed.emit())
        made.installEventFilter(self)
        return made

    def _add_and_go(self) -> None:
        self._grow()
        first = next(iter(self._lines[-1].values()))
        first.show()  # at once, or the cursor could not go there yet
        first.setFocus()


def read_hour(text: str) -> str:
    """Return an hour as 07.30, or "" where the text names none."""
    digits = digits_of(text)
    if len(digits) in (1, 2) and text.strip().isdecimal():
        digits += "00"
    if not 3 <= len(digits) <= 4 or set(text.strip()) - set("0123456789.: "):
        return ""
    hour, minute = int(digits[:-2]), int(digits[-2:])
    return f"{hour:02}.{minute:02}" if hour < 24 and minute < 60 else ""


Blank = TextField | AreaField | DateField | ListField


def field_for(blank: ServiceField) -> Blank:
    """Return the field in which a blank of this kind is filled."""
    made: Blank
    if blank.kind == "long":
        made = AreaField(blank.label, lines=2)
    elif blank.kind == "date":
        made = DateField(blank.label)
    elif blank.kind in ("number", "rupiah"):
        made = NumberField(blank.label, money=blank.kind == "rupiah")
    elif blank.kind == "time":
        made = HourField(blank.label)
    elif blank.kind == "list":
        return ListField(blank.label, blank.columns)
    else:
        made = TextField(blank.label)
    if not blank.required:
        (made.area if isinstance(made, AreaField) else made.line).setPlaceholderText("boleh kosong")
    return made


def lay_out(grid: QGridLayout, fields: Sequence[QWidget], columns: int) -> None:
    """Set fields so many to a line, in the order of the paper; long ones and lists take a line of their own."""
    while grid.takeAt(0) is not None:
        continue
    line, at = 0, 0
    for field in fields:
        wide = isinstance(field, (AreaField, ListField))
        if at and (wide or at == columns):
            line, at = line + 1, 0
        grid.addWidget(field, line, at, 1, columns if wide else 1)
        line, at = (line + 1, 0) if wide else (line, at + 1)
    for column_ in range(MOST):
        grid.setColumnStretch(column_, 1 if column_ < columns else 0)


def unread_problems(fields: Mapping[str, Blank]) -> list[Problem]:
    """List what is typed and cannot be read, so that it would be lost; field names as in the request."""
    found = []
    for key, field in fields.items():
        if isinstance(field, DateField):
            wrong = read_date(field.line.text())[1]
        else:
            wrong = field.unread() if isinstance(field, (NumberField, HourField)) else ""
        if wrong:
            found.append(Problem(f"fields.{key}", wrong))
    return found


def texts(fields: Mapping[str, Blank]) -> dict[str, str]:
    """Return what is filled, by key; a date as ISO text."""
    found = {}
    for key, field in fields.items():
        if not isinstance(field, ListField):
            value = field.value()
            found[key] = value.isoformat() if isinstance(value, date) else value or ""
    return {key: text for key, text in found.items() if text}


def lists(fields: Mapping[str, Blank]) -> dict[str, tuple[Row, ...]]:
    """Return the rows of the lists that hold any."""
    return {key: field.value() for key, field in fields.items() if isinstance(field, ListField) and field.value()}


def put(fields: Mapping[str, Blank], values: Mapping[str, str], rows: Mapping[str, Sequence[Row]]) -> None:
    """Fill the fields."""
    for key, field in fields.items():
        if isinstance(field, ListField):
            field.set_value(rows.get(key, ()))
        elif isinstance(field, DateField):
            text = values.get(key, "")
            field.set_value(date.fromisoformat(text) if text else None)
        else:
            field.set_value(values.get(key, ""))

"""Dari lembar kertas: number and time of the slip that was filled by hand while the computer could not be used."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal

from paten_desk.domain.errors import Problem
from paten_desk.domain.pads import written
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import Field, TextField, show_problems
from paten_desk.ui.number_fields import digits_of
from paten_desk.ui.time_field import TimeField, read_time
from paten_desk.ui.widgets import clear, row
from paten_desk.usecases.context import Context

SERIAL, LONGEST = 4, 6  # digits of a slip's number as printed, and at most


class SlipCard(Card):
    """Three short fields; hidden while somebody stands at the counter.

    Signals:
        changed: The user changed something.
        left: The user left a field (its name in the visit).
        pads_asked: The list of slips is wanted.
        closed: This visit is not from paper after all.
    """

    changed = Signal()
    left = Signal(str)
    pads_asked = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        self.pads = Button("Buku kertas", "quiet", "book-open")
        self.close_it = Button("Bukan dari kertas", "quiet", "x")
        verbs = clear(row(self.pads, self.close_it, gap=t.S1))
        super().__init__("Dari lembar kertas", verbs, pad=t.S3)
        self._context = context
        self.number = TextField("Nomor lembar", "Misalnya K-2026-0007.", longest=12)
        self.day, self.at = DateField("Tanggal di lembar"), TimeField("Jam di lembar")
        fields = row(self.number, self.day, self.at, gap=t.S3)
        for place, share in enumerate((4, 4, 3)):
            fields.setStretch(place, share)
        self.add(fields)
        for name, field in self.fields().items():
            field.changed.connect(self.changed)
            field.left.connect(lambda name=name: self.left.emit(name))
        self.pads.clicked.connect(self.pads_asked)
        self.close_it.clicked.connect(self.closed)
        self.hide()

    def fields(self) -> dict[str, Field]:
        """Return the fields by the name they have in a visit; day and hour are one time there."""
        return {"pad_number": self.number, "pad_day": self.day, "happened_at": self.at}

    def show_slip(self, number: int, happened_at: datetime | None) -> None:
        """Show what a kept visit says of its slip, or nothing where it is from no paper."""
        self.number.set_value(f"{number:0{SERIAL}d}" if number else "")
        self.day.set_value(happened_at.date() if happened_at else None)
        self.at.set_value(happened_at.timetz().replace(tzinfo=None) if happened_at else None)
        for field in self.fields().values():
            field.show_problem("")
        self.setVisible(bool(number or happened_at))

    def show_next(self, number: int, day: date | None) -> None:
        """Offer the slip after this one, with its day."""
        self.show_slip(number + 1, None)
        self.day.set_value(day)

    def pad_number(self) -> int:
        """Return the number on the slip; a year typed before it falls away. 0 where there is none."""
        digits = digits_of(self.number.value().split("-")[-1])
        return int(digits[-LONGEST:]) if digits and not self.isHidden() else 0

    def happened_at(self) -> datetime | None:
        """Return when the slip was filled, in office time, or None."""
        day, at = self.day.value(), self.at.value()
        if self.isHidden() or day is None or at is None:
            return None
        return datetime.combine(day, at, self._context.now().tzinfo)

    def words(self) -> str:
        """Name the slip as it is printed: K-2026-0007."""
        happened = self.happened_at()
        return written(self.pad_number(), happened.year if happened else self._context.today().year)

    def own_problems(self) -> list[Problem]:
        """List what is missing or cannot be read."""
        if self.isHidden():
            return []
        found = []
        if not self.pad_number():
            found.append(Problem("pad_number", "Isi nomor lembar kertas."))
        if self.day.value() is None:
            found.append(Problem("pad_day", read_date(self.day.line.text())[1] or "Isi tanggal di lembar kertas."))
        if self.at.value() is None:
            found.append(Problem("happened_at", read_time(self.at.line.text())[1] or "Isi jam di lembar kertas."))
        return found

    def show_problems(self, problems: list[Problem], only: str = "") -> Field | None:
        """Stand problems under their fields; return the first that blocks."""
        return show_problems(self.fields(), problems, only)

    def begin(self) -> None:
        """Put the cursor into the first empty field."""
        empty = (field for field in (self.number, self.day, self.at) if not field.line.text())
        next(empty, self.number).editor.setFocus()

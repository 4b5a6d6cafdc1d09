"""Jam kerja: the week of the office and of its counter, the fasting month, local days off, from a day on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from paten_desk.domain.calendar_settings import WEEKDAYS, CalendarSettings, Season, tidy
from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import full_date, long_date
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import Field, TextField, show_problems
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import calendars, offices
from paten_desk.usecases.context import Context

COLUMNS = (Column("Tanggal", 212), Column("Hari libur", strong=True))
FRIDAY, SATURDAY = 4, 5
SEASON = "Ramadan"
MOST_SILENCE = 60
LIST_HIGH = 190


class HoursTab(QWidget):
    """The office's hours, to be saved as a whole; a local day off is a record of its own.

    Signals:
        saved: The office itself changed too (the new `Context`).
    """

    saved = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self._held = calendars.settings(context)
        self.week = [TextField(f"Kantor, {day}", small=True) for day in WEEKDAYS]
        self.counter = [TextField(f"Loket, {day}", small=True) for day in WEEKDAYS]
        self.first, self.last = DateField("Hari pertama", small=True), DateField("Hari terakhir", small=True)
        self.fasting = [
            TextField(words, small=True) for words in ("Senin sampai Kamis, puasa", "Jumat, puasa", "Sabtu, puasa")
        ]
        self.since = DateField("Berlaku sejak", "Hari yang sudah lewat tidak berubah.", small=True)
        self.silence = TextField(
            "Batas diam, hari kerja", "Tanpa keputusan, permohonan dianggap dikabulkan.", small=True
        )
        self.fields: dict[str, Field] = {
            **{f"week.{at}": field for at, field in enumerate(self.week)},
            **{f"counter.{at}": field for at, field in enumerate(self.counter)},
            "seasons.first": self.first,
            "seasons.last": self.last,
            "seasons.week.0": self.fasting[0],
            f"seasons.week.{FRIDAY}": self.fasting[1],
            f"seasons.week.{SATURDAY}": self.fasting[2],
            "since": self.since,
            "silence": self.silence,
        }
        nothing = Empty(
            "calendar-days", "Belum ada hari libur setempat", "Tambahkan hari jadi kabupaten dan sejenisnya."
        )
        self.days = Table("Hari libur setempat", COLUMNS, nothing, keys=(("↑↓", "pilih"),))
        self.add = Button("Tambah", "", "plus", "Ctrl+N")
        self.remove = Button("Hapus", "", "delete", "Ctrl+D")
        self.note = label("", "second")
        self.undo = Button("Urungkan", icon="undo-2", key="Ctrl+R")
        self.save = Button("Simpan", "primary", "save", "Ctrl+S")
        self.setLayout(column(scroll(self._cards()), row(self.note, None, self.undo, self.save), gap=t.S3))
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self.refresh)
        self.save.clicked.connect(self._save)
        for name, field in self.fields.items():
            field.changed.connect(self._changed)
            field.left.connect(lambda name=name: self._left(name))
        self.refresh()

    def refresh(self) -> None:
        """Read the hours again; what was typed is taken back."""
        held = self._held = calendars.settings(self._context)
        today = self._context.today()
        for fields, texts in ((self.week, held.week), (self.counter, held.counter or ("",) * len(WEEKDAYS))):
            for field, text in zip(fields, texts, strict=True):
                field.set_value(_shown(text))
        season = self._season() or Season(SEASON, today, today)
        coming = self._season() is not None
        self.first.set_value(season.first if coming else None)
        self.last.set_value(season.last if coming else None)
        for field, at in zip(self.fasting, (0, FRIDAY, SATURDAY), strict=True):
            field.set_value(_shown(season.week[at]))
        self.since.set_value(max(held.since, today))
        self.silence.set_value(str(self._context.office.silence_days))
        show_problems(self.fields, [])
        rows = [Row(day, (full_date(date.fromisoformat(day)), name)) for day, name in sorted(held.local.items())]
        self.days.show_rows(rows, len(rows))
        self.remove.setEnabled(bool(rows))
        self._changed()

    def begin(self) -> None:
        """Put the cursor into the hours of Monday."""
        self.week[0].editor.setFocus()

    def typed(self) -> CalendarSettings:
        """Return the hours as they stand on the form."""
        shown = self._season()
        seasons = [each for each in self._held.seasons if each is not shown]
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None:
            usual, friday, saturday = (tidy(field.value()) for field in self.fasting)
            week = (*(usual,) * FRIDAY, friday, saturday, "")
            seasons.append(Season(shown.name if shown else SEASON, first, last, week))
        counter = tuple(tidy(field.value()) for field in self.counter)
        return replace(
            self._held,
            since=self.since.value() or self._context.today(),
            week=tuple(tidy(field.value()) for field in self.week),
            counter=counter if any(counter) else (),
            seasons=tuple(seasons),
        )

    def problems(self) -> list[Problem]:
        """List what is wrong with the form, by the names of `fields`."""
        found = []
        for name, field in (("seasons.first", self.first), ("seasons.last", self.last), ("since", self.since)):
            if wrong := read_date(field.line.text())[1]:
                found.append(Problem(name, wrong))
        if not found and (self.first.value() is None) is not (self.last.value() is None):
            lacking = "first" if self.first.value() is None else "last"
            found.append(Problem(f"seasons.{lacking}", "Isi kedua tanggal, atau kosongkan keduanya."))
        days = self.silence.value()
        if not days.isdecimal() or not 1 <= int(days) <= MOST_SILENCE:
            found.append(Problem("silence", f"Isi angka 1 sampai {MOST_SILENCE}."))
        made = self.typed()
        mine = f"seasons.{len(made.seasons) - 1}."
        for each in calendars.check(self._context, made):
            found.append(Problem(each.field.replace(mine, "seasons."), each.text, each.blocks))
        return found

    def _season(self) -> Season | None:
        """Return the season on the form: the last one, unless it is over."""
        last = self._held.seasons[-1] if self._held.seasons else None
        return last if last is not None and last.last >= self._context.today() else None

    def _save(self) -> None:
        first = show_problems(self.fields, self.problems())
        if first is not None:
            first.editor.setFocus()
            return
        made = self.typed()
        if self._is_changed(made):
            calendars.change(self._context, made)
        days = int(self.silence.value())
        if days != self._context.office.silence_days:
            self._context = offices.change(self._context, replace(self._context.office, silence_days=days))
            self.saved.emit(self._context)
        self.refresh()

    def _add(self) -> None:
        day, name = DateField("Tanggal"), TextField("Nama hari libur")

        def check() -> list[Problem]:
            if wrong := read_date(day.line.text())[1]:
                return [Problem("day", wrong)]
            return calendars.check_local_day(self._context, day.value(), name.value())

        fields: dict[str, Field] = {"day": day, "name": name}
        words = "Janji yang dibuat sesudah ini melewati hari itu; janji yang sudah dicetak tetap."
        if ask_form("Tambah hari libur setempat", words, (day, name), fields, check, verb="Tambah", parent=self):
            calendars.add_local_day(self._context, day.value(), name.value())
            self.refresh()

    def _remove(self) -> None:
        day = self.days.current()
        if day is None:
            return
        words = f"{self._held.local[day]}, {long_date(date.fromisoformat(day))}, menjadi hari kerja lagi."
        if dialogs.confirm("Hapus hari libur setempat ini?", words, "Hapus", careful=True, parent=self):
            kept = {each: name for each, name in self._held.local.items() if each != day}
            since = max(self._held.since, self._context.today())
            calendars.change(self._context, replace(self._held, since=since, local=kept))
            self.refresh()

    def _left(self, name: str) -> None:
        show_problems(self.fields, self.problems(), name)

    def _is_changed(self, made: CalendarSettings) -> bool:
        since = max(self._held.since, self._context.today())
        return made != replace(self._held, since=since)

    def _changed(self) -> None:
        changed = self._is_changed(self.typed()) or self.silence.value() != str(self._context.office.silence_days)
        usual = f"Jam kerja ini berlaku sejak {long_date(self._held.since)}." if self._held.id else ""
        self.note.setText(
            "Ada perubahan yang belum disimpan." if changed else usual or "Jam kerja menurut Perpres 21/2023."
        )
        self.undo.setEnabled(changed)
        self.save.setEnabled(changed)

    def _cards(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.S3)
        grid.setVerticalSpacing(t.S1)
        for at, (office, counter) in enumerate(zip(self.week, self.counter, strict=True)):
            grid.addWidget(office, at, 0)
            grid.addWidget(counter, at, 1)
        how = "Tulis 07.30-12.00 13.00-16.00; kosongkan hari libur. Loket yang kosong semua buka selama jam kantor."
        week = Card("Jam kantor dan jam loket").add(label(how, "hint", wrap=True), clear(grid), None)
        fasting = Card("Ramadan").add(row(self.first, self.last, gap=t.S3), self.fasting[0])
        fasting.add(row(self.fasting[1], self.fasting[2], gap=t.S3))
        self.days.setFixedHeight(LIST_HIGH)
        local = Card("Hari libur setempat").add(self.days, row(None, self.remove, self.add))
        rules = Card("Berlaku").add(row(self.since, self.silence, gap=t.S3))
        both = row(week, clear(column(fasting, rules, local, None, gap=t.S3)), gap=t.S3)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return clear(column(both, None))


def _shown(text: str) -> str:
    return text.replace(":", ".")

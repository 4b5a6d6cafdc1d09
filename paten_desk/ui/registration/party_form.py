"""One person or body on the form: the NIK and what it says, a known citizen in one line, or all the fields."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.identity import digits_of
from paten_desk.domain.people import Party, PartyKind
from paten_desk.ui import tokens as t
from paten_desk.ui.date_field import read_date
from paten_desk.ui.fields import Field, show_problems
from paten_desk.ui.registration.doubles import DoublesLine
from paten_desk.ui.registration.known import KnownLine
from paten_desk.ui.registration.nik import facts_of, words_of
from paten_desk.ui.registration.party_fields import PartyFields
from paten_desk.ui.widgets import clear, column, label, picture, row
from paten_desk.usecases import people
from paten_desk.usecases.context import Context

TELLING = frozenset({"name", "birth_date", "village"})  # what somebody recorded before is known by


class PartyForm(QWidget):
    """Reads a party, and shows what is odd about it under the field that was left.

    Signals:
        changed: The user changed something.
        left: The user left a field (its name in the party).
        recalled: A citizen who came before stands in the form now.
        again_asked: The same as last time is wanted.
        twins_asked: The records of one citizen are to be compared (id of the person).
    """

    changed = Signal()
    left = Signal(str)
    recalled = Signal()
    again_asked = Signal()
    twins_asked = Signal(str)

    def __init__(self, context: Context, kind: PartyKind = PartyKind.PERSON, *, big: bool = True) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self._base = Party(kind)
        self._known = False
        self.fields = PartyFields(context, big=big)
        self.line, self.doubles = KnownLine(context, keys=big), DoublesLine(context, keys=big)
        self._says = label("", "second", wrap=True)
        mark = picture("circle-check", t.TONES["good"].ink, 16)
        decoded = row(column(1, mark, None, gap=0), self._says, gap=6)
        decoded.setStretch(1, 1)
        self._decoded = clear(decoded)
        self.setLayout(
            column(self.fields.represents, self.fields.nik, self._decoded, self.line, self.doubles, self.fields, gap=6)
        )
        self.line.change_asked.connect(self.open)
        self.line.again_asked.connect(self.again_asked)
        self.line.twins_asked.connect(lambda: self.twins_asked.emit(self._base.person))
        for chosen in (self.fields.chosen, self.doubles.taken):
            chosen.connect(self.take_person)
        self.fields.nik.changed.connect(self._nik_changed)
        self.fields.name_field.changed.connect(self._fit)
        for name, field in self.fields.by_name().items():
            field.changed.connect(self.changed)
            field.left.connect(lambda name=name: self.left.emit(name))
            if name in TELLING:
                field.left.connect(self._look_for_doubles)
        self.set_kind(kind)
        self._read_nik()

    def value(self) -> Party:
        """Return the party as it stands in the form."""
        return self.fields.value(self._base)

    def set_value(self, party: Party) -> None:
        """Put a party into the form; one whom the counter knows stands there as one line."""
        self._base = party
        self._known = bool(party.person)
        self.fields.set_value(party)
        self.fields.show_kind(party.kind)
        self.line.show_party(party)
        self.doubles.show_people(())
        self._read_nik()
        self._fit()

    def take_person(self, person: str) -> None:
        """Take a citizen by the id of their record; the look is recorded."""
        self.take(people.open_person(self._context, person))

    def take(self, party: Party) -> None:
        """Take a citizen who came before."""
        self.set_value(replace(party, kind=self._base.kind, represents=self.value().represents))
        self.changed.emit()
        self.recalled.emit()

    def set_kind(self, kind: PartyKind) -> None:
        """Ask as a person, an institution or a village government is asked; what is typed stays."""
        self._base = replace(self._base, kind=kind)
        self.fields.show_kind(kind)
        self._fit()

    def is_known(self) -> bool:
        """Say whether a citizen who came before stands here as one line."""
        return self._known

    def is_empty(self) -> bool:
        return self.value() == Party(self._base.kind)

    def says(self) -> str:
        """Return what the NIK says, as it stands on the screen, or ""."""
        return self._says.text()

    def open(self) -> None:
        """Show all fields of a known citizen, to be changed."""
        self._known = False
        self._fit()
        self.fields.name_field.editor.setFocus()

    def show_problems(self, problems: list[Problem], only: str = "") -> Field | None:
        """Stand problems under their fields; a hidden one brings all fields up. Return the first that blocks."""
        fields = self.fields.by_name()
        first = show_problems(fields, problems, only)
        self._decoded.setVisible(bool(self._says.text()) and first is not self.fields.nik)
        if first is not None and first is not self.fields.nik and self._known:
            self._known = False
            self._fit()
        return first

    def own_problems(self) -> list[Problem]:
        """List what is typed and cannot be read, so that it would be lost."""
        wrong = read_date(self.fields.birth_date.line.text())[1]
        return [Problem("birth_date", wrong)] if wrong else []

    def begin(self) -> None:
        """Put the cursor where a new citizen begins."""
        (self.fields.represents if self.fields.represents.isVisibleTo(self) else self.fields.nik).editor.setFocus()

    def _nik_changed(self) -> None:
        nik = self.fields.nik.value()
        if self._known and nik != digits_of(self._base.nik):
            self.fields.set_value(Party(self._base.kind))
            self._base, self._known = Party(self._base.kind), False
            self.fields.nik.set_value(nik)
        if self.fields.nik.is_full() and not self.fields.name_field.value():
            found = people.recall(self._context, nik)
            if found is not None:
                self.take(found)
                return
        self._read_nik()
        self._fit()

    def _look_for_doubles(self) -> None:
        """Say who is recorded already, once enough of a new citizen is typed."""
        typed = self.value()
        is_new = not self._known and not typed.person and typed.kind is PartyKind.PERSON
        self.doubles.show_people(people.doubles(self._context, typed) if is_new else ())

    def _read_nik(self) -> None:
        facts = facts_of(self._context, self.fields.nik.value())
        held = self._base.birth_date if self._known else None
        if facts and held in facts.births:
            facts = replace(facts, births=(held,) if held else ())
        self._says.setText(" · ".join(("16 angka", *words_of(self._context, facts))) if facts else "")
        self._decoded.setVisible(facts is not None)
        self.fields.offer_births(facts.births if facts else ())
        if facts and not self.fields.sex.value() and self._base.kind is PartyKind.PERSON:
            self.fields.sex.set_value(facts.sex)

    def _fit(self) -> None:
        self.line.setVisible(self._known)
        self.fields.setVisible(not self._known)
        person = self._base.kind is PartyKind.PERSON
        nameless = not self.fields.name_field.value()
        self.fields.no_nik_reason.setVisible(person and not self.fields.nik.value() and not nameless)

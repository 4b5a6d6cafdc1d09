"""The fields of a person or body in the order of the card, and how a party is read from them and put into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.office import village_title
from paten_desk.domain.people import Party, PartyKind
from paten_desk.ui import tokens as t
from paten_desk.ui.date_field import DateField
from paten_desk.ui.fields import ChoiceField, Field, TextField
from paten_desk.ui.number_fields import NikField, PhoneField
from paten_desk.ui.registration.nik import SEXES, CitizenNik
from paten_desk.ui.registration.suggest import (
    LONGEST_NUMBER,
    SHORTEST_NUMBER,
    NameField,
    PersonFinder,
    SuggestField,
    VillageField,
)
from paten_desk.ui.segments import Segments
from paten_desk.ui.widgets import clear, column, empty, fill, label, row
from paten_desk.usecases import reference
from paten_desk.usecases.context import Context

SHORT = 62  # px, three digits of RT and RW


class PartyFields(QWidget):
    """What is asked about a person or body; NIK and name of a body are made here and placed by the form around.

    Signals:
        chosen: A citizen who came before was taken from under name, NIK or phone (id of the person).
    """

    chosen = Signal(str)

    def __init__(self, context: Context, *, big: bool) -> None:
        super().__init__()
        self.setObjectName("clear")
        lists = reference.reference_lists()
        villages = [f"Pemerintah {village_title(context.office, each)} {each.name}" for each in context.office.villages]
        self.nik = CitizenNik("NIK", big=big)
        self.nik.line.setPlaceholderText("16 angka, lalu Enter")
        self.no_nik_reason = TextField("Alasan bila belum punya NIK", "misalnya bayi baru lahir atau warga asing")
        self.represents = SuggestField("Nama lembaga atau pemerintah desa", villages)
        self.name_field = NameField(context)
        self.phone = PhoneField(optional=False)
        self.birth_place = TextField("Tempat lahir")
        self.birth_date = DateField("Tanggal lahir")
        self.sex = ChoiceField("Jenis kelamin", SEXES)
        self.kk = NikField("Nomor KK", big=False)
        self.religion = SuggestField("Agama", lists.religions)
        self.marital_status = SuggestField("Status perkawinan", lists.marital_statuses)
        self.occupation = SuggestField("Pekerjaan", lists.occupations)
        self.address = TextField("Alamat jalan")
        self.hamlet = TextField(context.office.words.hamlet, longest=40)
        self.rt, self.rw = TextField("RT", longest=3), TextField("RW", longest=3)
        self.village = VillageField(context)
        self.finders = [
            PersonFinder(context, each.line, SHORTEST_NUMBER, LONGEST_NUMBER) for each in (self.nik, self.phone)
        ]
        for chosen in (self.name_field.chosen, *(each.chosen for each in self.finders)):
            chosen.connect(self.chosen)
        self._births = row(gap=0)
        self.birth_choice: Segments | None = None
        self._offered: tuple[date, ...] = ()
        self._lay_out()

    def by_name(self) -> dict[str, Field]:
        """Return the fields by the name they have in a party, in the order they are filled."""
        return {
            "represents": self.represents,
            "nik": self.nik,
            "name": self.name_field,
            "phone": self.phone,
            "no_nik_reason": self.no_nik_reason,
            "birth_place": self.birth_place,
            "birth_date": self.birth_date,
            "sex": self.sex,
            "kk": self.kk,
            "religion": self.religion,
            "marital_status": self.marital_status,
            "occupation": self.occupation,
            "address": self.address,
            "hamlet": self.hamlet,
            "rt": self.rt,
            "rw": self.rw,
            "village": self.village,
        }

    def texts(self) -> dict[str, TextField | NikField | PhoneField]:
        """Return those of them that hold a text which stands in the party as it is."""
        return {
            name: field
            for name, field in self.by_name().items()
            if isinstance(field, (TextField, NikField, PhoneField)) and name != "village"
        }

    def value(self, base: Party) -> Party:
        """Return the party that stands in the fields; `base` gives what is not asked here."""
        body = base.kind is not PartyKind.PERSON
        asked = {name: field.value() for name, field in self.texts().items()}
        if not body:
            asked["represents"] = ""
        if asked["nik"] or body:
            asked["no_nik_reason"] = ""
        name, code = self.village.village()
        return replace(
            base,
            **asked,  # type: ignore[arg-type]  # all of them are texts
            birth_date=self.birth_date.value(),
            sex=self.sex.value(),
            village=name,
            village_code=code,
        )

    def set_value(self, party: Party) -> None:
        """Put a party into the fields."""
        for name, field in self.texts().items():
            field.set_value(getattr(party, name))
        self.birth_date.set_value(party.birth_date)
        self.sex.set_value(party.sex)
        self.village.set_village(party.village, party.village_code)
        for field_ in self.by_name().values():
            field_.show_problem("")

    def show_kind(self, kind: PartyKind) -> None:
        """Ask what is asked of a person, or what is asked of a body and who speaks for it."""
        body = kind is not PartyKind.PERSON
        self.represents.setVisible(body)
        self._person.setVisible(not body)
        self.occupation.setVisible(not body)

    def offer_births(self, births: Sequence[date]) -> None:
        """Take the one birth date a NIK can mean into an empty field; where two centuries fit, ask which."""
        asked = tuple(births) if len(births) > 1 and self.birth_date.value() is None else ()
        if len(births) == 1 and not self.birth_date.line.text():
            self.birth_date.set_value(births[0])
        if asked == self._offered:
            return
        self._offered = asked
        empty(self._births)
        self.birth_choice = None
        if asked:
            words = tuple((day.isoformat(), str(day.year)) for day in asked)
            choice = Segments("Tahun lahir menurut NIK", words)
            self.birth_choice = choice
            choice.changed.connect(self._take_birth)
            choice.entered.connect(self.birth_date.go_on)
            fill(self._births, label("Tahun", "hint"), t.S2, choice, None)

    def _take_birth(self, day: str) -> None:
        self.birth_date.set_value(date.fromisoformat(day))
        self.birth_date.changed.emit()

    def _lay_out(self) -> None:
        self.sex.segments.setFixedHeight(t.FIELD_H)
        for short in (self.rt, self.rw):
            short.setFixedWidth(SHORT)
        names = row(self.name_field, self.phone, gap=t.S3)
        birth = row(self.birth_place, column(self.birth_date, clear(self._births), None, gap=0), self.sex, gap=t.S3)
        card = row(self.kk, self.religion, self.marital_status, gap=t.S3)
        home = row(self.hamlet, self.rt, self.rw, self.village, gap=t.S3)
        for box, shares in ((names, (2, 1)), (birth, (4, 4, 0)), (card, (5, 4, 4)), (home, (2, 0, 0, 4))):
            for at, share in enumerate(shares):
                box.setStretch(at, share)
        self._person = clear(column(birth, card, gap=t.S2))
        work = row(self.occupation, self.address, gap=t.S3)
        self.setLayout(column(names, self.no_nik_reason, self._person, work, home, gap=t.S2))

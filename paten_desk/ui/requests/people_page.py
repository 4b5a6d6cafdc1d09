"""Betulkan data orang: who asks and whom the paper is about, on the same form as at the counter, until it is signed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import Party
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.page import Page
from paten_desk.ui.registration.party_form import PartyForm
from paten_desk.ui.registration.subjects import SubjectsCard
from paten_desk.ui.segments import Segments
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import corrections, people, services
from paten_desk.usecases.context import Context

SELF, OTHER = "self", "other"
APPLICANT, SUBJECTS = "applicant.", "subjects."
ONE = "Konsep surat mengikuti data yang baru."
TWO = "Disetujui orang kedua; cetak ulang tanda terimanya."


class PeoplePage(Page):
    """The people of one request, over the request.

    Signals:
        back: Esc, or the correction was saved.
    """

    back = Signal()
    keys = (("Ctrl+S", "simpan data orang"), ("Esc", "kembali tanpa menyimpan"))

    def __init__(self, context: Context, request: Request) -> None:
        self.leave_it = Button("Kembali", key="Esc")
        self.save = Button("Simpan data orang", "primary", "save", "Ctrl+S")
        second = f"{request.number or 'Belum bernomor'} · {services.service_of(request).name}"
        super().__init__("Betulkan data orang", second, scrolls=True)
        self._context, self._request = context, request
        held = request.personal
        for party in (held.applicant, *held.subjects):
            if party.person:
                people.open_person(context, party.person)  # numbers are seen in full here, so the look is recorded
        self.applicant = PartyForm(context, held.applicant.kind)
        self.whom = Segments("Untuk", ((SELF, "Pemohon sendiri"), (OTHER, "Orang lain")), SELF)
        self.subjects = SubjectsCard(context)
        asked = services.service_of(request).subjects
        self._fixed = asked if asked > 1 else 0
        self._whom = clear(row(label("untuk", "hint"), self.whom))
        card = Card("Pemohon", self._whom, pad=t.S3).add(self.applicant)
        self.body.addLayout(column(card, self.subjects, None, gap=t.S2))
        self.show_foot(self.leave_it, label(TWO if request.serial else ONE, "second"), None, self.save)
        self.applicant.set_value(held.applicant)
        self.applicant.open()
        self.whom.choose(OTHER if held.subjects or self._fixed else SELF)
        self._whom.setVisible(not self._fixed)
        self._show_subjects(held.subjects)
        self._before = self._typed()
        self.whom.changed.connect(lambda _: self._show_subjects(self.subjects.value()))
        self.applicant.left.connect(lambda name: self._left(APPLICANT + name))
        self.subjects.left.connect(self._left)
        self.leave_it.clicked.connect(self._leave)
        self.save.clicked.connect(self._save)

    def begin(self) -> None:
        """Put the cursor where a party begins."""
        self.applicant.begin()

    def _show_subjects(self, parties: tuple[Party, ...]) -> None:
        other = self.whom.chosen() == OTHER
        self.subjects.setVisible(other)
        if other:
            self.subjects.show_people(parties, self._fixed)
            for form in self.subjects.forms:
                form.open()

    def _typed(self) -> tuple[Party, tuple[Party, ...]]:
        about = self.subjects.value() if self.whom.chosen() == OTHER else ()
        return self.applicant.value(), about

    def _problems(self) -> list[Problem]:
        own = [Problem(APPLICANT + each.field, each.text) for each in self.applicant.own_problems()]
        if self.whom.chosen() == OTHER:
            own += self.subjects.own_problems()
        return own + corrections.check_people(self._context, self._request, *self._typed())

    def _show(self, found: list[Problem], only: str = "") -> QWidget | None:
        mine = [
            Problem(each.field.removeprefix(APPLICANT), each.text, each.blocks)
            for each in found
            if each.field.startswith(APPLICANT)
        ]
        first: QWidget | None = None
        if not only.startswith(SUBJECTS):
            first = self.applicant.show_problems(mine, only.removeprefix(APPLICANT))
        if not only.startswith(APPLICANT):
            first = first or self.subjects.show_problems(found, only)
        return first

    def _left(self, name: str) -> None:
        self._show([each for each in self._problems() if each.field == name], name)

    def _save(self) -> None:
        found = self._problems()
        first = self._show(found)
        if any(each.blocks for each in found):
            if first is not None:
                getattr(first, "editor", first).setFocus()
            return
        typed, approval = self._typed(), None
        if typed != self._before and self._request.serial:
            approval = ask_approval(self._context, Right.CORRECT_PRINTED, self._words(typed[0]), self)
            if approval is None:
                return
        if typed != self._before:
            corrections.correct_people(self._context, self._request.id, *typed, approval)
        self._before = typed
        self.back.emit()

    def _words(self, applicant: Party) -> str:
        was = self._request.personal.applicant.name
        names = f"atas nama {was}" if applicant.name == was else f"dari {was} menjadi {applicant.name}"
        return f"Data orang pada permohonan {self._request.number}, {names}."

    def _leave(self) -> None:
        if self._typed() == self._before or dialogs.confirm(
            "Perubahan data orang belum disimpan.",
            "Bila ditinggalkan, data yang lama tetap berlaku.",
            "Tinggalkan perubahan",
            careful=True,
            parent=self,
        ):
            self.back.emit()

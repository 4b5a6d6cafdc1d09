"""Whom the paper speaks about, where that is not the applicant: one person or several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import Party
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import below
from paten_desk.ui.registration.party_form import PartyForm
from paten_desk.ui.widgets import clear, column, empty, fill, label, line, row
from paten_desk.usecases.context import Context

COUPLE = ("Calon suami", "Calon istri")


class SubjectsCard(Card):
    """The forms of the people a paper speaks about.

    Signals:
        changed: The user changed something.
        left: The user left a field ("subjects.0.nik").
        rebuilt: The forms were made anew.
    """

    changed = Signal()
    left = Signal(str)
    rebuilt = Signal()

    def __init__(self, context: Context) -> None:
        self._more = Button("Tambah orang", "small", "plus")
        super().__init__("Tentang siapa surat ini", self._more, pad=t.S3)
        self._context = context
        self.forms: list[PartyForm] = []
        self._fixed = 0
        self._stack = column(gap=t.S3)
        self.add(self._stack)
        self._more.clicked.connect(self._add_and_go)

    def show_people(self, parties: Sequence[Party], fixed: int = 0) -> None:
        """Show a form for each person; `fixed` of them are asked for and cannot be taken away."""
        self._fixed = fixed
        self._more.setVisible(not fixed)
        held = [*parties, *(Party() for _ in range(max(0, max(fixed, 1) - len(parties))))]
        empty(self._stack)
        self.forms = []
        for at, party in enumerate(held):
            self.forms.append(form := self._form(at))
            form.set_value(party)
            fill(self._stack, *([line()] if at else []), self._head(at), form)
            form.show()  # at once, or the cursor could not go there yet
        self.rebuilt.emit()

    def value(self) -> tuple[Party, ...]:
        """Return the people on the forms, without forms left empty at the end."""
        found = [form.value() for form in self.forms]
        while found and found[-1] == Party():
            found.pop()
        return tuple(found)

    def own_problems(self) -> list[Problem]:
        """List what is typed and cannot be read."""
        return [
            Problem(f"subjects.{at}.{problem.field}", problem.text)
            for at, form in enumerate(self.forms)
            for problem in form.own_problems()
        ]

    def show_problems(self, problems: Sequence[Problem], only: str = "") -> QWidget | None:
        """Stand problems ("subjects.0.nik") under their fields; return the first field that blocks."""
        first: QWidget | None = None
        for at, form in enumerate(self.forms):
            start = f"subjects.{at}."
            if only and not only.startswith(start):
                continue
            blocked = form.show_problems(below(start, problems), only.removeprefix(start))
            first = first or blocked
        return first

    def _form(self, at: int) -> PartyForm:
        made = PartyForm(self._context, big=False)
        made.changed.connect(self.changed)
        made.left.connect(lambda name: self.left.emit(f"subjects.{at}.{name}"))
        return made

    def _head(self, at: int) -> QWidget:
        name: QLabel = label(COUPLE[at] if self._fixed == len(COUPLE) else f"Orang ke-{at + 1}", "label")
        if self._fixed or not at:
            return clear(row(name, None))
        take = Button("Hapus orang ini", "quiet", "x")
        take.clicked.connect(self._remover(at))
        return clear(row(name, None, take))

    def _remover(self, at: int) -> Callable[[], None]:
        def remove() -> None:
            kept = [form.value() for number, form in enumerate(self.forms) if number != at]
            self.show_people(kept, self._fixed)
            self.changed.emit()

        return remove

    def _add_and_go(self) -> None:
        self.show_people([*(form.value() for form in self.forms), Party()], self._fixed)
        self.changed.emit()
        self.forms[-1].begin()

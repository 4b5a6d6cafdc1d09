"""Who came to the counter: somebody to be served first, or somebody else who brings the dossier for the applicant."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.party_checks import WITHOUT_LETTER
from paten_desk.domain.people import Proxy
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import Field, TextField, show_problems
from paten_desk.ui.number_fields import NikField, PhoneField
from paten_desk.ui.segments import Segments
from paten_desk.ui.widgets import clear, column, key_cap, label, row

WITH, WITHOUT = "with", "without"
LETTER = ((WITH, "Ada surat kuasa"), (WITHOUT, "Tanpa surat kuasa"))
FIRST = "Didahulukan"
WHO = "lansia, ibu hamil, disabilitas, membawa balita"


class Arrival(QWidget):
    """One line with both, and the fields of who brings the dossier once they are asked for.

    Signals:
        changed: The user changed something.
        left: The user left a field (its name in the visit, "proxy.name").
        rebuilt: The fields came or went.
    """

    changed = Signal()
    left = Signal(str)
    rebuilt = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.first = QCheckBox(FIRST)
        self.first.setAccessibleName(f"{FIRST}: {WHO}")
        self.first.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # its key does it; Tab goes on to the service
        self.bring = Button("Dibawa orang lain", "quiet", "user-plus", "F9")
        self.bring.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.name = TextField("Nama yang membawa berkas", capitals=True)
        self.relation = TextField("Hubungan", "anak, RT …")
        self.phone, self.nik = PhoneField(optional=True), NikField("NIK", optional=True, big=False)
        self.letter = Segments("Surat kuasa", LETTER)
        close_it = Button("Datang sendiri", "quiet", "x")
        self.card = Card("Yang membawa berkas", close_it, pad=t.S3)
        who = row(self.name, self.relation, gap=t.S3)
        reach = row(self.nik, self.phone, gap=t.S3)
        shown = row(label("Surat kuasa", "label"), self.letter, None, gap=t.S3)
        self._without = label("", "second", wrap=True, tone="warn")
        self._without.hide()
        who.setStretch(0, 2)
        who.setStretch(1, 1)
        self.card.add(column(who, reach, shown, self._without, gap=t.S2))
        self.card.hide()
        self._who = label(WHO, "hint")
        line = row(self.first, key_cap("F8"), self._who, None, self.bring, gap=t.S2)
        self.setLayout(column(clear(line), self.card, gap=t.S2))
        self.first.clicked.connect(lambda _: self.changed.emit())
        self.bring.clicked.connect(self.open)
        close_it.clicked.connect(self._close)
        self.letter.changed.connect(self._answered)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.first.click)
        for name, field in self.fields().items():
            field.changed.connect(self.changed)
            field.left.connect(lambda name=name: self.left.emit(name))

    def fields(self) -> dict[str, Field]:
        """Return the fields by the name they have in a visit."""
        return {
            "proxy.name": self.name,
            "proxy.relation": self.relation,
            "proxy.nik": self.nik,
            "proxy.phone": self.phone,
        }

    def is_first(self) -> bool:
        """Say whether this visit is served first."""
        return self.first.isChecked()

    def proxy(self) -> Proxy | None:
        """Return who brings the dossier, or None where the applicant came."""
        if self.card.isHidden():
            return None
        has_letter = self.letter.chosen() == WITH
        return Proxy(self.name.value(), self.nik.value(), self.relation.value(), self.phone.value(), has_letter)

    def show_arrival(self, first: bool, proxy: Proxy | None) -> None:
        """Show what a kept visit says."""
        self.first.setChecked(first)
        held = proxy or Proxy()
        for field, text in (
            (self.name, held.name),
            (self.relation, held.relation),
            (self.nik, held.nik),
            (self.phone, held.phone),
        ):
            field.set_value(text)
            field.show_problem("")
        self.letter.choose("" if held == Proxy() else WITH if held.has_letter else WITHOUT)
        self._warn("")
        self.card.setVisible(proxy is not None)
        self.bring.setVisible(proxy is None)

    def show_problems(self, problems: list[Problem], only: str = "") -> Field | None:
        """Stand problems under their fields; return the first that blocks."""
        found = show_problems(self.fields(), problems, only)
        if not only:
            self._warn(next((each.text for each in problems if each.field == "proxy.has_letter"), ""))
        return found

    def stack(self, narrow: bool) -> None:
        """Leave out what there is no room for."""
        self._who.setVisible(not narrow)

    def open(self) -> None:
        """Ask who brings the dossier."""
        self.card.show()
        self.bring.hide()
        self.rebuilt.emit()
        self.name.editor.setFocus()
        self.changed.emit()

    def _answered(self, letter: str) -> None:
        """Say at once what comes of a missing power of attorney."""
        self._warn("" if letter == WITH else WITHOUT_LETTER)
        self.changed.emit()

    def _warn(self, words: str) -> None:
        self._without.setText(words)
        self._without.setVisible(bool(words))
        self.letter.setAccessibleDescription(words)

    def _close(self) -> None:
        self.show_arrival(self.is_first(), None)
        self.rebuilt.emit()
        self.changed.emit()

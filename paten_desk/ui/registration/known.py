"""A citizen who came before, in one tinted line."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from paten_desk.domain.formats import MONTHS
from paten_desk.domain.office import find_village, village_title
from paten_desk.domain.people import Party
from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import Status
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.number_fields import grouped_phone
from paten_desk.ui.widgets import chip, clear, column, label, picture, row
from paten_desk.usecases import people
from paten_desk.usecases.context import Context

LONG_NAME, SHORT_NAME = 25, 24  # letters for which there is room


class KnownLine(QFrame):
    """Name, where from, how often, and what can be done: change the facts, ask for the same as last time.

    Signals:
        change_asked, again_asked: One of the two was pressed.
        family_asked: Somebody of the same family card is wanted.
        twins_asked: The records that may be of the same citizen are to be compared.
        waiting_asked: The dossier that was given back is to be completed (id of the request).
    """

    change_asked = Signal()
    again_asked = Signal()
    twins_asked = Signal()
    family_asked = Signal()
    waiting_asked = Signal(str)

    def __init__(self, context: Context, *, keys: bool) -> None:
        """Only the applicant's line has keys; those of further people are pressed with the mouse or Space."""
        super().__init__()
        self._context = context
        self.setProperty("panel", "accent")
        self._returned = ""
        self.name, self._times = label("", "head"), chip("", "accent")
        self._second = label("", "second", wrap=True)
        self.change = Button("Ubah", "small", key="F2" if keys else "")
        self.again = Button("Sama seperti terakhir", "small", key="F4")
        self.twins = Button("Gabungkan catatan ganda", "small", key="Shift+F2" if keys else "")
        self.family = Button("Keluarga satu KK", "small", "users", "Shift+F4" if keys else "")
        self.waits = Button("Lengkapi berkas yang dikembalikan", "small", key="Shift+F6" if keys else "")
        self.change.clicked.connect(self.change_asked)
        self.twins.clicked.connect(self.twins_asked)
        self.family.clicked.connect(self.family_asked)
        self.waits.clicked.connect(lambda: self.waiting_asked.emit(self._returned))
        self.again.clicked.connect(self.again_asked)
        if keys:  # the keys do it; Enter goes from the NIK to the service
            self.change.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.again.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.twins.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.family.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.waits.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._more = clear(row(self.waits, self.family, self.twins, None, gap=t.S1))
        words = column(row(self.name, self._times, None), self._second, self._more, gap=1)
        self._verbs = row(self.again, self.change, gap=t.S1)
        box = row(picture("circle-user-round", t.ACCENT, 28), 2, words, self._verbs)
        box.setContentsMargins(12, 6, 12, 6)
        box.setStretchFactor(words, 1)
        self.setLayout(box)
        self._facts: tuple[str, ...] = ()
        self._can_repeat, self._stacked, self._party = keys, False, Party()

    def show_party(self, party: Party) -> None:
        """Show a citizen and how often they came."""
        self._party = party
        asked = people.requests_of(self._context, party.nik) if party.nik else []
        last = datetime.fromisoformat(asked[0].received_at) if asked else None
        often = f"{len(asked)} kali, terakhir {last.day} {MONTHS[last.month - 1][:3]} {last.year}" if last else ""
        self._times.setText(often or "pernah dicatat")
        self._facts = self._home(party), grouped_phone(party.phone)
        self.again.setVisible(self._can_repeat and bool(asked))
        self._returned = next((row.id for row in asked if row.status == Status.RETURNED), "")
        twins = self._can_repeat and bool(party.person) and bool(people.doubles(self._context, party))
        self.waits.setVisible(self._can_repeat and bool(self._returned))
        self.twins.setVisible(twins and may(self._context.user.roles, Right.CORRECT))
        self.family.setVisible(self._can_repeat and bool(people.family(self._context, party.kk, party.person)))
        more = (self.waits, self.family, self.twins)
        self._more.setVisible(any(button.isVisibleTo(self._more) for button in more))
        self.setAccessibleName(f"Warga yang pernah datang: {party.name}")
        self.stack(self._stacked)

    def stack(self, stacked: bool) -> None:
        """Put the buttons under each other where there is no room beside the name."""
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._stacked = stacked
        self._verbs.setDirection(way)
        self._times.setVisible(not stacked)
        facts = (*self._facts, self._times.text()) if stacked else self._facts
        self._second.setText(" · ".join(part for part in facts if part))
        longest = SHORT_NAME if stacked else LONG_NAME
        name = self._party.name
        self.name.setText(name if len(name) <= longest else f"{name[: longest - 1]}…")
        self.name.setToolTip(name if len(name) > longest else "")

    def _home(self, party: Party) -> str:
        office = self._context.office
        village = find_village(office, party.village_code)
        parts = (
            party.address,
            f"{office.words.hamlet} {party.hamlet}" if party.hamlet else "",
            f"RT {party.rt}" if party.rt else "",
            f"RW {party.rw}" if party.rw else "",
            f"{village_title(office, village)} {village.name}" if village else party.village,
        )
        return " ".join(part for part in parts if part)

"""Section 1: who asks, in which capacity, and who came to the counter."""

from __future__ import annotations

from PySide6.QtCore import Signal

from paten_desk.domain.people import Party, PartyKind
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.registration.arrival import Arrival
from paten_desk.ui.registration.party_form import PartyForm
from paten_desk.ui.segments import Segments
from paten_desk.usecases.context import Context

KINDS = (
    (PartyKind.PERSON, "Perorangan"),
    (PartyKind.INSTITUTION, "Lembaga"),
    (PartyKind.VILLAGE_GOVERNMENT, "Pemerintah desa"),
)
ASKED = {
    PartyKind.PERSON: "wajib: NIK dan nama",
    PartyKind.INSTITUTION: "wajib: lembaga dan nama",
    PartyKind.VILLAGE_GOVERNMENT: "wajib: desa dan nama",
}


class ApplicantCard(Card):
    """The applicant with the choice of kind above and the arrival below.

    Signals:
        changed: The user changed something.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        self.kind = Segments("Pemohon", KINDS, PartyKind.PERSON)
        super().__init__("1  Pemohon", self.kind, pad=t.S3, note=ASKED[PartyKind.PERSON])
        self.form, self.arrival = PartyForm(context), Arrival()
        self.add(self.form, self.arrival)
        self.kind.changed.connect(self._kind_changed)
        self.kind.entered.connect(self.form.begin)
        self.form.changed.connect(self.changed)
        self.arrival.changed.connect(self.changed)

    def show_party(self, party: Party) -> None:
        """Show an applicant of whatever kind."""
        self.kind.choose(party.kind)
        self.note.setText(ASKED[party.kind])
        self.form.set_value(party)

    def _kind_changed(self, kind: str) -> None:
        self.form.set_kind(PartyKind(kind))
        self.note.setText(ASKED[PartyKind(kind)])
        self.form.begin()
        self.changed.emit()

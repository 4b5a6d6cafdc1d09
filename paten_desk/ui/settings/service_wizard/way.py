"""Page 4: which steps a request takes between the counter and the finished paper."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox

from paten_desk.domain.catalogue import OutputKind, Service
from paten_desk.domain.service_changes import OPTIONAL_STEPS
from paten_desk.domain.workflow import FIXED, OPTIONAL, Action
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ChoiceField
from paten_desk.ui.settings.service_wizard.part import TWO_COLUMNS, ServicePart
from paten_desk.ui.steps import Steps, Stop, StopState
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import services
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import ServiceDraft

USUAL, OWN = "usual", "own"
RULES = ((USUAL, "Seperti biasa di kantor ini"), (OWN, "Ditentukan untuk layanan ini"))
NAMES = {
    Action.ACCEPT: "Diterima di loket",
    **OPTIONAL_STEPS,
    Action.DRAFT: "Konsep surat",
    Action.SIGN: "Tanda tangan",
    Action.MAKE_READY: "Nomor dan terbit",
    Action.HAND_OVER: "Penyerahan",
}
WHO = {
    Action.VERIFY: "Kasi memeriksa isi berkas",
    Action.FIELD_CHECK: "petugas mendatangi tempatnya",
    Action.DRAFT: "operator menulis surat",
    Action.INITIAL_SECTION: "Kasi membubuhkan paraf",
    Action.INITIAL_SECRETARY: "Sekcam membubuhkan paraf",
    Action.SIGN: "pejabat yang berwenang",
}
FIXED_WORDS = {
    OutputKind.LETTER: "Konsep dan tanda tangan selalu ada: surat tidak keluar tanpa tanda tangan.",
    OutputKind.REFERRAL: "Konsep dan tanda tangan selalu ada: surat tidak keluar tanpa tanda tangan.",
    OutputKind.COUNTERSIGN: "Tanda tangan selalu ada; suratnya dibuat pihak lain, jadi tidak ada konsep.",
    OutputKind.NONE: "Layanan ini tidak memberi surat, jadi tidak ada paraf dan tanda tangan.",
}
SKIPPED = "Pada satu berkas, langkah yang tidak wajib dapat dilewati dengan alasan; keduanya tercatat."
SIDE = 300


class WayPart(ServicePart):
    """Steps to tick, those that are never left out among them, and the way they make."""

    stop = "Langkah"
    title = "Langkah"
    second = "Berkas yang sudah diterima tetap memakai jalan lamanya."
    owned = ("steps",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service: Service | None = None
        self.rule = ChoiceField("Langkah layanan ini", RULES, USUAL)
        self.fields = {"steps": self.rule}
        self.boxes = {action: QCheckBox(words) for action, words in NAMES.items() if action in WHO}
        order = (*Action,)
        lines = []
        for action in sorted(self.boxes, key=order.index):
            self.boxes[action].setAccessibleDescription(WHO[action])
            self.boxes[action].toggled.connect(lambda _: self._ticked())
            lines.append(row(self.boxes[action], label(WHO[action], "hint"), None, gap=t.S3))
        self.why = label("", "hint", wrap=True)
        ticks = Card().add(self.rule, t.S1, *lines, t.S1, self.why, label(SKIPPED, "hint", wrap=True), None)
        self.way = Steps(pitch=44)
        self.picture = Card("Jalan berkas").add(self.way, None)
        self.picture.setFixedWidth(SIDE)
        inside = row(ticks, self.picture, gap=t.S3)
        inside.setStretch(0, 1)
        self.setLayout(column(scroll(clear(column(inside, None)))))
        self.rule.changed.connect(self._ruled)
        self.rule.then = self.done.emit

    def fit(self, width: int) -> None:
        """Drop the picture where there is no room for it; the ticks say the same."""
        self.picture.setVisible(width >= TWO_COLUMNS)

    def fill(self, draft: ServiceDraft) -> None:
        service = self._service = draft.service
        self.rule.set_value(USUAL if service.steps is None else OWN)
        self._show(service)

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        service = draft.service
        if self.rule.value() == USUAL:
            return replace(draft, service=replace(service, steps=None))
        steps = tuple(
            action.value for action in Action if action in OPTIONAL[service.output] and self.boxes[action].isChecked()
        )
        checks = Action.FIELD_CHECK.value in steps
        return replace(draft, service=replace(service, steps=steps, field_check=checks))

    def _ruled(self) -> None:
        if self._service is not None and self.rule.value() == USUAL:
            self._service = replace(self._service, steps=None)
        self._show_ticks()
        self.changed.emit()

    def _show(self, service: Service) -> None:
        taken = services.steps_of(self._context, service)
        for action, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setChecked(action in taken)
        self.why.setText(FIXED_WORDS[service.output])
        self._show_ticks()

    def _show_ticks(self) -> None:
        """Let be ticked what is open to choice, show the rest as it is, and draw the way."""
        service = self._service
        if service is None:
            return
        if self.rule.value() == USUAL:
            taken = services.steps_of(self._context, replace(service, steps=None))
            for action, box in self.boxes.items():
                blocked = box.blockSignals(True)
                box.setChecked(action in taken)
                box.blockSignals(blocked)
        for action, box in self.boxes.items():
            possible = action in OPTIONAL[service.output]
            box.setEnabled(possible and self.rule.value() == OWN)
            box.setVisible(possible or action in FIXED[service.output])
        chosen = [action for action in Action if action in self.boxes and self.boxes[action].isChecked()]
        way = (Action.ACCEPT, *chosen, Action.MAKE_READY, Action.HAND_OVER)
        self.way.show_stops([Stop(NAMES[each], WHO.get(each, ""), StopState.LATER) for each in way])

    def _ticked(self) -> None:
        self._show_ticks()
        self.changed.emit()

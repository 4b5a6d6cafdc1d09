"""Page 6: how soon, how long it holds, and at what fee."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.formats import fee
from paten_desk.domain.service_checks import ADMINDUK
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ChoiceField, TextField
from paten_desk.ui.settings.service_wizard.part import Pairs, ServicePart
from paten_desk.ui.widgets import clear, column, label, panel, scroll
from paten_desk.usecases import service_drafts
from paten_desk.usecases.service_drafts import ServiceDraft

UNITS = ((Unit.MINUTES.value, "menit kerja"), (Unit.DAYS.value, "hari kerja"))
POPULATION = "Dokumen kependudukan tidak dipungut biaya (UU 24/2013 Pasal 79A)."
SECOND = "Perubahan biaya disetujui orang kedua di layar ini ketika disimpan."


class PromisePart(ServicePart):
    """Time, validity and fee; what stands on every receipt."""

    stop = "Waktu dan biaya"
    title = "Waktu dan biaya"
    second = "Janji yang tercetak di tanda terima warga."
    owned = ("duration", "valid_days", "fee_rupiah", "fee_basis")

    def __init__(self) -> None:
        super().__init__()
        self.duration = TextField("Waktu layanan", "Dihitung sejak berkas diterima lengkap.", longest=4)
        self.unit = ChoiceField("Satuan waktu", UNITS)
        self.valid_days = TextField("Masa berlaku surat, dalam hari", "0 berarti tanpa batas.", longest=5)
        self.fee = TextField("Biaya dalam rupiah", "0 berarti gratis.", longest=15)
        self.basis = TextField("Nomor dan tahun perda", "Biaya hanya boleh dipungut dengan perda.", optional=True)
        self.fields = {
            "duration": self.duration,
            "unit": self.unit,
            "valid_days": self.valid_days,
            "fee_rupiah": self.fee,
            "fee_basis": self.basis,
        }
        self._said = label("", "second", wrap=True)
        self._free = panel("neutral", column(self._said, margins=(12, 8, 12, 8)))
        time = Card("Waktu").add(Pairs((self.duration, self.unit), (self.valid_days,)))
        money = Card("Biaya").add(Pairs((self.fee, self.basis)), self._free)
        self.setLayout(column(scroll(clear(column(time, money, None, gap=t.S3)))))
        self.hear(*self.fields.values())

    def fill(self, draft: ServiceDraft) -> None:
        service = draft.service
        self.duration.set_value(draft.duration)
        self.unit.set_value(service.duration.unit.value)
        self.valid_days.set_value(draft.valid_days)
        self.fee.set_value(draft.fee_rupiah)
        self.basis.set_value(service.fee_basis)
        held = fee(service_drafts.read(draft).fee_rupiah)
        self._said.setText(POPULATION if service.register_book == ADMINDUK else f"{SECOND} Kini {held}.")

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        service = replace(
            draft.service,
            duration=Duration(draft.service.duration.amount, Unit(self.unit.value())),
            fee_basis=self.basis.value(),
        )
        made = replace(
            draft,
            service=service,
            duration=self.duration.value(),
            fee_rupiah=self.fee.value(),
            valid_days=self.valid_days.value(),
        )
        return replace(made, service=service_drafts.read(made))

"""Kop surat: what stands on top of every letter, with the page beside it as it prints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer

from paten_desk.domain.errors import Problem
from paten_desk.domain.office import OfficeRole
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import TextField
from paten_desk.ui.first_run.step import Step
from paten_desk.ui.preview import Preview
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import inspection, letterheads
from paten_desk.usecases.setup import OfficeDraft

PICTURES = "Gambar (*.png *.jpg *.jpeg)"
PREVIEW_MS = 400
FORM_WIDTH = 360


class LetterheadStep(Step):
    """Address, contact, seat, crest."""

    stop = "Kop surat"
    title = "Kop surat"
    second = "Lembar di kanan adalah lembar yang nanti dicetak."

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.address = TextField("Alamat kantor", "Contoh: Jalan Merdeka Nomor 1")
        self.contact = TextField("Telepon, pos-el, laman", optional=True)
        self.seat = TextField("Tempat pada tanggal surat")
        self.unit = TextField("Singkatan kantor pada nomor surat", "Contoh: KEC-KYA", optional=True)
        self.complaint = TextField("Nomor pengaduan pada tanda terima", optional=True)
        self.fields = {
            "address": self.address,
            "contact": self.contact,
            "seat": self.seat,
            "unit": self.unit,
            "complaint_phone": self.complaint,
        }
        self.crest = Button("Pilih lambang daerah", icon="download", key="Ctrl+O")
        self.note = label("Boleh menyusul di Pengaturan.", "hint", wrap=True)
        self.preview = Preview("Kop surat tampil di sini.")
        form = Card().add(*self.fields.values(), row(self.crest, None), self.note)
        left = scroll(clear(column(form, None)))
        left.setFixedWidth(FORM_WIDTH)
        box = row(left, self.preview, gap=t.S3)
        box.setStretch(1, 1)
        self.setLayout(box)
        self._picture: bytes | None = None
        self._draft: OfficeDraft | None = None
        self._guessed: dict[str, str] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_MS)
        self._soon.timeout.connect(self._show_again)
        for field in self.fields.values():
            field.changed.connect(self._soon.start)
        self.crest.clicked.connect(self._choose)
        self.end_with(self.complaint)

    def fill(self, draft: OfficeDraft) -> None:
        """Show what is known; a guess that nobody changed gives way to the newer one."""
        self._draft = draft
        for name, field in (("seat", self.seat), ("unit", self.unit)):
            known = str(getattr(draft.office, name))
            if field.value() in ("", self._guessed.get(name)):
                field.set_value(known)
                self._guessed[name] = known
        is_counter = draft.office.role is OfficeRole.KECAMATAN
        self.unit.setVisible(is_counter)
        self.complaint.setVisible(is_counter)
        self._show()

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set address, contact, seat and crest."""
        office = replace(
            draft.office,
            address=self.address.value(),
            contact=self.contact.value(),
            seat=self.seat.value(),
            unit=self.unit.value(),
            complaint_phone=self.complaint.value(),
        )
        return replace(draft, office=office, crest=self._picture)

    def problems(self) -> list[Problem]:
        """Ask for address and seat, which every letter prints."""
        found = [] if self.address.value() else [Problem("address", "Isi alamat kantor seperti pada kop surat.")]
        return (
            found if self.seat.value() else [*found, Problem("seat", "Isi tempat, misalnya nama ibu kota kantor ini.")]
        )

    def summary(self, draft: OfficeDraft) -> str:
        """Say whether the crest is there."""
        return "dengan lambang" if draft.crest else "lambang menyusul"

    def take_crest(self, path: Path) -> None:
        """Take a picture of the crest."""
        picture = inspection.content_of(path)
        letterheads.prepare_crest(picture)
        self._picture = picture
        self.crest.say("Ganti lambang daerah")
        self.note.setText(path.name)
        self._show()

    def _choose(self) -> None:
        path = dialogs.choose_file("Pilih gambar lambang daerah", PICTURES, parent=self)
        if path:
            self.take_crest(path)

    def _show_again(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        if self._draft is not None:
            draft = self.take(self._draft)
            self._tasks.run(lambda: letterheads.sample_pdf(draft.office, draft.crest), self.preview.show_pdf)

"""What every page of the wizard is, and the first two: which kecamatan, and its letterhead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.office import LOCAL_WORDS
from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ComboField, Field, TextField, show_problems
from paten_desk.ui.preview import Preview
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import inspection, letterheads, reference
from paten_desk.usecases.setup import OfficeDraft

PICTURES = "Gambar (*.png *.jpg *.jpeg)"
PREVIEW_MS = 400


class Step(QWidget):
    """One page: `fill` shows a draft, `take` gives it back completed, `problems` says what lacks."""

    title = ""
    second = ""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.fields: dict[str, Field] = {}

    def fill(self, draft: OfficeDraft) -> None:
        """Show what is known so far."""

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Return the draft with this page's answers."""
        return draft

    def problems(self) -> list[Problem]:
        """List what this page still lacks."""
        return []

    def show_problems(self) -> bool:
        """Stand the problems under their fields; say whether there are none."""
        found = self.problems()
        first = show_problems(self.fields, found)
        if first is not None:
            first.editor.setFocus()
        return not [problem for problem in found if problem.blocks]

    def begin(self) -> None:
        """Put the cursor where the page begins."""
        if self.fields:
            next(iter(self.fields.values())).editor.setFocus()


class PlaceStep(Step):
    """Which of the 7,285 kecamatan this is."""

    title = "Kecamatan mana?"
    second = "Ketik nama kecamatan, lalu pilih dari daftar nasional."

    def __init__(self, is_kabupaten: bool) -> None:
        super().__init__()
        self._is_kabupaten = is_kabupaten
        self.search = TextField("Cari kecamatan", "Contoh: kayu agung")
        self.words = ComboField(
            "Sebutan desa setempat",
            [(words.village, f"{words.village}, {words.village_head}, {words.hamlet}") for words in LOCAL_WORDS],
        )
        self.words.set_value(LOCAL_WORDS[0].village)
        self.fields = {"area": self.search, "words": self.words}
        self.table = Table(
            "Kecamatan yang cocok",
            (Column("Kecamatan", 260, strong=True), Column("Kabupaten atau kota"), Column("Provinsi", 220)),
            Empty("map-pin", "Ketik paling sedikit tiga huruf", "Daftar memuat semua kecamatan di Indonesia."),
            keys=(("↑↓", "pilih"),),
        )
        self.setLayout(column(self.search, self.table, self.words))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self.search.changed.connect(self._find)
        self.words.setVisible(not is_kabupaten)

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set names, codes, villages and local words."""
        code = str(self.table.current())
        place = next(found for found in reference.find_district(self.search.value(), 50) if found.code == code)
        words = next(words for words in LOCAL_WORDS if words.village == (self.words.value() or "Desa"))
        office = replace(
            draft.office,
            area=code[:5] if self._is_kabupaten else code,
            name="" if self._is_kabupaten else place.name,
            kabupaten=place.regency.name,
            kabupaten_kind=place.regency.kind.split()[0],
            province=place.province.name,
            seat=draft.office.seat or place.name,
            villages=() if self._is_kabupaten else reference.villages(code),
            words=words,
            unit=draft.office.unit or f"KEC-{''.join(part[:3] for part in place.name.upper().split())[:6]}",
        )
        return replace(draft, office=office)

    def problems(self) -> list[Problem]:
        """Ask for a kecamatan."""
        if self.table.current() is None:
            return [Problem("area", "Ketik nama kecamatan, lalu pilih dari daftar.")]
        return []

    def _find(self) -> None:
        text = self.search.value()
        found = reference.find_district(text) if len(text) >= 3 else ()
        rows = [
            Row(place.code, (place.name, f"{place.regency.kind} {place.regency.name}", place.province.name))
            for place in found
        ]
        self.table.show_rows(rows, len(rows))


class LetterheadStep(Step):
    """What stands on top of every letter, with the page beside it as it prints."""

    title = "Kop surat"
    second = "Lembar di kanan adalah PDF yang nanti dicetak."

    def __init__(self) -> None:
        super().__init__()
        self.address, self.contact = TextField("Alamat kantor"), TextField("Telepon, pos-el, laman", optional=True)
        self.seat = TextField("Tempat pada tanggal surat")
        self.complaint = TextField("Nomor pengaduan pada tanda terima", optional=True)
        self.unit = TextField("Singkatan kantor pada nomor surat", "Contoh: KEC-KYA")
        self.fields = {"address": self.address, "contact": self.contact, "seat": self.seat, "unit": self.unit}
        self.crest = Button("Pilih lambang daerah", icon="download")
        self.note = label("boleh menyusul", "hint")
        self.preview = Preview("Kop surat tampil di sini.")
        left = clear(
            column(
                self.address, self.contact, self.seat, self.unit, self.complaint, row(self.crest, self.note, None), None
            )
        )
        left.setMinimumWidth(340)
        self.setLayout(row(left, self.preview, gap=24))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self._picture: bytes | None = None
        self._draft: OfficeDraft | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PREVIEW_MS)
        self._soon.timeout.connect(self._show)
        for field in self.fields.values():
            field.changed.connect(self._soon.start)
        self.crest.clicked.connect(self._choose)

    def fill(self, draft: OfficeDraft) -> None:
        """Show what is known of the letterhead."""
        office = draft.office
        self._draft = draft
        for field, text in ((self.address, office.address), (self.contact, office.contact), (self.seat, office.seat)):
            if not field.value():
                field.set_value(text)
        if not self.unit.value():
            self.unit.set_value(office.unit)
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
        return found if self.seat.value() else [*found, Problem("seat", "Isi tempat, misalnya ibu kota kecamatan.")]

    def take_crest(self, path: Path) -> None:
        """Take a picture of the crest."""
        picture = inspection.content_of(path)
        letterheads.prepare_crest(picture)
        self._picture = picture
        self.note.setText(path.name)
        self._show()

    def _choose(self) -> None:
        path = dialogs.choose_file("Pilih gambar lambang daerah", PICTURES, parent=self)
        if path:
            self.take_crest(path)

    def _show(self) -> None:
        if self._draft is not None:
            draft = self.take(self._draft)
            self.preview.show_pdf(letterheads.sample_pdf(draft.office, draft.crest))

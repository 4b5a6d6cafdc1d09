"""Kantor: names, address, local words, numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.office import LOCAL_WORDS, ZONES, LocalWords, Office
from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ChoiceField, ComboField, Field, TextField, show_problems
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import inspection, offices
from paten_desk.usecases.context import Context

PICTURES = "Gambar (*.png *.jpg *.jpeg)"
INITIALS = (
    ("initial_section initial_secretary", "Kasi dan Sekcam"),
    ("initial_section", "Kasi saja"),
    ("none", "Tanpa paraf"),
)


class OfficeForm(QWidget):
    """The office's settings in one column.

    Signals:
        saved: The settings were changed (the new `Context`).
    """

    saved = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self._crest: bytes | None = None
        self.fields: dict[str, Field] = {
            "name": TextField("Nama kecamatan"),
            "seat": TextField("Tempat pada tanggal surat"),
            "address": TextField("Alamat pada kop surat"),
            "contact": TextField("Telepon, pos-el, laman", optional=True),
            "complaint_phone": TextField("Nomor pengaduan pada tanda terima", optional=True),
            "counters": TextField("Nama loket", "Pisahkan dengan koma."),
            "words": ComboField("Sebutan desa setempat", _words()),
            "zone": ChoiceField("Zona waktu", tuple((zone, zone) for zone in ZONES)),
            "initials": ChoiceField("Paraf sebelum tanda tangan", INITIALS),
            "number_at_print": ChoiceField(
                "Nomor surat diberikan", (("signed", "setelah tanda tangan"), ("draft", "pada konsep"))
            ),
            "classification": ChoiceField("Kode klasifikasi", (("2022", "Permendagri 83/2022"), ("old", "buku lama"))),
            "unit": TextField("Singkatan kantor pada nomor surat"),
            "letter_pattern": TextField("Pola nomor surat", "Bagian: {class} {seq:3} {unit} {roman_month} {year}"),
            "register_pattern": TextField("Pola nomor register"),
            "request_pattern": TextField("Pola nomor pendaftaran"),
        }
        self.crest = Button("Pilih lambang daerah", icon="download")
        self.crest_note = label("", "hint")
        self.save = Button("Simpan", "primary", "save", "Ctrl+S")
        names = list(self.fields)
        left = column(*(self.fields[name] for name in names[:8]), row(self.crest, self.crest_note, None), None)
        right = column(*(self.fields[name] for name in names[8:]), None)
        form = Card().add(row(left, right, gap=24))
        self.setLayout(column(scroll(clear(column(form, None))), row(None, self.save)))
        self.crest.clicked.connect(self._choose_crest)
        self.save.clicked.connect(self._save)
        self.show_office(context.office)

    def show_office(self, office: Office) -> None:
        """Fill the form with settings."""
        for name in ("name", "seat", "address", "contact", "complaint_phone", "unit"):
            self._set(name, getattr(office, name))
        for name in ("letter_pattern", "register_pattern", "request_pattern", "zone", "classification"):
            self._set(name, getattr(office, name))
        self._set("counters", ", ".join(office.counters))
        self._set("words", office.words.village if office.words in LOCAL_WORDS else "")
        self._set("initials", " ".join(office.initials) or "none")
        self._set("number_at_print", "draft" if office.number_at_print else "signed")
        self.crest_note.setText("sudah ada" if office.crest else "belum ada; kop dicetak tanpa lambang")

    def typed(self) -> Office:
        """Return the settings as they stand on the form."""
        office = self._context.office
        texts = {
            name: self._get(name)
            for name in (
                *("name", "seat", "address", "contact", "complaint_phone", "unit", "zone", "classification"),
                *("letter_pattern", "register_pattern", "request_pattern"),
            )
        }
        return replace(
            office,
            counters=tuple(part.strip() for part in self._get("counters").split(",") if part.strip()),
            words=_word_of(self._get("words"), office.words),
            initials=tuple(part for part in self._get("initials").split() if part != "none"),
            number_at_print=self._get("number_at_print") == "draft",
            **texts,  # type: ignore[arg-type]  # all of them are texts
        )

    def _save(self) -> None:
        office = self.typed()
        first = show_problems(self.fields, offices.check(office))
        if first is not None:
            first.editor.setFocus()
            return
        self._context = offices.change(self._context, office, self._crest)
        self._crest = None
        self.saved.emit(self._context)

    def _choose_crest(self) -> None:
        path = dialogs.choose_file("Pilih gambar lambang daerah", PICTURES, parent=self)
        if path:
            self.take_crest(path)

    def take_crest(self, path: Path) -> None:
        """Take a picture; it is stored with the next saving."""
        self._crest = inspection.content_of(path)
        self.crest_note.setText(f"{path.name}, disimpan bersama Simpan")

    def _set(self, name: str, value: str) -> None:
        field = self.fields[name]
        assert isinstance(field, TextField | ComboField | ChoiceField)
        field.set_value(value)

    def _get(self, name: str) -> str:
        field = self.fields[name]
        assert isinstance(field, TextField | ComboField | ChoiceField)
        return field.value()


def _words() -> list[tuple[str, str]]:
    return [(words.village, f"{words.village}, {words.village_head}, {words.hamlet}") for words in LOCAL_WORDS]


def _word_of(village: str, held: LocalWords) -> LocalWords:
    return next((words for words in LOCAL_WORDS if words.village == village), held)

"""Kantor: names, address, local words, numbers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.office import LOCAL_WORDS, ZONES, LocalWords, Office, OfficeRole
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ChoiceField, ComboField, Field, TextField, show_problems
from paten_desk.ui.settings import patterns
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import inspection, letterheads, offices
from paten_desk.usecases.context import Context

PICTURES = "Gambar (*.png *.jpg *.jpeg)"
INITIALS = (
    ("initial_section initial_secretary", "Kasi dan Sekcam"),
    ("initial_section", "Kasi saja"),
    ("none", "Tanpa paraf"),
)
GIVEN = (("signed", "saat terbit"), ("draft", "pada konsep"))
CODES = (("2022", "Permendagri 83/2022"), ("old", "buku lama"))
FONTS = (("arial", "Arial"), ("times", "Times New Roman"), ("bookman", "Bookman Old Style"))
TEXTS = ("name", "seat", "address", "contact", "complaint_phone", "unit", "zone", "classification", "letter_font")
PATTERNS = ("letter_pattern", "register_pattern", "request_pattern")
AT_THE_COUNTER = ("name", "complaint_phone", "counters", "words")


class OfficeForm(QWidget):
    """The office's settings, to be saved as a whole.

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
            "address": TextField("Alamat pada kop surat"),
            "contact": TextField("Telepon, pos-el, laman", optional=True),
            "seat": TextField("Tempat pada tanggal surat"),
            "complaint_phone": TextField("Nomor pengaduan pada tanda terima", optional=True),
            "counters": TextField("Nama loket", "Pisahkan dengan koma."),
            "words": ComboField("Sebutan desa setempat", _words()),
            "zone": ChoiceField("Zona waktu", tuple((zone, zone) for zone in ZONES)),
            "initials": ChoiceField("Paraf sebelum tanda tangan", INITIALS),
            "number_at_print": ChoiceField("Nomor surat diberikan", GIVEN),
            "classification": ChoiceField("Kode klasifikasi", CODES),
            "letter_font": ChoiceField("Huruf surat", FONTS),
            "unit": TextField("Singkatan kantor pada nomor surat", optional=True),
            "letter_pattern": TextField("Pola nomor surat"),
            "register_pattern": TextField("Pola nomor register"),
            "request_pattern": TextField("Pola nomor pendaftaran"),
        }
        self.crest = Button("Pilih lambang daerah", icon="download", key="Ctrl+O")
        self.crest_note = label("", "hint", wrap=True)
        self.note = label("", "second")
        self.undo = Button("Urungkan", icon="undo-2")
        self.save = Button("Simpan", "primary", "save", "Ctrl+S")
        self.setLayout(column(scroll(self._cards()), row(self.note, None, self.undo, self.save), gap=t.S3))
        self.crest.clicked.connect(self._choose_crest)
        self.undo.clicked.connect(lambda: self.show_office(self._context.office))
        self.save.clicked.connect(self._save)
        for field in self.fields.values():
            field.changed.connect(self._changed)
        self.show_office(context.office)

    def show_office(self, office: Office) -> None:
        """Fill the form with settings; what was typed is taken back."""
        self._crest = None
        for name in TEXTS:
            self._set(name, getattr(office, name))
        for name in PATTERNS:
            self._set(name, patterns.in_words(getattr(office, name)))
        self._set("counters", ", ".join(office.counters))
        self._set("words", office.words.village if office.words in LOCAL_WORDS else "")
        self._set("initials", " ".join(office.initials) or "none")
        self._set("number_at_print", "draft" if office.number_at_print else "signed")
        self.crest_note.setText("Lambang sudah ada." if office.crest else "Belum ada; kop dicetak tanpa lambang.")
        show_problems(self.fields, [])
        self._changed()

    def typed(self) -> Office:
        """Return the settings as they stand on the form."""
        office = self._context.office
        texts = {name: self._get(name) for name in TEXTS}
        texts |= {name: patterns.from_words(self._get(name)) for name in PATTERNS}
        return replace(
            office,
            counters=tuple(part.strip() for part in self._get("counters").split(",") if part.strip()),
            words=_word_of(self._get("words"), office.words),
            initials=tuple(part for part in self._get("initials").split() if part != "none"),
            number_at_print=self._get("number_at_print") == "draft",
            **texts,  # type: ignore[arg-type]  # all of them are texts
        )

    def take_crest(self, path: Path) -> None:
        """Take a picture; it is stored with the next saving."""
        picture = inspection.content_of(path)
        letterheads.prepare_crest(picture)
        self._crest = picture
        self.crest_note.setText(f"{path.name}, berlaku setelah disimpan.")
        self._changed()

    def begin(self) -> None:
        """Put the cursor into the first field."""
        next(field for field in self.fields.values() if field.isVisibleTo(self)).editor.setFocus()

    def _save(self) -> None:
        office = self.typed()
        found = patterns.problems_in_words(offices.check(office))
        first = show_problems(self.fields, found)
        if first is not None:
            first.editor.setFocus()
            return
        self._context = offices.change(self._context, office, self._crest)
        self._crest = None
        self.saved.emit(self._context)

    def _changed(self) -> None:
        for name in PATTERNS:
            self.fields[name].say(patterns.example(self._get(name), self._get("unit"), self._context.today()))
        changed = self.typed() != self._context.office or self._crest is not None
        self.note.setText("Ada perubahan yang belum disimpan." if changed else "Semua perubahan sudah tersimpan.")
        self.undo.setEnabled(changed)
        self.save.setEnabled(changed)

    def _choose_crest(self) -> None:
        path = dialogs.choose_file("Pilih gambar lambang daerah", PICTURES, parent=self)
        if path:
            self.take_crest(path)

    def _cards(self) -> QWidget:
        field = self.fields
        pair = row(field["seat"], field["counters"], gap=t.S3)
        foot = row(field["zone"], None, column(row(None, self.crest), self.crest_note, gap=2))
        left = Card("Kantor").add(field["name"], field["address"], field["contact"], pair)
        left.add(field["complaint_phone"], field["words"], foot, None)
        right = Card("Surat dan nomor").add(*(field[name] for name in list(field)[8:]), None)
        self.crest_note.setMinimumWidth(230)
        if self._context.office.role is OfficeRole.KABUPATEN:
            right.hide()
            for name in AT_THE_COUNTER:
                field[name].hide()
        both = row(left, right, gap=t.S3)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return clear(column(both, None))

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

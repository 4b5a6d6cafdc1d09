"""Which kecamatan, or which kabupaten: found by a few letters in the national list."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from paten_desk.domain.errors import Problem
from paten_desk.domain.office import LOCAL_WORDS, ZONES, words_of_area, zone_of_area
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ChoiceField, ComboField, TextField
from paten_desk.ui.first_run.step import Step
from paten_desk.ui.guard import guard
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import column, row
from paten_desk.usecases import reference
from paten_desk.usecases.reference import District
from paten_desk.usecases.setup import OfficeDraft

SHORTEST, MOST = 3, 200
BEGIN = ("Ketik paling sedikit tiga huruf", "Daftar memuat semua kecamatan di Indonesia menurut kode Kemendagri.")
NOTHING = ("Belum ada nama yang cocok", "Periksa ejaannya, atau ketik nama kabupatennya.")
KECAMATAN_COLUMNS = (
    Column("Kecamatan", 230, strong=True),
    Column("Kabupaten atau kota"),
    Column("Provinsi", 200, from_width=600),
    Column("Kode", 90, from_width=700),
)
KABUPATEN_COLUMNS = (Column("Kabupaten atau kota", strong=True), Column("Provinsi", 220), Column("Kode", 90))


class PlaceStep(Step):
    """Which of the 7,285 kecamatan this is; for the kabupaten's desk, which regency."""

    def __init__(self, is_kabupaten: bool) -> None:
        super().__init__()
        self._is_kabupaten = is_kabupaten
        self.stop = "Kabupaten" if is_kabupaten else "Kecamatan"
        self.title = f"{self.stop} mana?"
        self.second = "Ketik beberapa huruf, pilih dengan panah, lalu tekan Enter."
        example = "Contoh: ogan komering" if is_kabupaten else "Contoh: kayu agung"
        self.search = TextField(f"Nama {self.stop.lower()}", example)
        self.words = ComboField(
            "Sebutan desa setempat",
            [(words.village, f"{words.village}, {words.village_head}, {words.hamlet}") for words in LOCAL_WORDS],
        )
        self.zone = ChoiceField("Zona waktu", tuple((zone, zone) for zone in ZONES))
        self.fields = {"area": self.search, "words": self.words, "zone": self.zone}
        columns = KABUPATEN_COLUMNS if is_kabupaten else KECAMATAN_COLUMNS
        keys = (("↑↓", "pilih"), ("Enter", "lanjut"))
        self.table = Table(f"{self.stop} yang cocok", columns, Empty("map-pin", *BEGIN), keys)
        below = row(self.words, self.zone, gap=t.S5)
        below.setStretch(0, 1)
        box = column(self.search, self.table, below, gap=t.S3)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.words.setVisible(not is_kabupaten)
        self.search.line.installEventFilter(self)
        self.search.changed.connect(self._find)
        self.search.then = self.table.setFocus
        self.table.chosen.connect(lambda code: self._suggest(str(code)))
        self.table.opened.connect(lambda _: self.done.emit())
        self.end_with(self.zone)

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set names, codes, villages, local words and zone; another place takes back what was guessed from the old."""
        code = str(self.table.current())
        place = next(found for found in self._found() if self._code(found) == code)
        moved = draft.office.area != code
        kept = replace(draft.office, seat="", unit="") if moved else draft.office
        office = replace(
            kept,
            area=code,
            name="" if self._is_kabupaten else place.name,
            kabupaten=place.regency.name,
            kabupaten_kind=place.regency.kind.split()[0],
            province=place.province.name,
            seat=kept.seat or ("" if self._is_kabupaten else place.name),
            villages=() if self._is_kabupaten else reference.villages(code),
            words=next(words for words in LOCAL_WORDS if words.village == (self.words.value() or "Desa")),
            zone=self.zone.value(),
            unit=kept.unit or ("" if self._is_kabupaten else _unit(place.name)),
        )
        return replace(draft, office=office)

    def problems(self) -> list[Problem]:
        """Ask for a place."""
        if self.table.current() is None:
            return [Problem("area", f"Ketik nama {self.stop.lower()}, lalu pilih dari daftar.")]
        return []

    def summary(self, draft: OfficeDraft) -> str:
        """Name the place."""
        return draft.office.name or draft.office.kabupaten

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow down lead from the letters into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.table.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _found(self) -> list[District]:
        text = self.search.value()
        found = reference.find_district(text, MOST) if len(text) >= SHORTEST else ()
        if not self._is_kabupaten:
            return list(found)
        every = {place.regency.code: place for place in found}
        typed = text.casefold().split()
        named = [place for place in every.values() if all(word in place.regency.name.casefold() for word in typed)]
        return named or list(every.values())

    def _code(self, place: District) -> str:
        return place.regency.code if self._is_kabupaten else place.code

    def _find(self) -> None:
        self.table.empty.say(*(BEGIN if len(self.search.value()) < SHORTEST else NOTHING))
        rows = []
        for place in self._found():
            regency = f"{place.regency.kind} {place.regency.name}"
            named = (regency,) if self._is_kabupaten else (place.name, regency)
            rows.append(Row(self._code(place), (*named, place.province.name, self._code(place))))
        self.table.show_rows(rows, len(rows))
        self.search.show_problem("")
        if not rows:
            self.zone.set_value("")
            self.words.set_value("")

    def _suggest(self, code: str) -> None:
        """Propose zone and words of the chosen province; both can be changed."""
        self.zone.set_value(zone_of_area(code))
        self.words.set_value(words_of_area(code).village)


def _unit(name: str) -> str:
    """Guess the short name that letter numbers carry: KEC-KAYAGU."""
    return f"KEC-{''.join(part[:3] for part in name.upper().split())[:6]}"

"""Two records of one person side by side: choose the one that stays; what was merged can be brought back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from paten_desk.domain.formats import mask_nik, mask_phone
from paten_desk.domain.people import Party
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.page import Page
from paten_desk.ui.requests.facts import address_words, birth_words, named
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.search import rows as shapes
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import clear, column, empty, fill, label, row
from paten_desk.usecases import citizens
from paten_desk.usecases.context import Context

COLUMNS = (Column("Nama", strong=True), Column("NIK", 180), Column("Tempat tinggal", 260), Column("Catatan", 170))


class MergePage(Page):
    """Records that may be of the same person as one citizen, and those that were merged into it.

    Signals:
        back: Esc, or the records were merged.
    """

    back = Signal()
    least_width = 844
    keys = (
        ("↑↓", "pilih catatan lain"),
        ("Ctrl+1", "pertahankan catatan kiri"),
        ("Ctrl+2", "pertahankan catatan kanan"),
        ("Ctrl+Z", "batalkan penggabungan"),
        ("Esc", "kembali"),
    )

    def __init__(self, context: Context, person: str) -> None:
        super().__init__("Gabungkan catatan ganda", "Tidak ada yang dihapus; permohonan dan surat tetap seperti semula")
        self._context, self._person, self._other = context, person, ""
        self._merged: set[str] = set()
        self.table = Table(
            "Catatan yang mungkin orang yang sama",
            COLUMNS,
            Empty("users", "Tidak ada catatan lain yang mirip", "Nama, tahun lahir, dan desa sudah dibandingkan."),
            keys=(("↑↓", "pilih"),),
        )
        self._left, self._right = column(gap=t.S1), column(gap=t.S1)
        self._left_card = Card("Catatan ini", pad=t.S3).add(self._left)
        self._right_card = Card("Catatan lain", pad=t.S3).add(self._right)
        self.keep_left = Button("Pertahankan kiri", "primary", key="Ctrl+1")
        self.keep_right = Button("Pertahankan kanan", key="Ctrl+2")
        self.undo = Button("Batalkan penggabungan", icon="undo-2", key="Ctrl+Z")
        leave = Button("Kembali", key="Esc")
        sides = row(self._left_card, self._right_card, gap=t.S3)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        self._sides = clear(sides)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._sides)
        self.show_foot(leave, None, self.undo, self.keep_right, self.keep_left)
        leave.clicked.connect(self.back)
        self.table.chosen.connect(self._choose)
        self.keep_left.clicked.connect(lambda: self._merge(self._person, self._other))
        self.keep_right.clicked.connect(lambda: self._merge(self._other, self._person))
        self.undo.clicked.connect(self._undo)

    def refresh(self) -> None:
        """Look for twins again."""
        held = citizens.open_citizen(self._context, self._person)
        self._person, self._merged = held.party.person, {each.id for each in held.merged}
        found = [(each, "sudah digabungkan") for each in held.merged]
        found += [(each, "") for each in citizens.twins(self._context, self._person)]
        cells = [
            Row(each.id, (*shapes.person(self._context, each), (words, "neutral") if words else ""))
            for each, words in found
        ]
        self.table.show_rows(cells, len(cells))
        self._choose(self.table.current())

    def begin(self) -> None:
        """Put the cursor on the first twin."""
        self.table.setFocus()

    def _choose(self, other: Any) -> None:
        self._other = str(other or "")
        is_merged = self._other in self._merged
        self._sides.setVisible(bool(self._other))
        self.undo.setVisible(is_merged)
        for button in (self.keep_left, self.keep_right):
            button.setVisible(bool(self._other) and not is_merged)
        if self._other:
            one, two = citizens.side_by_side(self._context, self._person, self._other)
            self._show(self._left, one, two)
            self._show(self._right, two, one)

    def _show(self, box: Any, party: Party, beside: Party) -> None:
        empty(box)
        here, there = _lines(party), _lines(beside)
        fill(
            box,
            *(
                named(name, label(value or "-", "strong" if value != there[name] else "", wrap=True))
                for name, value in here.items()
            ),
        )

    def _merge(self, stays: str, goes: str) -> None:
        citizens.merge(self._context, stays, goes)
        self.refresh()

    def _undo(self) -> None:
        citizens.unmerge(self._context, self._other)
        self.refresh()


def _lines(party: Party) -> dict[str, str]:
    """Return what two records are told apart by; what differs stands in bold letters."""
    return {
        "Nama": party.name,
        "NIK": mask_nik(party.nik) if party.nik else f"tidak ada: {party.no_nik_reason}",
        "Nomor KK": mask_nik(party.kk),
        "Lahir": birth_words(party),
        "Alamat": address_words(party),
        "Telepon": mask_phone(party.phone),
        "Pekerjaan": party.occupation,
    }

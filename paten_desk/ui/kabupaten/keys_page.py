"""Kunci: the kabupaten's own card and the cards of its kecamatan."""

from __future__ import annotations

from paten_desk.ui.key_cards import KeyCards
from paten_desk.ui.page import Page
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases.context import Context


class KeysPage(Page):
    """Whose key is whose; settled by phone."""

    keys = (
        ("Ctrl+N", "masukkan kartu kecamatan"),
        ("F2", "cocokkan nomor periksa kartu yang dipilih"),
        ("Ctrl+S", "simpan kartu kantor ini"),
        ("Ctrl+P", "kartu kantor ini sebagai PDF"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__("Kunci", "Berkas hanya diterima dari kantor yang kuncinya sudah dicocokkan lewat telepon.")
        self.cards = KeyCards(context, tasks, "kecamatan")
        self.body.addWidget(self.cards, 1)

    def refresh(self) -> None:
        """Read the cards again."""
        self.cards.refresh()

    def begin(self) -> None:
        """Put the cursor into the list of cards."""
        self.cards.table.setFocus()

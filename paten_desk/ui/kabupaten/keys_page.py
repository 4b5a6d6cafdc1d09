"""Kunci: the kabupaten's own card and the cards of its kecamatan."""

from __future__ import annotations

from paten_desk.ui.key_cards import KeyCards
from paten_desk.ui.page import Page
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases.context import Context


class KeysPage(Page):
    """Whose key is whose; settled by phone."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__("Kunci", "Berkas hanya diterima dari kantor yang kuncinya sudah dicocokkan lewat telepon.")
        self.cards = KeyCards(context, tasks, "kecamatan")
        self.body.addWidget(self.cards, 1)

    def refresh(self) -> None:
        """Read the cards again."""
        self.cards.refresh()

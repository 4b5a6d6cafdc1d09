"""Kunci: the kabupaten's own card and the cards of its kecamatan."""

from __future__ import annotations

from PySide6.QtCore import Signal

from paten_desk.domain.roles import Right, may
from paten_desk.ui.button import Button
from paten_desk.ui.kabupaten.escrow_page import EscrowPage
from paten_desk.ui.key_cards import KeyCards
from paten_desk.ui.page import Page
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases.context import Context


class KeysPage(Page):
    """Whose key is whose; settled by phone.

    Signals:
        page_made: A page shall open over this one (the page).
    """

    page_made = Signal(object)
    keys = (
        ("Ctrl+N", "masukkan kartu kecamatan"),
        ("F2", "cocokkan nomor periksa kartu yang dipilih"),
        ("Ctrl+S", "simpan kartu kantor ini"),
        ("Ctrl+P", "kartu kantor ini sebagai PDF"),
        ("F7", "permintaan kunci dari kecamatan yang terkunci"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.requests = Button("Permintaan kunci", icon="lock", key="F7")
        second = "Berkas hanya diterima dari kantor yang kuncinya sudah dicocokkan lewat telepon."
        super().__init__("Kunci", second, (self.requests,))
        self.cards = KeyCards(context, tasks, "kecamatan")
        self.body.addWidget(self.cards, 1)
        self.requests.setVisible(may(context.user.roles, Right.OPEN_ESCROW))
        self.requests.clicked.connect(lambda: self.page_made.emit(EscrowPage(context)))

    def refresh(self) -> None:
        """Read the cards again."""
        self.cards.refresh()

    def begin(self) -> None:
        """Put the cursor into the list of cards."""
        self.cards.table.setFocus()

"""Key cards in the window: this office's own card, and the cards of the other end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.ui import dialogs, printing
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, label, row
from paten_desk.usecases import inspection, partners
from paten_desk.usecases.context import Context

COLUMNS = (Column("Keadaan", 180), Column("Kantor", strong=True), Column("Kode", 110), Column("Kunci", 170))
KINDS = "Kartu kunci (*.json);;Semua berkas (*)"


class KeyCards(QWidget):
    """Own card with its check number above, the other end's cards below."""

    def __init__(self, context: Context, tasks: Tasks, other: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks, self._other = context, tasks, other
        self.number = label("", "figure")
        self.save = Button("Simpan kartu", icon="save")
        self.sheet = Button("Kartu sebagai PDF", icon="file-text")
        own = Card("Kartu kunci kantor ini", note="serahkan kepada mitra, lalu cocokkan nomor periksa lewat telepon")
        own.add(label("Nomor periksa", "hint"), self.number, row(self.save, self.sheet, None))
        self.enrol = Button("Masukkan kartu", icon="download")
        self.confirm = Button("Nomor periksa sudah cocok", icon="badge-check")
        self.table = Table(
            f"Kartu {other}",
            COLUMNS,
            Empty(
                "lock",
                f"Kartu kunci {other} belum ada",
                "Minta berkas kartunya lewat stik atau pesan, lalu masukkan di sini.",
            ),
            keys=(("↑↓", "pilih"),),
        )
        self.setLayout(column(own, self.table, row(self.enrol, self.confirm, None)))
        self.save.clicked.connect(self._save)
        self.sheet.clicked.connect(self._sheet)
        self.enrol.clicked.connect(self._enrol)
        self.confirm.clicked.connect(self._confirm)

    def refresh(self) -> None:
        """Read cards and check numbers again."""
        self.number.setText(partners.check_number(self._context))
        held = partners.partners(self._context)
        rows = [
            Row(
                card.id,
                (
                    ("Dipercaya", "good") if card.confirmed else ("Belum dicocokkan", "warn"),
                    card.name,
                    card.area,
                    f"{card.signing_key[:12]}…",
                ),
            )
            for card in held
        ]
        self.table.show_rows(rows, len(rows))
        self.confirm.setEnabled(any(not card.confirmed for card in held))

    def take(self, path: Path) -> None:
        """Take in a card file and ask for the comparison by phone."""
        partner, number = partners.enrol(self._context, inspection.content_of(path))
        self.refresh()
        if partner.confirmed:
            return
        if dialogs.confirm(
            f"Cocokkan nomor periksa dengan {partner.name}",
            f"Telepon nomor kantor yang sudah Anda kenal, lalu bacakan: {number}",
            "Sama persis",
            back="Nanti",
            careful=True,
            parent=self,
        ):
            partners.confirm(self._context, partner.id)
            self.refresh()

    def _save(self) -> None:
        suggested = Path.home() / f"kartu-kunci-{self._context.office.area}.json"
        target = dialogs.choose_new_file("Simpan kartu kunci", KINDS, suggested, parent=self)
        if target:
            target.write_bytes(partners.own_card_file(self._context))

    def _sheet(self) -> None:
        self._tasks.run(lambda: partners.card_pdf(self._context), self._save_sheet)

    def _save_sheet(self, pdf: bytes) -> None:
        printing.save_pdf(pdf, Path.home() / f"kartu-kunci-{self._context.office.area}.pdf", self)

    def _enrol(self) -> None:
        path = dialogs.choose_file(f"Pilih kartu kunci {self._other}", KINDS, parent=self)
        if path:
            self.take(path)

    def _confirm(self) -> None:
        chosen = self.table.current()
        waiting = [card for card in partners.partners(self._context) if card.id == chosen and not card.confirmed]
        if waiting and dialogs.confirm(
            f"Nomor periksa {waiting[0].name} sudah dibacakan dan sama?",
            "Sejak ini berkas dari kunci itu dipercaya.",
            "Sama persis",
            careful=True,
            parent=self,
        ):
            partners.confirm(self._context, waiting[0].id)
            self.refresh()

"""Key cards in the window: this office's own card, and the cards of the other end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.domain.partners import Partner
from paten_desk.ui import dialogs, printing
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, label, picture, row
from paten_desk.usecases import inspection, partners
from paten_desk.usecases.context import Context

COLUMNS = (
    Column("Keadaan", 180),
    Column("Kantor", strong=True),
    Column("Kode", 110),
    Column("Kunci", 170, from_width=700),
)
KINDS = "Kartu kunci (*.json);;Semua berkas (*)"


class OwnCard(Card):
    """The key card of this computer, with its check number."""

    def __init__(self, context: Context, tasks: Tasks, head: str, note: str) -> None:
        super().__init__(head, note=note)
        self._context, self._tasks = context, tasks
        self.number = label("", "figure")
        self.said = label("", "second", wrap=True)
        self.save = Button("Simpan kartu", icon="usb", key="Ctrl+S")
        self.sheet = Button("Kartu sebagai PDF", icon="file-text", key="Ctrl+P")
        digits = column(label("Nomor periksa", "hint"), self.number, gap=0)
        self.add(row(picture("lock", t.ACCENT, 28), t.S1, digits, None), row(self.save, self.sheet, None), self.said)
        self.said.hide()
        self.save.clicked.connect(self._save)
        self.sheet.clicked.connect(self._sheet)

    def refresh(self) -> None:
        """Read the check number again."""
        self.number.setText(partners.check_number(self._context))

    def _save(self) -> None:
        folder = dialogs.choose_folder("Pilih flashdisk atau folder untuk kartu kunci", parent=self)
        if folder:
            self._say(f"Kartu tersimpan: {partners.write_own_card(self._context, folder)}")

    def _sheet(self) -> None:
        self._tasks.run(lambda: partners.card_pdf(self._context), self._save_sheet)

    def _save_sheet(self, pdf: bytes) -> None:
        suggested = Path.home() / f"kartu-kunci-{self._context.office.area}.pdf"
        if path := printing.save_pdf(pdf, suggested, self):
            self._say(f"Kartu tersimpan: {path}")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()


class KeyCards(QWidget):
    """Own card with its check number above, the other end's cards below."""

    def __init__(self, context: Context, tasks: Tasks, other: str) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._other = context, other
        note = f"serahkan kepada {other}, lalu cocokkan nomor periksa lewat telepon"
        self.own = OwnCard(context, tasks, "Kartu kunci kantor ini", note)
        self.table = Table(
            f"Kartu {other}",
            COLUMNS,
            Empty(
                "lock",
                f"Kartu kunci {other} belum ada",
                "Minta berkas kartunya lewat stik atau pesan, lalu masukkan dengan Ctrl+N.",
            ),
            keys=(("↑↓", "pilih"),),
        )
        self.confirm = Button("Nomor periksa sudah cocok", icon="badge-check", key="F2")
        self.enrol = Button("Masukkan kartu", "primary", "download", "Ctrl+N")
        box = column(self.own, self.table, row(None, self.confirm, self.enrol), gap=t.S3)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.enrol.clicked.connect(self._enrol)
        self.confirm.clicked.connect(self._confirm)
        self.table.chosen.connect(lambda _: self._fit())

    def refresh(self) -> None:
        """Read cards and check numbers again."""
        self.own.refresh()
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
            for card in sorted(partners.partners(self._context), key=lambda card: (card.confirmed, card.area))
        ]
        self.table.show_rows(rows, len(rows), "yang belum dicocokkan dulu")
        self._fit()

    def take(self, path: Path) -> None:
        """Take in a card file and ask for the comparison by phone."""
        partner, number = partners.enrol(self._context, inspection.content_of(path))
        self.refresh()
        self.table.choose(partner.id)
        if not partner.confirmed:
            self._compare(partner, number)

    def _compare(self, partner: Partner, number: str) -> None:
        if dialogs.confirm(
            f"Cocokkan nomor periksa dengan {partner.name}: {number}",
            "Telepon nomor kantor yang sudah Anda kenal, lalu minta mereka membacakan nomor pada kartunya.",
            "Sama persis",
            back="Nanti",
            careful=True,
            parent=self,
        ):
            partners.confirm(self._context, partner.id)
            self.refresh()

    def _fit(self) -> None:
        self.confirm.setEnabled(bool(self._waiting()))

    def _waiting(self) -> list[Partner]:
        """Return the chosen card, if it is not trusted yet."""
        chosen = self.table.current()
        return [card for card in partners.partners(self._context) if card.id == chosen and not card.confirmed]

    def _enrol(self) -> None:
        path = dialogs.choose_file(f"Pilih kartu kunci {self._other}", KINDS, parent=self)
        if path:
            self.take(path)

    def _confirm(self) -> None:
        for card in self._waiting():
            self._compare(card, card.check_number)

"""Laptop desa: which laptops serve outside the office, and how their work comes in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.partners import Partner
from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import chip, column, label, row
from paten_desk.usecases import branches, inspection, partners
from paten_desk.usecases.branches import Away, Merged
from paten_desk.usecases.context import Context

COLUMNS = (
    Column("Keadaan", 190),
    Column("Laptop", strong=True),
    Column("Awalan nomor", 130),
    Column("Catatan di sini", 130, right=True, from_width=640),
)
STEPS = (
    "Siapkan laptop di sini, lalu buat cadangan ke flashdisk.",
    "Di laptop pilih Pulihkan atau pindahkan dari cadangan, lalu Laptop desa.",
    "Masukkan kartu kunci laptop di sini dan cocokkan nomor periksanya.",
    "Sepulang dari desa terima berkasnya di sini, lalu ketik kodenya di laptop.",
)
CARDS = "Kartu kunci (*.json);;Semua berkas (*)"
FILES = "Berkas laptop (PATEN-*.age);;Semua berkas (*)"


class LaptopsTab(QWidget):
    """At the office: prepare a laptop, take in its key card, take in its work."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks = context, tasks
        self._away: list[Away] = []
        how = Card("Cara kerjanya")
        for at, step in enumerate(STEPS, 1):
            how.add(row(chip(str(at), "accent"), label(step), None))
        self.table = Table(
            "Laptop dan loket yang melayani di luar kantor",
            COLUMNS,
            Empty("monitor", "Belum ada laptop", "Siapkan laptop untuk pelayanan di desa dengan Ctrl+N."),
            keys=(("↑↓", "pilih"),),
        )
        self.compare = Button("Nomor periksa sudah cocok", icon="badge-check", key="F2")
        self.card = Button("Masukkan kartu laptop", icon="id-card")
        self.merge = Button("Terima berkas laptop", icon="inbox", key="F7")
        self.prepare = Button("Siapkan laptop", "primary", "plus", "Ctrl+N")
        box = column(how, self.table, row(self.compare, None, self.card, self.merge, self.prepare))
        box.setStretch(1, 1)
        self.setLayout(box)
        self.prepare.clicked.connect(self._prepare)
        self.card.clicked.connect(self._enrol)
        self.compare.clicked.connect(self._compare_chosen)
        self.merge.clicked.connect(self._merge)
        self.table.chosen.connect(lambda _: self._fit())

    def refresh(self) -> None:
        """Read the laptops again."""
        self._away = branches.away(self._context)
        rows = [
            Row(
                each.made.id,
                (_state(each), each.made.personal.note or "Laptop", each.made.prefix, f"{each.records}"),
            )
            for each in self._away
        ]
        self.table.show_rows(rows, len(rows), "yang disiapkan lebih dulu di atas")
        self._fit()

    def begin(self) -> None:
        """Put the cursor into the list."""
        self.table.setFocus()

    def _fit(self) -> None:
        self.compare.setEnabled(self._unsure() is not None)
        self.merge.setEnabled(any(each.card is not None and each.card.confirmed for each in self._away))

    def _unsure(self) -> Partner | None:
        """Return the card of the chosen laptop, if it is not trusted yet."""
        chosen = self.table.current()
        cards = (each.card for each in self._away if each.made.id == chosen)
        return next((card for card in cards if card is not None and not card.confirmed), None)

    def _prepare(self) -> None:
        note = dialogs.ask_text(
            "Laptop untuk pelayanan di mana?",
            "Nama ini tampil di daftar; nomor surat laptop mendapat awalan sendiri, supaya tidak ada nomor kembar.",
            "Siapkan",
            name="Nama laptop atau desa",
            parent=self,
        )
        if not note:
            return
        made = branches.prepare(self._context, BranchReason.VILLAGE, note)
        self.refresh()
        self.table.choose(made.id)
        dialogs.tell(
            f"{note} siap dengan awalan {made.prefix}.",
            "Buat cadangan ke flashdisk sekarang, lalu pulihkan di laptop dengan pilihan Laptop desa.",
            tone="good",
            parent=self,
        )

    def _enrol(self) -> None:
        path = dialogs.choose_file("Pilih kartu kunci laptop", CARDS, parent=self)
        if path is None:
            return
        held, number = branches.accept(self._context, inspection.content_of(path))
        self.refresh()
        self.table.choose(held.ledger)
        if not held.confirmed:
            self._compare(held, number)

    def _compare_chosen(self) -> None:
        if (card := self._unsure()) is not None:
            self._compare(card, card.check_number)

    def _compare(self, card: Partner, number: str) -> None:
        if dialogs.confirm(
            f"Cocokkan nomor periksa laptop: {number}",
            "Buka Pengaturan, bagian Laptop ini, di laptop itu. Nomor periksa di sana harus sama persis.",
            "Sama persis",
            back="Nanti",
            careful=True,
            parent=self,
        ):
            partners.confirm(self._context, card.id)
            self.refresh()

    def _merge(self) -> None:
        path = dialogs.choose_file("Pilih berkas dari laptop", FILES, parent=self)
        if path is not None:
            context = self._context
            self._tasks.run(lambda: branches.merge_branch(context, path), self._merged)

    def _merged(self, done: Merged) -> None:
        self.refresh()
        words, tone = told(done)
        dialogs.tell(words, f"Ketik kode ini di laptop: {done.code}", tone=tone, parent=self)


def told(done: Merged) -> tuple[str, str]:
    """Say what a laptop's file did, with the tone it is said in."""
    if done.is_repetition:
        return "Berkas ini sudah pernah diterima; tidak ada yang berubah.", "accent"
    if not done.is_whole:
        return f"{done.new} catatan diterima, tetapi ada yang belum sampai. Minta berkas yang sebelumnya.", "warn"
    if done.forked:
        return (
            f"{done.new} catatan diterima; {done.forked} berbeda dari yang di sini dan disimpan terpisah.",
            "warn",
        )
    if done.lacking:
        return f"{done.new} catatan diterima. Hanya tersimpan di laptop: {', '.join(done.lacking)}.", "warn"
    return f"{done.new} catatan dari laptop {done.prefix} masuk ke buku kantor.", "good"


def _state(each: Away) -> tuple[str, str]:
    if each.card is None:
        return "Menunggu kartu", "neutral"
    if not each.card.confirmed:
        return "Belum dicocokkan", "warn"
    return ("Sudah menerima", "good") if each.records else ("Siap menerima", "accent")

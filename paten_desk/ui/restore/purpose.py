"""Why the office comes here: the data came to harm, it moves to a new computer, or this is a laptop for a village."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from paten_desk.domain.branches import BranchReason
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.restore.step import Step
from paten_desk.ui.widgets import chip, column, label, line, picture, row
from paten_desk.usecases import restoring

OLD = (
    "Tutup hari, lalu tekan Cadangkan sekarang di ruang Cadangan. Tunggu sampai tertulis teruji.",
    "Lepas flashdisk, matikan komputer lama, dan jangan pakai PATEN Desk di sana lagi.",
)
NEW = (
    "Pasang flashdisk itu dan pilih cadangan yang paling baru.",
    "Buka dengan kata sandi seorang petugas, atau dengan lembar pemulihan.",
    "Orang kedua mengetik kata sandinya sendiri. Tunggu salinan dibuat dan diperiksa.",
    "Kirim kartu kunci baru ke kabupaten bila diminta, lalu lanjutkan pelayanan.",
)
OFFICE = (
    "Siapkan laptop di Pengaturan, bagian Laptop desa.",
    "Sesudah itu buat cadangan ke flashdisk. Kantor tetap memakai komputernya seperti biasa.",
)
LAPTOP = (
    "Pilih cadangan itu. Buka dengan kata sandi seorang petugas, atau dengan lembar pemulihan.",
    "Orang kedua mengetik kata sandinya sendiri. Tunggu salinan dibuat dan diperiksa.",
    "Simpan kartu kunci laptop ke flashdisk dan serahkan ke kantor.",
)
NAMES = {
    BranchReason.RESTORED: "Memulihkan",
    BranchReason.MOVED: "Memindahkan ke komputer ini",
    BranchReason.VILLAGE: "Laptop desa",
}


class PurposeStep(Step):
    """Three cards: what is done on the other computer where there is one, and what is done here."""

    stop = "Tujuan"
    title = "Memulihkan, memindahkan, atau laptop desa?"
    second = "Ketiganya memakai flashdisk cadangan dan selesai dalam waktu paling lama 15 menit."

    def __init__(self) -> None:
        super().__init__()
        self.reason = BranchReason.RESTORED
        self.restored = Button("Pulihkan", "primary", key="Alt+1")
        self.moved = Button("Pindahkan", key="Alt+2")
        self.village = Button("Jadikan laptop desa", key="Alt+3")
        cards = row(
            _card(
                "undo-2",
                "Data hilang atau rusak",
                "Komputer lama tidak dapat dipakai lagi, atau ini komputer yang sama sesudah diperbaiki.",
                (("Di komputer ini", restoring.STEPS),),
                self.restored,
            ),
            _card(
                "monitor",
                "Memindahkan ke komputer baru",
                "Komputer lama masih jalan, tetapi diganti dengan komputer ini.",
                (("Di komputer lama", OLD), ("Di komputer ini", NEW)),
                self.moved,
            ),
            _card(
                "house",
                "Laptop desa",
                "Laptop ini melayani di desa dengan awalan nomor sendiri; kantor tetap berjalan.",
                (("Di komputer kantor", OFFICE), ("Di laptop ini", LAPTOP)),
                self.village,
            ),
            gap=t.S3,
        )
        for at in range(cards.count()):
            cards.setStretch(at, 1)
        self.setLayout(column(cards, None))
        self.restored.clicked.connect(lambda: self._choose(BranchReason.RESTORED))
        self.moved.clicked.connect(lambda: self._choose(BranchReason.MOVED))
        self.village.clicked.connect(lambda: self._choose(BranchReason.VILLAGE))

    def begin(self) -> None:
        self.restored.setFocus()

    def summary(self) -> str:
        return NAMES[self.reason]

    def _choose(self, reason: BranchReason) -> None:
        self.reason = reason
        self.done.emit()


def _card(icon: str, title: str, words: str, parts: Sequence[tuple[str, Sequence[str]]], button: QPushButton) -> Card:
    card = Card(pad=t.S4)
    card.setAccessibleName(title)
    card.add(row(picture(icon, t.ACCENT, 28), label(title, "lead"), None, gap=t.S3), label(words, "second", wrap=True))
    at = 1
    for where, steps in parts:
        card.add(line(), label(where, "label"))
        for step in steps:
            told = row(column(chip(str(at), "accent"), None, gap=0), label(step, wrap=True), gap=t.S3)
            told.setStretch(1, 1)
            card.add(told)
            at += 1
    return card.add(None, row(None, button))

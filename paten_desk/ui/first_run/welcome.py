"""The page of an empty folder: the ways to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.widgets import clear, column, label, picture, row

CARD_WIDTH = 304


class Welcome(QWidget):
    """What this program is, three cards with one verb each, and the way back for who has a backup.

    Signals:
        chosen: "kecamatan", "sample", "kabupaten" or "restore".
    """

    chosen = Signal(str)

    def __init__(self, data: Path) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.start = Button("Siapkan kantor ini", "primary", key="Alt+1")
        self.play = Button("Coba kantor contoh", key="Alt+2")
        self.hall = Button("Siapkan meja kabupaten", key="Alt+3")
        self.restore = Button("Pulihkan atau pindahkan dari cadangan", key="Alt+4")
        cards = []
        for name, icon, title, words, button in (
            (
                "kecamatan",
                "landmark",
                "Kantor kecamatan",
                "Enam halaman singkat, paling lama sepuluh menit.",
                self.start,
            ),
            ("sample", "eye", "Kantor contoh", "Kecamatan dengan warga rekaan, untuk mencoba dan belajar.", self.play),
            ("kabupaten", "building-2", "Meja kabupaten", "Menerima dan menggabungkan berkas kecamatan.", self.hall),
        ):
            card = Card(pad=t.S5)
            card.setAccessibleName(title)
            card.add(picture(icon, t.ACCENT, 28), t.S1, label(title, "lead"), label(words, "second", wrap=True))
            card.add(t.S2, None, row(button, None))
            card.setFixedWidth(CARD_WIDTH)
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            cards.append(card)
        had = column(
            label("Kantor ini sudah punya cadangan?", "lead"),
            label("Komputer rusak atau diganti: semua berkas kembali dalam 15 menit.", "second", wrap=True),
            gap=0,
        )
        back = row(picture("undo-2", t.ACCENT, 28), had, self.restore, gap=t.S3)
        back.setStretch(1, 1)
        again = Card(pad=t.S5).add(back)
        again.setAccessibleName("Kantor yang punya cadangan")
        self.restore.clicked.connect(lambda: self.chosen.emit("restore"))
        names = column(label("PATEN Desk", "hero"), label("Pelayanan satu loket di kantor kecamatan", "lead"), gap=0)
        brand = row(picture("landmark", t.ACCENT, 40), names, None, gap=t.S4)
        intro = label("Komputer ini belum memuat data kantor. Pilih cara mulai.", "second")
        home = label(
            f"Semua data tinggal di komputer ini, di folder {data}. Internet tidak diperlukan.", "hint", wrap=True
        )
        home.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        safe = row(picture("hard-drive", t.INK_3, 18), home)
        safe.setStretch(1, 1)
        middle = clear(column(brand, t.S4, intro, t.S1, row(*cards, gap=t.S3), t.S1, again, t.S3, safe, gap=t.S1))
        middle.setFixedWidth(CARD_WIDTH * 3 + 2 * t.S3)
        self.setLayout(column(None, row(None, middle, None), None, None, gap=0, margins=(t.S3,) * 4))

    def hold(self, on: bool) -> None:
        """Let nothing be chosen while an office is being made."""
        for button in (self.start, self.play, self.hall, self.restore):
            button.setEnabled(not on)

"""The recovery sheet on screen: print it, keep it, and only then go on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.ui import printing
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.preview import Preview
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import label, row

TITLE = "Lembar pemulihan"
WAYS = (
    "1. Cetak kedua rangkap.",
    "2. Masukkan masing-masing ke amplop, lalu segel.",
    "3. Rangkap 1 ke brankas camat, rangkap 2 pada sekretaris.",
)
WHY = "Bila semua kata sandi hilang, hanya lembar ini yang membuka data kantor. Kodenya tidak tersimpan di komputer."
SIDE = 320


class RecoverySheet(QWidget):
    """Both copies as they print, and what to do with them."""

    def __init__(self, pdf: bytes, tasks: Tasks, *, print_key: str = "Ctrl+P") -> None:
        super().__init__()
        self.setObjectName("clear")
        self._pdf, self._tasks = pdf, tasks
        self._kept = False
        self.preview = Preview()
        self.preview.show_pdf(pdf)
        self.print = Button("Cetak dua rangkap", icon="printer", key=print_key)
        self.save = Button("Simpan sebagai PDF", icon="download")
        self.said = label("", "second", wrap=True)
        side = Card("Sekarang juga", pad=t.S4).add(label(WHY, "second", wrap=True), t.S1)
        side.add(*(label(way, wrap=True) for way in WAYS), t.S1, self.print, self.save, self.said, None)
        side.setFixedWidth(SIDE)
        box = row(side, self.preview, gap=t.S3)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def is_kept(self) -> bool:
        """Say whether the sheet reached a printer or a file."""
        return self._kept

    def _print(self) -> None:
        pdf = self._pdf
        printing.print_made(self._tasks, lambda: pdf, TITLE, self._printed)

    def _printed(self, name: str) -> None:
        self._kept = True
        self.said.setText(f"Diterima printer {name}. Periksa apakah kedua rangkap terbaca.")

    def _save(self) -> None:
        path = printing.save_pdf(self._pdf, Path.home() / "lembar-pemulihan.pdf", self)
        if path:
            self._kept = True
            self.said.setText(f"Tersimpan: {path.name}. Cetak, lalu hapus berkas itu dari komputer.")

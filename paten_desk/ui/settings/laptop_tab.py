"""Laptop ini: on a computer that serves outside the office, how its work comes home."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.reports import Report
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import chip, column, empty, fill, label, picture, row
from paten_desk.usecases import branches, partners, sending
from paten_desk.usecases.branches import Here
from paten_desk.usecases.context import Context
from paten_desk.usecases.sending import Sent


class LaptopTab(QWidget):
    """Key card with its check number, the file for the office, and the office's answer."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks = context, tasks
        self.number, self._standing = label("", "figure"), row()
        self._said, self._saved = label("", "second", wrap=True), label("", "second", wrap=True)
        self.save = Button("Simpan kartu", icon="usb", key="Ctrl+S")
        self.send = Button("Simpan data untuk kantor", "primary", "usb", "F7")
        self.code = Button("Ketik kode dari kantor", icon="keyboard", key="F2")
        own = Card("Kartu kunci laptop ini", note="serahkan ke kantor sekali, sebelum berkas pertama")
        digits = column(label("Nomor periksa", "hint"), self.number, gap=0)
        own.add(row(picture("lock", t.ACCENT, 28), t.S1, digits, None), row(self.save, None), self._saved)
        self._saved.hide()
        work = Card("Data untuk kantor", note="kantor yang meneruskannya ke kabupaten")
        work.add(self._standing, self._said, row(self.code, None, self.send))
        self.setLayout(column(work, own, None, gap=t.S3))
        self.save.clicked.connect(self._save)
        self.send.clicked.connect(self._send)
        self.code.clicked.connect(self._code)

    def refresh(self) -> None:
        """Read again what the office has not confirmed."""
        self.number.setText(partners.check_number(self._context))
        here = branches.here(self._context)
        empty(self._standing)
        if here is not None:
            self._show(here)

    def begin(self) -> None:
        """Put the cursor where the work goes on."""
        (self.send if self.send.isEnabled() else self.code).setFocus()

    def _show(self, here: Here) -> None:
        waits = chip(f"{here.open} catatan belum diterima kantor", "warn")
        fill(self._standing, waits if here.open else chip("Semua sudah diterima", "good"), None)
        name = here.made.personal.note or "Laptop ini"
        self._said.setText(
            f"{name} memakai awalan {here.made.prefix}: setiap nomor dari laptop ini diawali {here.made.prefix}."
        )
        self.send.setEnabled(here.open > 0)

    def _save(self) -> None:
        folder = dialogs.choose_folder("Pilih flashdisk atau folder untuk kartu kunci", parent=self)
        if folder is not None:
            self._saved.setText(f"Kartu tersimpan: {partners.write_own_card(self._context, folder)}")
            self._saved.show()

    def _send(self) -> None:
        folder = dialogs.choose_folder("Simpan data untuk kantor ke flashdisk atau folder", parent=self)
        if folder is not None:
            self._tasks.run_long("Menyegel data", lambda report: self._export(folder, report), self._sent)

    def _export(self, folder: Path, report: Report) -> list[Sent]:
        return branches.export_branch(self._context, folder, report)

    def _sent(self, files: list[Sent]) -> None:
        self.refresh()
        names = ", ".join(each.path.name for each in files)
        dialogs.tell(
            f"{names} sudah disimpan dan terbaca kembali.",
            "Bawa ke komputer kantor. Di sana: Pengaturan, Laptop desa, Terima berkas laptop. Ketik kodenya di sini.",
            tone="good",
            parent=self,
        )

    def _code(self) -> None:
        typed = dialogs.ask_text(
            "Ketik kode dari komputer kantor",
            "Kode tampil di kantor sesudah berkas diterima, misalnya 000240-7K3M-Q9TX.",
            "Periksa kode",
            name="Kode",
            parent=self,
        )
        if typed:
            sending.read_code(self._context, typed)
            self.refresh()
            self.begin()

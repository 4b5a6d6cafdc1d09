"""Kirim data: what the kabupaten does not hold yet, onto a stick or into a folder, and its reply back in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from paten_desk.domain.roles import Right, may
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.tasks import Report, Tasks
from paten_desk.ui.widgets import chip, empty, fill, label, row
from paten_desk.usecases import inspection, sending
from paten_desk.usecases.context import Context
from paten_desk.usecases.sending import Sent

REPLIES = "Balasan kabupaten (BALASAN-*.age);;Semua berkas (*)"


class SendingCard(Card):
    """Says how far the kabupaten follows, writes the sealed file, takes in the reply file or its code."""

    def __init__(self, context: Context, tasks: Tasks, look: Callable[[], None]) -> None:
        """`look` is called after something changed."""
        super().__init__("Kirim data ke kabupaten", pad=t.S3)
        self._context, self._tasks, self._look = context, tasks, look
        self._standing, self._said = row(), label("", "second", wrap=True)
        self.send = Button("Simpan ke folder atau USB", "", "usb", "F7")
        self.read = Button("Baca balasan", "quiet", "inbox")
        self.code = Button("Ketik kode", "quiet", "keyboard")
        self.add(self._standing, self._said, self.send, row(self.read, self.code, None, gap=t.S1))
        self.send.clicked.connect(self._send)
        self.read.clicked.connect(self._read)
        self.code.clicked.connect(self._code)
        allowed = may(context.user.roles, Right.EXPORT)
        for button in (self.send, self.read, self.code):
            button.setVisible(allowed)

    def refresh(self) -> None:
        """Read again how far the kabupaten follows."""
        standing = sending.standing(self._context)
        empty(self._standing)
        if standing.open:
            fill(self._standing, chip(f"{standing.open} belum diakui", "warn"), None)
        else:
            fill(self._standing, chip("Semua sudah diakui", "good"), None)
        words = f"{standing.acknowledged} dari {standing.length} catatan sudah diakui kabupaten."
        self._said.setText(words)
        self.send.setEnabled(standing.open > 0)

    def _send(self) -> None:
        folder = dialogs.choose_folder("Simpan berkas data ke folder atau USB", parent=self)
        if folder is not None:
            self._tasks.run_long("Menyegel data", lambda report: self._export(folder, report), self._sent)

    def _export(self, folder: Path, report: Report) -> list[Sent]:
        return sending.export(self._context, folder, report)

    def _sent(self, files: list[Sent]) -> None:
        names = ", ".join(each.path.name for each in files)
        self._look()
        dialogs.tell(
            f"{names} sudah disimpan dan terbaca kembali.",
            f"Bawa ke kabupaten dari {files[0].path.parent}, lalu masukkan balasannya di sini.",
            tone="good",
        )

    def _read(self) -> None:
        path = dialogs.choose_file("Buka balasan kabupaten", REPLIES, parent=self)
        if path is not None:
            self._tasks.run(
                lambda: sending.read_reply(self._context, inspection.content_of(path)), lambda _: self._look()
            )

    def _code(self) -> None:
        typed = dialogs.ask_text(
            "Masukkan kode dari kabupaten",
            "Angka dan huruf yang dibacakan petugas kabupaten, misalnya 000240-7K3M-Q9TX.",
            "Periksa kode",
            name="Kode",
            parent=self,
        )
        if typed:
            sending.read_code(self._context, typed)
            self._look()


def _read(context: Context, path: Path) -> None:
    sending.read_reply(context, inspection.content_of(path))

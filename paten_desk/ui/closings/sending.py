"""Kirim data: what the kabupaten does not hold yet, onto a stick or into a folder, and its reply back in.

A laptop that serves outside the office sends to its office, which answers with a code.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from paten_desk.domain.roles import Right, may
from paten_desk.ui import dialogs, outbox
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.reports import Report
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import chip, empty, fill, label, row
from paten_desk.usecases import branches, inspection, sending, standings
from paten_desk.usecases.context import Context
from paten_desk.usecases.sending import Sent
from paten_desk.usecases.standings import Standing

REPLIES = "Balasan kabupaten (BALASAN-*.age);;Semua berkas (*)"


class SendingCard(Card):
    """Says how far the receiver follows, writes the sealed file, takes in the reply file or its code."""

    def __init__(self, context: Context, tasks: Tasks, look: Callable[[], None]) -> None:
        """`look` is called after something changed."""
        standing = standings.standing(context)
        self._is_away, self._to = standing.is_away, outbox.receiver(standing)
        super().__init__(f"Kirim data ke {self._to}", pad=t.S3)
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
            button.setVisible(allowed and not (self._is_away and button is self.read))

    def refresh(self) -> None:
        """Read again how far the receiver follows."""
        standing = standings.standing(self._context)
        words, tone = f"{standing.open} belum {outbox.taken(standing)}", "warn"
        if not standing.open:
            words, tone = f"Semua sudah {outbox.taken(standing)}", "good"
        empty(self._standing)
        fill(self._standing, chip(words, tone), None)
        self._said.setText(self._follows(standing))
        self.send.setEnabled(standing.open > 0)

    def _follows(self, standing: Standing) -> str:
        if (here := branches.here(self._context)) is not None:
            return f"Awalan nomor laptop ini {here.prefix}; kantor meneruskan datanya ke kabupaten."
        return f"{standing.acknowledged} dari {standing.length} catatan sudah diakui kabupaten."

    def _send(self) -> None:
        folder = dialogs.choose_folder("Simpan berkas data ke folder atau USB", parent=self)
        if folder is not None:
            self._tasks.run_long("Menyegel data", lambda report: self._export(folder, report), self._sent)

    def _export(self, folder: Path, report: Report) -> list[Sent]:
        way = branches.export_branch if self._is_away else sending.export
        return way(self._context, folder, report)

    def _sent(self, files: list[Sent]) -> None:
        names = ", ".join(each.path.name for each in files)
        self._look()
        answer = "ketik kodenya" if self._is_away else "masukkan balasannya"
        dialogs.tell(
            f"{names} sudah disimpan dan terbaca kembali.",
            f"Bawa ke {self._to} dari {files[0].path.parent}, lalu {answer} di sini.",
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
            f"Masukkan kode dari {self._to}",
            f"Angka dan huruf yang dibacakan petugas {self._to}, misalnya 000240-7K3M-Q9TX.",
            "Periksa kode",
            name="Kode",
            parent=self,
        )
        if typed:
            sending.read_code(self._context, typed)
            self._look()

"""Permintaan kunci: an office lost every password and sheet; two people here hand its key on, sealed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from paten_desk.domain.roles import Right
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.fields import TextField
from paten_desk.ui.guard import guard
from paten_desk.ui.page import Page
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import escrow, inspection
from paten_desk.usecases.context import Context
from paten_desk.usecases.escrow import Asked

KINDS = "Permintaan kunci (*.json);;Semua berkas (*)"
COMPARE = (
    "Telepon kantor itu lewat nomor yang sudah Anda kenal, dan minta nomor periksanya dibacakan. "
    "Bila satu angka saja berbeda, jangan dijawab."
)


class EscrowPage(Page):
    """One request: whose it is, the digits to compare, the berita acara, and the answer.

    Signals:
        back: Esc.
    """

    back = Signal()
    keys = (
        ("Ctrl+O", "pilih berkas permintaan"),
        ("Ctrl+S", "jawab permintaan, lalu simpan jawabannya"),
        ("Esc", "kembali"),
    )

    def __init__(self, context: Context) -> None:
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.choose = Button("Pilih permintaan", icon="inbox", key="Ctrl+O")
        super().__init__(
            "Permintaan kunci", "Seret berkas permintaan ke sini, atau pilih dari stik.", (self.leave_it, self.choose)
        )
        self._context = context
        self._content, self._answer = b"", b""
        self._asked: Asked | None = None
        self.office, self.check = label("", "lead"), label("", "figure")
        self.minutes = TextField("Nomor berita acara", "Berita acara yang ditandatangani kedua kantor.")
        self.said = label("", "second", wrap=True)
        self.answer = Button("Nomor periksa sama: jawab", "primary", "badge-check", "Ctrl+S")
        card = Card("Permintaan", pad=t.S4).add(
            self.office,
            column(label("Nomor periksa", "hint"), self.check, gap=0),
            label(COMPARE, wrap=True),
            t.S1,
            self.minutes,
            self.said,
            row(None, self.answer),
        )
        nothing = Empty(
            "lock",
            "Belum ada permintaan yang dibuka",
            "Kantor yang kehilangan semua kata sandi dan lembar pemulihannya membawa berkas MINTA-KUNCI di stik.",
        )
        self._stack = QStackedWidget()
        for part in (nothing, clear(column(card, None))):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.setAcceptDrops(True)
        self.leave_it.clicked.connect(self.back)
        self.choose.clicked.connect(self._choose)
        self.answer.clicked.connect(self._go_on)
        self.minutes.then = self.answer.click

    def begin(self) -> None:
        """Put the cursor where work goes on."""
        (self.minutes.editor if self._asked else self.choose).setFocus()

    def take(self, path: Path) -> None:
        """Open a request."""
        self._content = inspection.content_of(path)
        self._asked, self._answer = escrow.read(self._content), b""
        self.office.setText(self._asked.office)
        self.check.setText(self._asked.check)
        self.minutes.set_value("")
        self.minutes.show_problem("")
        self.said.setText("")
        self.answer.say("Nomor periksa sama: jawab")
        self._stack.setCurrentIndex(1)
        self.begin()

    @guard(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @guard(None)
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            if url.isLocalFile():
                self.take(Path(url.toLocalFile()))

    def _choose(self) -> None:
        path = dialogs.choose_file("Pilih permintaan kunci", KINDS, parent=self)
        if path is not None:
            self.take(path)

    def _go_on(self) -> None:
        """Answer once, then save the answer as often as it is wanted."""
        if self._asked is not None and (self._answer or self._made(self._asked)):
            self._save(self._asked)

    def _made(self, asked: Asked) -> bool:
        if not self.minutes.value():
            self.minutes.show_problem("Isi nomor berita acara permintaan kunci.")
            self.minutes.editor.setFocus()
            return False
        words = f"Kunci data {asked.office} diserahkan untuk permintaan {asked.check}."
        approval = ask_approval(self._context, Right.OPEN_ESCROW, words, self)
        if approval is None:
            return False
        self._answer = escrow.answer(self._context, self._content, self.minutes.value(), approval)
        self.answer.say("Simpan jawaban")
        return True

    def _save(self, asked: Asked) -> None:
        folder = dialogs.choose_folder("Pilih stik untuk jawaban", parent=self)
        if folder is not None:
            path = escrow.write_answer(folder, asked, self._answer)
            self.said.setText(f"Jawaban tersimpan: {path.name}. Serahkan kepada {asked.office}.")

"""Taking papers over: while this line is open, a scanned receipt puts its papers on the desk of who scans."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from paten_desk.domain.errors import PatenError
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.fields import TextField
from paten_desk.ui.reports import attempt
from paten_desk.ui.requests.words import short_number
from paten_desk.ui.widgets import column, label, row
from paten_desk.usecases import dossiers
from paten_desk.usecases.context import Context

LAST = 4  # taken papers named in the line


class ReceivingBar(QFrame):
    """One box that reads codes and numbers, and what was taken so far; hidden until its key is pressed.

    Signals:
        taken: Papers were taken over.
        closed: The line is closed.
    """

    taken = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("panel", "accent")
        self._context = context
        self._names: list[str] = []
        self.box = TextField("Terima berkas", "Pindai QR tanda terima di berkasnya, atau ketik nomornya lalu Enter.")
        self.box.then = lambda: self.take(self.box.value())
        self.close_it = Button("Selesai", "small", key="Esc")
        self.said = label("Belum ada yang diterima.", "second", wrap=True)
        left = column(self.box, gap=0)
        right = column(None, self.said, None, gap=0)
        box = row(left, right, self.close_it, gap=t.S4)
        box.setStretch(0, 2)
        box.setStretch(1, 3)
        box.setContentsMargins(t.S4, t.S2, t.S4, t.S2)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.close_it.clicked.connect(self.end)
        self.hide()

    def begin(self) -> None:
        """Come up and wait for the first paper."""
        self._names.clear()
        self.said.setText("Belum ada yang diterima.")
        self.box.set_value("")
        self.show()
        self.box.editor.setFocus()

    def end(self) -> None:
        """Go away; from now on a scanned code opens its request again."""
        self.hide()
        self.closed.emit()

    def take(self, text: str) -> None:
        """Take over the papers that a code or number names; what is wrong with it stands under the box."""
        if not text.strip():
            return
        held = attempt(lambda: dossiers.take_named(self._context, text))
        if isinstance(held, PatenError):  # said here: the next paper may be scanned at once, and a dialog would take it
            self.box.show_problem(str(held))
            self.box.editor.setFocus()
            return
        self.box.set_value("")
        self.box.show_problem("")
        self._names.insert(0, f"{short_number(held.number)} {held.personal.applicant.name}")
        more = f", dan {len(self._names) - LAST} lainnya" if len(self._names) > LAST else ""
        self.said.setText(f"{len(self._names)} diterima: {'; '.join(self._names[:LAST])}{more}")
        self.taken.emit()
        self.box.editor.setFocus()

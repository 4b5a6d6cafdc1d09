"""Laptop ini: on a computer that serves outside the office, how its work comes home."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.closings.sending import SendingCard
from paten_desk.ui.key_cards import OwnCard
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column
from paten_desk.usecases.context import Context


class LaptopTab(QWidget):
    """What goes to the office and its answer above, the laptop's key card below."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.sending = SendingCard(context, tasks, self.refresh)
        note = "serahkan ke kantor sekali, sebelum berkas pertama"
        self.own = OwnCard(context, tasks, "Kartu kunci laptop ini", note)
        self.setLayout(column(self.sending, self.own, None, gap=t.S3))

    def refresh(self) -> None:
        """Read again what the office has not confirmed."""
        self.sending.refresh()
        self.own.refresh()

    def begin(self) -> None:
        """Put the cursor where the work goes on."""
        (self.sending.send if self.sending.send.isEnabled() else self.sending.code).setFocus()

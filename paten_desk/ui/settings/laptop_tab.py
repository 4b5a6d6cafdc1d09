"""Laptop ini: on a computer that serves outside the office, how its work comes home."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.closings.sending import SendingCard
from paten_desk.ui.key_cards import OwnCard
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, row
from paten_desk.usecases.context import Context

SIDE = 320


class LaptopTab(QWidget):
    """The laptop's key card, and beside it what goes to the office and its answer."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.sending = SendingCard(context, tasks, self.refresh)
        note = "serahkan ke kantor sekali, sebelum berkas pertama"
        self.own = OwnCard(context, tasks, "Kartu kunci laptop ini", note)
        self.sending.setFixedWidth(SIDE)
        self.setLayout(column(row(column(self.own, None), column(self.sending, None), gap=t.S3), None))

    def refresh(self) -> None:
        """Read again what the office has not confirmed."""
        self.sending.refresh()
        self.own.refresh()

    def begin(self) -> None:
        """Put the cursor where the work goes on."""
        (self.sending.send if self.sending.send.isEnabled() else self.sending.code).setFocus()

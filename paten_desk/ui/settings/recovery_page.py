"""A new recovery sheet, over the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal

from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.first_run.recovery import RecoverySheet
from paten_desk.ui.page import Page
from paten_desk.ui.tasks import Tasks


class RecoveryPage(Page):
    """The sheet that was just made; its code is seen here once and never again.

    Signals:
        back: The user has it on paper, or went back all the same.
    """

    back = Signal()
    keys = (("Ctrl+P", "cetak dua rangkap"), ("Esc", "kembali"))

    def __init__(self, pdf: bytes, tasks: Tasks) -> None:
        self.done = Button("Selesai", "primary", key="Esc")
        super().__init__(
            "Lembar pemulihan baru", "Musnahkan lembar yang lama setelah yang baru tercetak.", (self.done,)
        )
        self.sheet = RecoverySheet(pdf, tasks)
        self.body.addWidget(self.sheet, 1)
        self.done.clicked.connect(self._leave)

    def begin(self) -> None:
        """Put the cursor on printing."""
        self.sheet.print.setFocus()

    def _leave(self) -> None:
        if self.sheet.is_kept() or dialogs.confirm(
            "Lembar pemulihan belum dicetak atau disimpan.",
            "Kodenya hanya tampil sekali, dan lembar yang lama sudah tidak berlaku.",
            "Tinggalkan lembar",
            careful=True,
            parent=self,
        ):
            self.back.emit()

"""A backup that did not come to be, told above every page."""

from __future__ import annotations

from PySide6.QtCore import Signal

from paten_desk.domain.errors import PatenError
from paten_desk.ui.alert_bar import AlertBar
from paten_desk.ui.button import Button


class FailedBar(AlertBar):
    """A backup of the background that failed, said once; the status bar keeps the mark.

    Signals:
        opened: The page of the backups is wanted.
    """

    opened = Signal()

    def __init__(self, leads: bool) -> None:
        """`leads` where this user has that page."""
        self.open = Button("Buka Cadangan", "small", "hard-drive", "Ctrl+B")
        self.read = Button("Mengerti", "small", key="Ctrl+Shift+B")
        super().__init__("warn", self.open, self.read)
        self.open.setVisible(leads)
        self.open.clicked.connect(self._open)
        self.read.clicked.connect(self.hide)

    def tell(self, error: PatenError) -> None:
        """Say what stood in the way."""
        self.say(error.message, f"{error.hint} Pekerjaan dapat diteruskan.".strip(), "warn")

    def _open(self) -> None:
        self.hide()
        self.opened.emit()

"""The folder whose new scans are offered at the counter; it counts on this computer alone."""

from __future__ import annotations

from pathlib import Path

from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.elided import Elided
from paten_desk.ui.scans.folder import scan_folder
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, label, picture, row
from paten_desk.usecases import scan_folders
from paten_desk.usecases.context import Context

NONE = "Gambar baru dari pemindai atau ponsel di folder ini ditawarkan di loket."


class ScanLine(Card):
    """Names the folder; a key chooses another one."""

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__(pad=t.S3)
        self._context, self._tasks = context, tasks
        self.setAccessibleName("Folder pindaian")
        self.says = Elided("", "second")
        self.stop = Button("Tanpa folder", "quiet")
        self.choose = Button("Pilih folder", icon="folder-open", key="Ctrl+O")
        words = column(label("Folder pindaian", "strong"), self.says, gap=0)
        whole = row(picture("folder-open", t.INK_3, 20), words, self.stop, self.choose, gap=t.S3)
        whole.setStretch(1, 1)
        self.add(whole)
        self.choose.clicked.connect(self._choose)
        self.stop.clicked.connect(lambda: self._watch(None))
        self._show()

    def _choose(self) -> None:
        held = scan_folders.folder(self._context)
        chosen = dialogs.choose_folder("Pilih folder pindaian", held, self)
        if chosen is not None:
            self._watch(chosen)

    def _watch(self, folder: Path | None) -> None:
        scan_folders.choose(self._context, folder)
        scan_folder(self._context, self._tasks).watch(folder)
        self._show()

    def _show(self) -> None:
        held = scan_folders.folder(self._context)
        self.says.setText(NONE if held is None else str(held))
        self.stop.setVisible(held is not None)

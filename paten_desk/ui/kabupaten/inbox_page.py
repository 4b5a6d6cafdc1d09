"""Terima Berkas: drop sealed files, see what each would change, take it in, give the reply back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.guard import guard
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Report, Tasks
from paten_desk.ui.widgets import label
from paten_desk.usecases import kabupaten
from paten_desk.usecases.context import Context
from paten_desk.usecases.kabupaten import Imported, Looked

COLUMNS = (
    Column("Hasil", 150),
    Column("Kecamatan", strong=True),
    Column("Berkas", 300, from_width=860),
    Column("Catatan baru", 110, right=True),
    Column("Kode balasan", 170),
)
KINDS = "Berkas tersegel (*.age *);;Semua berkas (*)"
RESULTS = {
    "COMPLETE": ("Lengkap", "good"),
    "DUPLICATE": ("Sudah ada", "neutral"),
    "PARTIAL": ("Bercabang", "late"),
    "WAITING": ("Menunggu yang hilang", "warn"),
}


class InboxPage(Page):
    """Verified files wait in the list until they are taken in with one key."""

    keys = (("Ctrl+O", "pilih berkas"), ("Ctrl+S", "gabungkan"), ("Ctrl+P", "simpan balasan"))

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.choose = Button("Pilih berkas", icon="inbox", key="Ctrl+O")
        super().__init__("Terima Berkas", "Seret berkas kecamatan ke sini, atau pilih dari stik.", (self.choose,))
        self._context, self._tasks = context, tasks
        self._seen: list[Looked] = []
        self._done: list[tuple[Path, Imported]] = []
        self.table = Table(
            "Berkas yang diterima",
            COLUMNS,
            Empty(
                "inbox",
                "Belum ada berkas yang diperiksa",
                "Seret berkas PATEN-….age ke halaman ini. Tiap berkas diperiksa dahulu, belum digabungkan.",
            ),
            keys=(("↑↓", "pilih"),),
        )
        self.note: QLabel = label("", "second", wrap=True)
        self.code: QLabel = label("", "figure")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card = Card("Balasan").add(self.note, self.code)
        self.merge = Button("Gabungkan", "primary", key="Ctrl+S")
        self.save = Button("Simpan balasan", icon="save", key="Ctrl+P")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.card)
        self.show_foot(None, self.save, self.merge)
        self.setAcceptDrops(True)
        self.choose.clicked.connect(self._choose)
        self.merge.clicked.connect(self._merge)
        self.save.clicked.connect(self._save)
        self._show()

    def look_at(self, paths: list[Path]) -> None:
        """Verify files on the worker and list what each would change."""

        def work(report: Report) -> list[Looked]:
            found = []
            for at, path in enumerate(paths):
                report(at, len(paths), path.name)
                found.append(kabupaten.look_at(self._context, path))
            return found

        self._tasks.run_long("Memeriksa berkas", work, self._looked)

    @guard(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @guard(None)
    def dropEvent(self, event: QDropEvent) -> None:
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _choose(self) -> None:
        path = dialogs.choose_file("Pilih berkas kecamatan", KINDS, parent=self)
        if path:
            self.look_at([path])

    def _looked(self, found: list[Looked]) -> None:
        self._seen += found
        self._show()

    def _merge(self) -> None:
        waiting = [seen for seen in self._seen if seen.preview]

        def work(report: Report) -> list[tuple[Path, Imported]]:
            done = []
            for at, seen in enumerate(waiting):
                report(at, len(waiting), seen.path.name)
                assert seen.preview is not None
                done.append((seen.path, kabupaten.take_in(self._context, seen.preview)))
            return done

        self._tasks.run_long("Menggabungkan berkas", work, partial(self._merged, waiting))

    def _merged(self, waiting: list[Looked], done: list[tuple[Path, Imported]]) -> None:
        self._seen = [seen for seen in self._seen if seen not in waiting]
        self._done = done + self._done
        self._show()

    def _save(self) -> None:
        path, made = self._done[0]
        target = dialogs.choose_new_file(
            "Simpan balasan", "Berkas tersegel (*.age)", path.with_name(made.reply_name), parent=self
        )
        if target:
            target.write_bytes(made.reply_file)
            self.note.setText(f"Balasan tersimpan di {target}. Serahkan kepada {made.office}.")

    def _show(self) -> None:
        rows = [
            Row(
                str(seen.path),
                (("Siap digabung", "accent"), seen.preview.office, seen.path.name, str(seen.preview.fresh), "")
                if seen.preview
                else (("Ditolak", "late"), seen.problem, seen.path.name, "", ""),
            )
            for seen in self._seen
        ]
        rows += [
            Row(made.code, (RESULTS[made.result.value], made.office, path.name, str(made.new), made.code))
            for path, made in self._done
        ]
        self.table.show_rows(rows, len(rows))
        self.merge.setEnabled(any(seen.preview for seen in self._seen))
        self.save.setEnabled(bool(self._done))
        self.card.setVisible(bool(self._done))
        if self._done:
            _, made = self._done[0]
            self.note.setText(
                f"Kode balasan untuk {made.office}; bacakan lewat telepon, atau simpan berkas balasannya."
            )
            self.code.setText(made.code)

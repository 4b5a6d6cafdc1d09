"""Terima Berkas: drop sealed files, see what each would change, take it in, give the reply back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel

from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.guard import guard
from paten_desk.ui.page import Page
from paten_desk.ui.reports import Report
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, label, row
from paten_desk.usecases import kabupaten
from paten_desk.usecases.context import Context
from paten_desk.usecases.kabupaten import Imported, Looked

COLUMNS = (
    Column("Hasil", 190),
    Column("Kecamatan", strong=True),
    Column("Berkas", 300),
    Column("Catatan baru", 120, right=True, from_width=700),
    Column("Kode balasan", 190, from_width=860),
)
KINDS = "Berkas tersegel (*.age);;Semua berkas (*)"
READY, REFUSED = ("Siap digabungkan", "accent"), ("Ditolak", "late")
RESULTS = {
    "COMPLETE": ("Lengkap", "good"),
    "DUPLICATE": ("Sudah ada", "neutral"),
    "PARTIAL": ("Bercabang", "late"),
    "WAITING": ("Menunggu berkas lain", "warn"),
}
STANDINGS = {
    "GAP": "Ada berkas sebelumnya yang belum diterima; minta kantor itu mengirim ulang semuanya.",
    "FORK": "Dua catatan berbeda memakai nomor yang sama; hubungi kantor itu sebelum menerima berkas lain.",
    "SHRUNK": "Kantor itu pernah mengirim catatan yang lebih panjang; tanyakan apakah komputernya dipulihkan.",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One file on the list: verified or refused, and what became of it."""

    looked: Looked
    made: Imported | None = None

    @property
    def waits(self) -> bool:
        """It can be taken in."""
        return self.looked.preview is not None and self.made is None


class InboxPage(Page):
    """Verified files wait in the list until they are taken in with one key."""

    keys = (
        ("Ctrl+O", "pilih berkas"),
        ("Ctrl+S", "gabungkan semua yang siap"),
        ("Ctrl+P", "simpan balasan untuk berkas yang dipilih"),
        ("Del", "singkirkan dari daftar"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.choose = Button("Pilih berkas", icon="inbox", key="Ctrl+O")
        super().__init__("Terima Berkas", "Seret berkas kecamatan ke sini, atau pilih dari stik.", (self.choose,))
        self._context, self._tasks = context, tasks
        self._lines: dict[str, Line] = {}
        self.table = Table(
            "Berkas yang diterima",
            COLUMNS,
            Empty(
                "inbox",
                "Belum ada berkas yang diperiksa",
                "Tekan Ctrl+O dan pilih berkas PATEN dari stik. Tiap berkas diperiksa dahulu, belum digabungkan.",
            ),
            keys=(("↑↓", "pilih"), ("Del", "singkirkan")),
        )
        self.note: QLabel = label("", wrap=True)
        self.code: QLabel = label("", "figure")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = label("", "second", wrap=True)
        words = row(column(self.note, self.said, None, gap=2), self.code, gap=t.S5)
        words.setStretch(0, 1)
        self.card = Card(pad=t.S3).add(words)
        self.drop = Button("Singkirkan", key="Del")
        self.merge = Button("Gabungkan", "primary", key="Ctrl+S")
        self.save = Button("Simpan balasan", icon="save", key="Ctrl+P")
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.card)
        self.show_foot(self.drop, None, self.save, self.merge)
        self.setAcceptDrops(True)
        self.choose.clicked.connect(self._choose)
        self.drop.clicked.connect(self._drop)
        self.merge.clicked.connect(self._merge)
        self.save.clicked.connect(self._save)
        self.table.chosen.connect(lambda _: self._show_chosen())
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

    def begin(self) -> None:
        """Put the cursor into the list, or on choosing a file."""
        (self.table if self._lines else self.choose).setFocus()

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
        self._lines |= {str(seen.path): Line(seen) for seen in found}
        self._show()
        self.table.choose(str(found[-1].path))
        self.begin()

    def _merge(self) -> None:
        """Take in one file after the other: what one of them cannot do stops no other."""
        for line in [line for line in self._lines.values() if line.waits]:
            preview = line.looked.preview
            assert preview is not None

            def work(report: Report, preview: kabupaten.Preview = preview) -> Imported:
                report(0, 1, preview.office)
                return kabupaten.take_in(self._context, preview)

            self._tasks.run_long("Menggabungkan berkas", work, partial(self._merged, line))

    def _merged(self, line: Line, made: Imported) -> None:
        self._lines[str(line.looked.path)] = replace(line, made=made)
        self._show()

    def _drop(self) -> None:
        self._lines.pop(str(self.table.current()), None)
        self._show()
        self.begin()

    def _save(self) -> None:
        made = self._lines[str(self.table.current())].made
        folder = dialogs.choose_folder("Pilih stik atau folder untuk balasan", parent=self)
        if folder and made:
            path = kabupaten.write_reply(made, folder)
            self.said.setText(f"Balasan tersimpan: {path}. Serahkan kepada {made.office}.")

    def _show(self) -> None:
        rows = [Row(key, _cells(line)) for key, line in self._lines.items()]
        self.table.show_rows(rows, len(rows), "menurut urutan diperiksa")
        waiting = sum(line.waits for line in self._lines.values())
        self.merge.say(f"Gabungkan {waiting} berkas" if waiting > 1 else "Gabungkan")
        self.merge.setEnabled(waiting > 0)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Say in whole sentences what the chosen file is, and what to do with it."""
        line = self._lines.get(str(self.table.current()))
        self.card.setVisible(line is not None)
        self.drop.setEnabled(line is not None)
        self.save.setEnabled(line is not None and line.made is not None)
        self.said.setText("")
        self.code.setText("")
        if line is None:
            return
        if line.made is not None:
            self.note.setText(f"Kode balasan untuk {line.made.office}: bacakan lewat telepon, atau simpan berkasnya.")
            self.code.setText(line.made.code)
            self.said.setText(STANDINGS.get(line.made.status.value, "Catatan kantor itu utuh sampai berkas ini."))
        elif (preview := line.looked.preview) is not None:
            self.note.setText(f"{preview.office}: {preview.fresh} catatan baru, {preview.known} sudah ada di sini.")
            self.said.setText("Belum digabungkan." if preview.joins else STANDINGS["GAP"])
        else:
            self.note.setText(line.looked.problem)


def _cells(line: Line) -> tuple[str | tuple[str, str], ...]:
    name, preview, made = line.looked.path.name, line.looked.preview, line.made
    if made is not None:
        return RESULTS[made.result.value], made.office, name, str(made.new), made.code
    if preview is not None:
        return READY, preview.office, name, str(preview.fresh), ""
    return REFUSED, "-", name, "", ""

"""The versions of a letter's text: who changed it when and why, what is different, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from paten_desk.domain.formats import long_date
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.fields import ComboField
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import chip, clear, column, empty, fill, label, row, scroll
from paten_desk.usecases import text_editing
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_editing import TextVersion
from paten_desk.usecases.text_words import ADDED, REMOVED, SAME

COLUMNS = (
    Column("Keadaan", 100),
    Column("Berlaku sejak", 156, strong=True),
    Column("Oleh", 150, from_width=620),
    Column("Catatan"),
)
MARKS = {REMOVED: ("Dihapus", "late"), ADDED: ("Ditambah", "good")}
MARK_WIDTH = 84


class VersionsPage(Page):
    """All versions, newest first; the chosen one stands beside another, line by line.

    Signals:
        back: Esc, or the editor is wanted.
    """

    back = Signal()
    least_width = 760
    keys = (
        ("↑↓", "pilih versi"),
        ("F6", "bandingkan dengan versi lain"),
        ("F8", "kembalikan versi yang dipilih"),
        ("Esc", "kembali"),
    )

    def __init__(self, context: Context, name: str) -> None:
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.roll_back = Button("Kembalikan", "primary", "undo-2", "F8")
        super().__init__(
            f"Versi naskah: {text_editing.title(context, name)}",
            "Versi tidak pernah dihapus; surat yang sudah dibuat tetap memakai naskahnya sendiri.",
            (self.leave_it, self.roll_back),
        )
        self._context, self._name = context, name
        self._versions: list[TextVersion] = []
        self.table = Table(
            "Versi naskah",
            COLUMNS,
            Empty("history", "Belum ada versi", "Versi pertama ada sesudah naskah ini disimpan."),
            keys=(("↑↓", "pilih"),),
        )
        self.other = ComboField("Bandingkan dengan")
        self.said = label("", "second", wrap=True)
        self._lines = column(gap=t.S1)
        changes = Card("Perbedaan")
        changes.add(self.other, self.said, scroll(clear(column(self._lines, None, margins=(0, 0, 8, 0)))))
        changes.body.setStretch(3, 1)
        below = row(self.table, changes, gap=t.S3)
        below.setStretch(0, 5)
        below.setStretch(1, 6)
        self.body.addLayout(below)
        self.table.chosen.connect(lambda _: self._compare())
        self.other.changed.connect(self._compare)
        self.leave_it.clicked.connect(self.back)
        self.roll_back.clicked.connect(self._roll_back)
        QShortcut(QKeySequence("F6"), self).activated.connect(self.other.editor.setFocus)

    def refresh(self) -> None:
        """Read the versions again."""
        found = text_editing.versions(self._context, self._name)
        if found == self._versions:
            return
        self._versions = found
        self.other.set_choices([(str(at), _words(each)) for at, each in enumerate(found)])
        self.other.set_value(str(next((at for at, each in enumerate(found) if each.counts), 0)))
        self.table.show_rows([Row(at, _cells(each)) for at, each in enumerate(found)], len(found), "terbaru dulu")
        self._compare()

    def begin(self) -> None:
        """Put the cursor into the list."""
        self.table.setFocus()

    def _compare(self) -> None:
        chosen, other = self.table.current(), self.other.value()
        if chosen is None or not other or not self._versions:
            return
        one, two = self._versions[int(other)], self._versions[chosen]
        self.roll_back.setEnabled(not two.counts or any(each.waits for each in self._versions))
        changes = text_editing.compare(self._context, self._name, one.version, two.version)
        count = sum(1 for each in changes if each.kind != SAME)
        beside = f"{count} baris berbeda terhadap {_words(one)}." if count else f"Isinya sama dengan {_words(one)}."
        about = f"{_words(two)}, oleh {two.by or 'PATEN Desk'}: {two.note.rstrip('.')}. {beside}"
        self.said.setText(about[0].upper() + about[1:])
        empty(self._lines)
        for each in changes:
            mark = chip(*MARKS[each.kind]) if each.kind in MARKS else label("")
            held = clear(column(row(mark, None), None, gap=0))
            held.setFixedWidth(MARK_WIDTH)
            words = label(each.words.strip(), "" if each.kind in MARKS else "second", wrap=True)
            line = row(held, words, gap=t.S2)
            line.setStretch(1, 1)
            fill(self._lines, clear(line))

    def _roll_back(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            return
        version = self._versions[chosen]
        note = dialogs.ask_reason(
            f"Kembalikan {_words(version)}?",
            "Versi ini berlaku lagi mulai hari ini sebagai versi baru.",
            "Kembalikan",
            parent=self,
        )
        if note:
            text_editing.roll_back(self._context, self._name, version.version, note)
            self.refresh()
            self.begin()


def _words(version: TextVersion) -> str:
    if version.since is None:
        return "naskah bawaan"
    recorded = f", dicatat {version.recorded_at:%H.%M}" if version.recorded_at else ""
    return f"versi {long_date(version.since)}{recorded}"


def _cells(version: TextVersion) -> tuple[Cell, ...]:
    state: Cell = ("Bawaan", "neutral") if version.is_shipped else ""
    if version.counts or version.waits:
        state = ("Berlaku", "good") if version.counts else ("Menunggu", "warn")
    since = long_date(version.since) if version.since else "sejak awal"
    return state, since, version.by or "PATEN Desk", version.note

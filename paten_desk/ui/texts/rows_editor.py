"""Rows of one part, under each other: data, items, columns of a table, lines of an address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ChoiceField, ComboField, TextField
from paten_desk.ui.rows_model import Column
from paten_desk.ui.rows_model import Row as Line
from paten_desk.ui.table import Table
from paten_desk.ui.texts.editors import Condition, Editor, Words
from paten_desk.ui.widgets import clear, column, row
from paten_desk.usecases import text_words
from paten_desk.usecases.text_blocks import Block, Row, moved

LIST_HIGH = 190


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row of a part has beside its text."""

    name: str = ""
    bold: bool = False
    when: bool = True
    share: bool = False


SHAPES = {
    "facts": Shape("Nama baris", bold=True),
    "numbered": Shape(),
    "columns": Shape(),
    "table": Shape("Kepala kolom", when=False, share=True),
    "recipient": Shape(),
    "copies": Shape(),
}


class RowsEditor(Editor):
    """A list of rows; the chosen one is edited under it."""

    def __init__(
        self, rows: tuple[Row, ...], shape: Shape, words: Mapping[str, str], choices: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._rows, self._words, self._at = rows, words, 0
        self.list = Table(
            "Baris",
            (Column("Baris"),),
            Empty("list-checks", "Belum ada baris", "Tekan Tambah."),
            keys=(),
        )
        self.list.setFixedHeight(LIST_HIGH)
        self.list.view.horizontalHeader().hide()
        self.add, self.remove, self.up, self.down = (
            Button(verb, "small") for verb in ("Tambah", "Hapus", "Naik", "Turun")
        )
        for button in (self.add, self.remove, self.up, self.down):
            button.setAccessibleName(f"{button.words()} baris")
        self.name = TextField(shape.name, small=True, longest=120)
        self.text = Words("Isi", words, "Ctrl+I menyisipkan isian di tempat kursor.", 3)
        self.bold = QCheckBox("Tebal")
        self.when = Condition("Tampil", choices)
        self.share = TextField("Lebar", "Bagian dari lebar tabel, misalnya 30.", small=True, longest=6)
        self.fields = clear(column(self.name, self.text, self.bold, self.share, self.when, gap=t.S2))
        tools = row(self.add, self.remove, None, self.up, self.down, gap=6)
        self.setLayout(column(self.list, tools, self.fields, None, gap=t.S2))
        for part, stands in ((self.when, shape.when), (self.bold, shape.bold), (self.share, shape.share)):
            part.setHidden(not stands)
        self.name.setHidden(not shape.name)
        self._show_list()
        self._show_row()
        self.list.chosen.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        for field, what in ((self.name, "name"), (self.text, "text"), (self.when, "when"), (self.share, "share")):
            field.changed.connect(lambda what=what: self._take(what))
        self.bold.toggled.connect(lambda _: self._take("bold"))

    def show_value(self, value: Any) -> None:
        self._rows = value
        self._at = min(self._at, max(0, len(value) - 1))
        self._show_list()
        self._show_row()

    def words(self) -> Words | None:
        return self.text if self._rows else None

    def begin(self) -> None:
        """Put the cursor into the first field of the chosen row."""
        (self.add if not self._rows else self.text.area if self.name.isHidden() else self.name.editor).setFocus()

    def _show_list(self) -> None:
        lines = [Line(at, (text_words.row_words(each, self._words),)) for at, each in enumerate(self._rows)]
        blocked = self.list.blockSignals(True)
        self.list.show_rows(lines, len(lines))
        self.list.choose(self._at)
        self.list.blockSignals(blocked)
        several = len(self._rows) > 1
        for button, on in ((self.remove, bool(self._rows)), (self.up, several), (self.down, several)):
            button.setEnabled(on)
        self.fields.setVisible(bool(self._rows))

    def _show_row(self) -> None:
        if not self._rows:
            return
        shown = self._rows[self._at]
        if self.name.value() != shown.name:
            self.name.set_value(shown.name)
        self.text.show_text(shown.text)
        self.when.show_condition(shown.when, shown.unless)
        if _share(self.share.value()) != shown.share:
            self.share.set_value(f"{shown.share:g}".replace(".", ","))
        blocked = self.bold.blockSignals(True)
        self.bold.setChecked(shown.bold)
        self.bold.blockSignals(blocked)

    def _choose(self, at: Any) -> None:
        if at != self._at:
            self._at = int(at)
            self._show_row()

    def _add(self) -> None:
        at = self._at + 1 if self._rows else 0
        shares = [each.share for each in self._rows]
        share = sum(shares) / len(shares) if shares else 1.0
        self._put((*self._rows[:at], Row(share=share), *self._rows[at:]), at)
        self.begin()

    def _remove(self) -> None:
        at = self._at
        self._put(self._rows[:at] + self._rows[at + 1 :], max(0, min(at, len(self._rows) - 2)))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, by: int) -> None:
        to = self._at + by
        if 0 <= to < len(self._rows):
            self._put(moved(self._rows, self._at, by), to)

    def _put(self, rows: tuple[Row, ...], at: int) -> None:
        self._rows, self._at = rows, at
        self._show_list()
        self._show_row()
        self.edited.emit(rows, "")

    def _take(self, what: str) -> None:
        if not self._rows:
            return
        when, unless = self.when.condition() if not self.when.isHidden() else ("", False)
        made = replace(
            self._rows[self._at],
            text=self.text.text(),
            name=self.name.value() if not self.name.isHidden() else "",
            bold=self.bold.isChecked(),
            when=when,
            unless=unless,
            share=_share(self.share.value()),
        )
        self._rows = (*self._rows[: self._at], made, *self._rows[self._at + 1 :])
        self._show_list()
        self.edited.emit(self._rows, f"{self._at}.{what}")


class BlockEditor(Editor):
    """A part made of rows: which list or which side they are of, and when the whole stands."""

    def __init__(
        self,
        block: Block,
        words: Mapping[str, str],
        choices: Sequence[tuple[str, str]],
        lists: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._block = block
        self.list = ComboField("Daftar", [*lists.items()], "Daftar yang diisi pada formulir layanan.")
        self.side = ChoiceField("Kolom", (("rows", "Kiri"), ("right", "Kanan")), "rows")
        self.rows = RowsEditor(block.rows, SHAPES[block.kind], words, choices)
        self.when = Condition("Seluruh bagian tampil", choices)
        self.setLayout(column(self.list, self.side, self.rows, self.when, None, gap=t.S2))
        self.list.setHidden(block.kind != "table")
        self.side.setHidden(block.kind != "columns")
        self.list.set_value(block.list_name)
        self.show_value(block)
        self.list.changed.connect(lambda: self._take("list"))
        self.when.changed.connect(lambda: self._take("when"))
        self.side.changed.connect(lambda: self.rows.show_value(self._shown()))
        self.rows.edited.connect(self._take_rows)

    def show_value(self, value: Any) -> None:
        self._block = value
        self.list.set_value(value.list_name)
        self.rows.show_value(self._shown())
        self.when.show_condition(value.when, value.unless)

    def words(self) -> Words | None:
        return self.rows.words()

    def _shown(self) -> tuple[Row, ...]:
        return self._block.right if self.side.value() == "right" else self._block.rows

    def _take_rows(self, rows: tuple[Row, ...], what: str) -> None:
        right = self.side.value() == "right"
        self._block = replace(self._block, right=rows) if right else replace(self._block, rows=rows)
        self.edited.emit(self._block, f"{self.side.value()}.{what}" if what else "")

    def _take(self, what: str) -> None:
        when, unless = self.when.condition()
        self._block = replace(self._block, when=when, unless=unless, list_name=self.list.value())
        self.edited.emit(self._block, what)


def _share(typed: str) -> float:
    """Read a width; what is no number is 0, which the check tells."""
    words = typed.replace(",", ".", 1)
    return float(words) if words.replace(".", "", 1).isascii() and words.replace(".", "", 1).isdigit() else 0.0

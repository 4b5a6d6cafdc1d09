"""Editors of one text: words with blanks in them, and on what they depend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.fields import AreaField, ChoiceField, ComboField
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import text_words
from paten_desk.usecases.text_blocks import Block, Draft, Row

ALWAYS = "Selalu"
FILLED, EMPTY = "+", "-"


class Words(AreaField):
    """A text with its blanks as ‹nama pemohon›."""

    def __init__(self, name: str, words: Mapping[str, str], hint: str = "", lines: int = 5) -> None:
        super().__init__(name, hint, lines=lines)
        self._words = words

    def text(self) -> str:
        """Return the text as the file has it."""
        return text_words.typed(self.value(), self._words)

    def show_text(self, text: str) -> None:
        """Show a text of the file; the cursor stays where the words are the same."""
        if self.text() != text:
            self.set_value(text_words.shown(text, self._words))

    def insert(self, blank: str, form: str) -> None:
        """Put a blank at the cursor; `form` is "", "capital", or "#" or "^" to let the chosen words depend on it."""
        cursor = self.area.textCursor()
        if form in ("#", "^"):
            chosen = cursor.selectedText() or " "
            opened, closed = (text_words.token(each, self._words) for each in (form + blank, "/"))
            cursor.insertText(f"{opened}{chosen}{closed}")
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(closed))
        else:
            cursor.insertText(text_words.token(blank + (".capital" if form else ""), self._words))
        self.area.setTextCursor(cursor)
        self.area.setFocus()


class Condition(ComboField):
    """On which blank a part depends, or that it always stands."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        offered = [("", ALWAYS)]
        offered += [(FILLED + blank, f"bila {said} terisi") for blank, said in choices]
        offered += [(EMPTY + blank, f"bila {said} kosong") for blank, said in choices]
        super().__init__(name, offered)
        self._offered = {value for value, _ in offered}

    def condition(self) -> tuple[str, bool]:
        """Return the blank and whether it must be empty; ("", False) stands always."""
        value = self.value()
        return value[1:], value[:1] == EMPTY

    def show_condition(self, when: str, unless: bool) -> None:
        """Show a condition; one on a blank that nobody knows stays, to be mended."""
        value = (EMPTY if unless else FILLED) + when if when else ""
        if value not in self._offered:
            self.combo.addItem(f"bila {when} {'kosong' if unless else 'terisi'}", value)
            self._offered.add(value)
        self.set_value(value)


class Editor(QWidget):
    """Edits one value.

    Signals:
        edited: The user changed it (the new value, what was typed in).
    """

    edited = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")

    def show_value(self, value: Any) -> None:
        """Show another value of the same shape."""
        raise NotImplementedError  # each editor below shows its own shape; a QWidget's metaclass takes no ABC

    def words(self) -> Words | None:
        """Return the text that a blank can be put into."""
        return None


class FixedEditor(Editor):
    """Says why a part cannot be changed here."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setLayout(column(label(said, "second", wrap=True), None))

    def show_value(self, value: Any) -> None:
        """Keep the words, which never change."""


class TitleEditor(Editor):
    """Title of a certificate or subject of an official letter: one of them, never both."""

    def __init__(self, draft: Draft, words: Mapping[str, str]) -> None:
        super().__init__()
        self._draft = draft
        kinds = (("title", "Surat keterangan"), ("subject", "Surat dinas"))
        self.kind = ChoiceField("Bentuk surat", kinds, "title")
        self.text = Words("Judul", words, "Judul di tengah; nomor surat berdiri di bawahnya.", 3)
        self.setLayout(column(self.kind, self.text, None, gap=t.S2))
        self.show_value(draft)
        self.kind.changed.connect(self._take)
        self.text.changed.connect(self._take)

    def show_value(self, value: Any) -> None:
        self._draft = value
        self.kind.set_value("subject" if value.subject and not value.title else "title")
        self.text.show_text(value.title or value.subject)

    def words(self) -> Words | None:
        return self.text

    def _take(self) -> None:
        text = self.text.text()
        is_title = self.kind.value() == "title"
        self._draft = replace(self._draft, title=text if is_title else "", subject="" if is_title else text)
        self.edited.emit(self._draft, "title")


class ParagraphEditor(Editor):
    """One paragraph or heading, how it is set, and when it stands."""

    def __init__(self, block: Block, words: Mapping[str, str], choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._block = block
        self.text = Words("Isi", words, "Ctrl+I menyisipkan isian di tempat kursor.", 8)
        self.when = Condition("Tampil", choices)
        self.indent, self.italic = QCheckBox("Baris pertama menjorok"), QCheckBox("Miring")
        self.looks = clear(row(self.indent, self.italic, None, gap=t.S4))
        self.setLayout(column(self.text, self.looks, self.when, None, gap=t.S2))
        self.looks.setVisible(block.kind == "paragraph")
        self.show_value(block)
        self.text.changed.connect(lambda: self._take("text"))
        self.when.changed.connect(lambda: self._take("when"))
        self.indent.toggled.connect(lambda _: self._take("indent"))
        self.italic.toggled.connect(lambda _: self._take("italic"))

    def show_value(self, value: Any) -> None:
        self._block = value
        self.text.show_text(value.rows[0].text if value.rows else "")
        self.when.show_condition(value.when, value.unless)
        for box, on in ((self.indent, value.indent), (self.italic, value.italic)):
            blocked = box.blockSignals(True)
            box.setChecked(on)
            box.blockSignals(blocked)

    def words(self) -> Words | None:
        return self.text

    def _take(self, what: str) -> None:
        when, unless = self.when.condition()
        only = self._block.rows[0] if self._block.rows else Row()
        self._block = replace(
            self._block,
            rows=(replace(only, text=self.text.text()), *self._block.rows[1:]),
            when=when,
            unless=unless,
            indent=self.indent.isChecked(),
            italic=self.italic.isChecked(),
        )
        self.edited.emit(self._block, what)


class DetailsEditor(Editor):
    """All that a service asks for, one row each; only when it stands can be chosen."""

    def __init__(self, block: Block, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._block = block
        self.when = Condition("Tampil", choices)
        said = "Mencetak semua isian layanan, satu per baris, dengan nama seperti pada formulirnya."
        self.setLayout(column(label(said, "second", wrap=True), self.when, None, gap=t.S2))
        self.show_value(block)
        self.when.changed.connect(self._take)

    def show_value(self, value: Any) -> None:
        self._block = value
        self.when.show_condition(value.when, value.unless)

    def _take(self) -> None:
        when, unless = self.when.condition()
        self._block = replace(self._block, when=when, unless=unless)
        self.edited.emit(self._block, "when")

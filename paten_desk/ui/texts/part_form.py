"""The chosen part of a letter, with what is wrong with it under its fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.guard import guard
from paten_desk.ui.texts.editors import DetailsEditor, Editor, FixedEditor, ParagraphEditor, TitleEditor, Words
from paten_desk.ui.texts.outline import COPIES, FIXED, RECIPIENT, TITLE, block_at
from paten_desk.ui.texts.rows_editor import SHAPES, BlockEditor, RowsEditor
from paten_desk.ui.widgets import clear, column, empty, fill, label, panel, picture, row, scroll
from paten_desk.usecases import text_blocks
from paten_desk.usecases.text_blocks import KIND_NAMES, SINGLE, Draft
from paten_desk.usecases.text_samples import Vocabulary

NAMES = {TITLE: "Judul atau hal", RECIPIENT: "Tujuan (Yth.)", COPIES: "Tembusan"}
_UNDO, _REDO = (Qt.Key.Key_Z, False), ((Qt.Key.Key_Y, False), (Qt.Key.Key_Z, True))


class PartForm(Card):
    """Edits the part with the given key.

    Signals:
        edited: The user changed the text (the new draft, the name of what was typed in).
        undone, redone: Ctrl+Z or Ctrl+Y inside a field; the whole text goes back, not the field alone.
    """

    edited = Signal(object, str)
    undone = Signal()
    redone = Signal()

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.setAccessibleName("Bagian yang dipilih")
        self._vocabulary, self._draft, self._key = vocabulary, Draft(), ""
        self._shape: Any = None
        self.editor: Editor = FixedEditor("")
        self._head = label("", "head")
        self._under = column(gap=t.S1)
        self._wrong = panel("late", column(self._under, margins=(t.S3, t.S2, t.S3, t.S2)))
        self._inside = column(gap=t.S2)
        view = scroll(clear(column(self._inside, None, margins=(2, 0, 8, 0))))
        self.add(self._head, self._wrong, view)
        self.body.setStretch(2, 1)
        self._wrong.hide()

    def show_part(self, draft: Draft, key: str) -> None:
        """Show one part; the fields stay where they are as long as the part has the same shape."""
        self._draft, self._key = draft, key
        shape = self._shape_of(draft, key)
        if shape == self._shape:
            self.editor.show_value(self._value())
            return
        self._shape = shape
        self._head.setText(self._name())
        self.editor.blockSignals(True)  # its fields still say that the cursor left them
        empty(self._inside)
        self.editor = self._made()
        self.editor.edited.connect(self._take)
        fill(self._inside, self.editor)
        for part in (*self.editor.findChildren(QPlainTextEdit), *self.editor.findChildren(QLineEdit)):
            part.installEventFilter(self)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the part that is shown, or with the whole text."""
        texts = [each.text for each in problems if each.field in (self._key, "text")]
        empty(self._under)
        for text in texts:
            said = row(picture("circle-alert", t.TONES["late"].ink, 15), label(text, "second", wrap=True), gap=6)
            said.setStretch(1, 1)
            fill(self._under, clear(said))
        self._wrong.setVisible(bool(texts))
        self._wrong.setAccessibleDescription(" ".join(texts))

    def begin(self) -> None:
        """Put the cursor into the part."""
        words = self.editor.words()
        if isinstance(self.editor, RowsEditor):
            self.editor.begin()
        elif isinstance(self.editor, BlockEditor):
            self.editor.rows.begin()
        elif words is not None:
            words.area.setFocus()
        else:
            found = next((each for each in self.editor.findChildren(QWidget) if each.focusPolicy()), None)
            if found is not None:
                found.setFocus()

    def words(self) -> Words | None:
        """Return the text that a blank can be put into."""
        return self.editor.words()

    def list_name(self) -> str:
        """Return the list of the table that is shown, or ""."""
        at = block_at(self._key)
        return self._draft.blocks[at].list_name if at >= 0 and self._draft.blocks[at].kind == "table" else ""

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers()
            pressed = event.key(), bool(held & Qt.KeyboardModifier.ShiftModifier)
            if held & Qt.KeyboardModifier.ControlModifier and pressed in (_UNDO, *_REDO):
                (self.undone if pressed == _UNDO else self.redone).emit()
                return True
        return super().eventFilter(watched, event)

    def _name(self) -> str:
        at = block_at(self._key)
        if at >= 0:
            return KIND_NAMES[self._draft.blocks[at].kind]
        return FIXED[self._key][0] if self._key in FIXED else NAMES.get(self._key, "")

    def _shape_of(self, draft: Draft, key: str) -> Any:
        at = block_at(key)
        if at < 0:
            return key
        block = draft.blocks[at]
        return key, block.kind, block.list_name, len(draft.blocks)

    def _value(self) -> Any:
        at = block_at(self._key)
        if at >= 0:
            return self._draft.blocks[at]
        return {RECIPIENT: self._draft.recipient, COPIES: self._draft.copies}.get(self._key, self._draft)

    def _made(self) -> Editor:
        known, at = self._vocabulary, block_at(self._key)
        choices = known.choices()
        if self._key in (RECIPIENT, COPIES):
            return RowsEditor(self._value(), SHAPES[self._key], known.words, choices)
        if self._key == TITLE:
            return TitleEditor(self._draft, known.words)
        if at < 0:
            return FixedEditor(FIXED[self._key][1] if self._key in FIXED else "")
        block = self._draft.blocks[at]
        if block.kind in SINGLE:
            return ParagraphEditor(block, known.words, choices)
        if block.kind == "details":
            return DetailsEditor(block, choices)
        return BlockEditor(block, known.within(block.list_name), choices, known.list_words)

    def _take(self, value: Any, what: str) -> None:
        at = block_at(self._key)
        if at >= 0:
            draft = text_blocks.change(self._draft, at, value)
        elif self._key == RECIPIENT:
            draft = replace(self._draft, recipient=value)
        elif self._key == COPIES:
            draft = replace(self._draft, copies=value)
        else:
            draft = value
        self._draft = draft
        self.edited.emit(draft, f"{self._key}.{what}" if what else "")

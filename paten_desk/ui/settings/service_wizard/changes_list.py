"""What is different between two versions, one under the other: before in grey, after in ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from paten_desk.domain.service_changes import Change
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.widgets import Part, clear, column, empty, fill, label, line, row, scroll

WHAT_WIDTH, WHAT_SLIM, SLIM = 150, 96, 260


class ChangesList(Card):
    """A card that moves up and down under the arrows; it takes the cursor, since there is nothing in it to press."""

    def __init__(self, head: str) -> None:
        super().__init__(head)
        self._what, self._lines = WHAT_WIDTH, column(gap=6)
        self.area = scroll(clear(column(self._lines, None, margins=(0, 0, 8, 0))))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(head)
        self.add(self.area)
        self.body.setStretch(1, 1)
        self.setFocusProxy(self.area)

    def fit(self, beside: int) -> None:
        """Give the heads less room where the card stands beside something this wide and narrow."""
        self._what = WHAT_WIDTH if beside > SLIM else WHAT_SLIM

    def show_changes(self, changes: Sequence[Change], nothing: str) -> None:
        """Show what is different, or the words for nothing."""
        empty(self._lines)
        self.note.setText(f"{len(changes)} hal" if changes else "")
        if not changes:
            fill(self._lines, label(nothing, "second", wrap=True))
        for each in changes:
            what = label(each.what, "second", wrap=True)
            what.setFixedWidth(self._what)
            words: list[Part] = []
            if each.before:
                words.append(label(f"sebelumnya: {each.before}" if each.after else each.before, "hint", wrap=True))
            if each.after:
                words.append(label(each.after, wrap=True))
            held = row(column(what, None, gap=0), column(*words, gap=0), gap=t.S3)
            held.setStretch(1, 1)
            fill(self._lines, clear(held), line())

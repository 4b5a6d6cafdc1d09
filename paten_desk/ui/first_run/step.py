"""What every page of the wizard is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui.fields import Field, show_problems
from paten_desk.usecases.setup import OfficeDraft


class Step(QWidget):
    """One page: `fill` shows a draft, `take` gives it back completed, `problems` says what lacks.

    Signals:
        done: Enter where nothing is left to fill in; the wizard goes on.
    """

    done = Signal()
    stop = ""
    title = ""
    second = ""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.fields: dict[str, Field] = {}

    def fill(self, draft: OfficeDraft) -> None:
        """Show what is known so far."""

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Return the draft with this page's answers."""
        return draft

    def problems(self) -> list[Problem]:
        """List what this page still lacks."""
        return []

    def summary(self, draft: OfficeDraft) -> str:
        """Say in a few words what was answered here, for the list of pages."""
        return ""

    def show_problems(self) -> bool:
        """Stand the problems under their fields; say whether there are none."""
        found = self.problems()
        first = show_problems(self.fields, found)
        if first is not None:
            first.editor.setFocus()
        return not [problem for problem in found if problem.blocks]

    def begin(self) -> None:
        """Put the cursor where the page begins."""
        if self.fields:
            next(iter(self.fields.values())).editor.setFocus()

    def end_with(self, field: Field) -> None:
        """Let Enter in this field, the last one of the page, go on to the next page."""
        field.then = self.done.emit

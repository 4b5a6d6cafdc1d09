"""What every page on the way back is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui.fields import Field, show_problems


class Step(QWidget):
    """One page: what it is called, and the verb that leads on from it.

    Signals:
        done: Enter where nothing is left to fill in; the way goes on.
    """

    done = Signal()
    stop = ""
    title = ""
    second = ""
    verb = "Lanjut"

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.fields: dict[str, Field] = {}

    def begin(self) -> None:
        """Put the cursor where the page begins."""

    def summary(self) -> str:
        """Say in a few words what was decided here, for the list of pages."""
        return ""

    def problems(self) -> list[Problem]:
        """List what this page still lacks."""
        return []

    def stand_under(self, problems: Sequence[Problem]) -> bool:
        """Stand problems under their fields, the cursor in the first; say whether there are none."""
        first = show_problems(self.fields, problems)
        if first is not None:
            first.editor.setFocus()
        return not problems

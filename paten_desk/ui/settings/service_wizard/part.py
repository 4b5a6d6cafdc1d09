"""What every page of the service wizard is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.fields import Field, show_problems
from paten_desk.ui.wizard import WizardPage
from paten_desk.usecases.service_drafts import ServiceDraft

TWO_COLUMNS = 640  # px of a page from which fields stand beside each other


class ServicePart(WizardPage):
    """One page: `fill` shows a draft, `take` gives it back with this page's answers.

    `owned` are the fields of a service that are answered here; a problem of one of them belongs to this page.

    Signals:
        changed: The user changed an answer.
    """

    changed = Signal()
    owned: tuple[str, ...] = ()

    def fill(self, draft: ServiceDraft) -> None:
        """Show a draft."""

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        """Return the draft with this page's answers."""
        return draft

    def fit(self, width: int) -> None:
        """Lay the page out for so many pixels."""
        for pairs in self.findChildren(Pairs):
            pairs.fit(width)

    def own(self, problems: Sequence[Problem]) -> list[Problem]:
        """Return the problems that are mended on this page."""
        return [problem for problem in problems if problem.field.partition(".")[0] in self.owned]

    def mark(self, problems: Sequence[Problem]) -> None:
        """Stand problems under their fields; the cursor stays."""
        show_problems(self.fields, problems)

    def go_to(self, problems: Sequence[Problem]) -> None:
        """Stand problems under their fields, the cursor in the first."""
        self.stand_under(problems)

    def hear(self, *fields: Field) -> None:
        """Tell of every change of these fields; Enter in the last of them goes on to the next page."""
        for field in fields:
            field.changed.connect(self.changed)
        fields[-1].then = self.done.emit


class Pairs(QWidget):
    """Fields in two columns, in one where there is little room; one that is alone in its line takes both."""

    def __init__(self, *lines: tuple[QWidget, ...]) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._lines, self._narrow = lines, False
        self._held = QGridLayout()
        self._held.setContentsMargins(0, 0, 0, 0)
        self._held.setHorizontalSpacing(t.S4)
        self._held.setVerticalSpacing(t.S2)
        self.setLayout(self._held)
        self._lay_out()

    def fit(self, width: int) -> None:
        """Lay the fields out for so many pixels."""
        narrow = width < TWO_COLUMNS
        if narrow is not self._narrow:
            self._narrow = narrow
            self._lay_out()

    def _lay_out(self) -> None:
        for place, line in enumerate(self._lines):
            for side, part in enumerate(line):
                if self._narrow:
                    self._held.addWidget(part, 2 * place + side, 0, 1, 2)
                else:
                    self._held.addWidget(part, 2 * place, side, 1, 2 if len(line) == 1 else 1)
        for side in (0, 1):
            self._held.setColumnStretch(side, 1)

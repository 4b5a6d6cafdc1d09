"""What every page of the service wizard is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.fields import Field, show_problems
from paten_desk.ui.widgets import clear
from paten_desk.ui.wizard import WizardPage
from paten_desk.usecases.service_drafts import ServiceDraft


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


def grid(*lines: tuple[QWidget, ...]) -> QWidget:
    """Lay fields in two columns; one that is alone in its line takes both."""
    held = QGridLayout()
    held.setContentsMargins(0, 0, 0, 0)
    held.setHorizontalSpacing(t.S4)
    held.setVerticalSpacing(t.S2)
    for at, line in enumerate(lines):
        for column, part in enumerate(line):
            held.addWidget(part, at, column, 1, 2 if len(line) == 1 else 1)
    held.setColumnStretch(0, 1)
    held.setColumnStretch(1, 1)
    return clear(held)

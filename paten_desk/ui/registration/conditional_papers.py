"""The list of papers with its conditions: a paper on a condition is asked for once the condition holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from paten_desk.domain.catalogue import Requirement
from paten_desk.domain.requests import Paper, PaperState
from paten_desk.ui.registration.conditions import Conditions
from paten_desk.ui.registration.papers import PaperRow, PapersCard


class ConditionalPapers(PapersCard):
    """Section 3 with its questions above the papers; papers that share a condition share the answer."""

    def __init__(self, scans: QWidget | None = None) -> None:
        self.conditions = Conditions()
        super().__init__(scans)
        self.body.insertWidget(1, self.conditions)
        self.conditions.turned.connect(self._turned)
        self.conditions.entered.connect(lambda: self._go_on(None))

    def show_requirements(self, requirements: Sequence[Requirement]) -> None:
        """Ask for the papers of a service, first only for those without a condition."""
        self.conditions.ask(tuple(dict.fromkeys(each.when for each in requirements if each.when)))
        super().show_requirements(requirements)
        self._list()

    def listed(self) -> list[PaperRow]:
        """Return the papers that are asked for."""
        holds = self.conditions.value()
        return [line for line in self.rows.values() if holds.get(line.requirement.when, True)]

    def value(self) -> tuple[Paper, ...]:
        """Return the answers given so far; what is not asked for does not apply."""
        listed = self.listed()
        answers = (
            line.value() if line in listed else Paper(key, PaperState.NOT_APPLICABLE, sheets=0)
            for key, line in self.rows.items()
        )
        return tuple(paper for paper in answers if paper is not None)

    def show_answers(self, papers: Sequence[Paper], reasons: Mapping[str, str], holds: Mapping[str, bool]) -> None:
        """Show the answers of conditions and papers; a paper that was brought, or lacks, makes its condition hold."""
        asked = {paper.key for paper in papers if paper.state is not PaperState.NOT_APPLICABLE}
        self.conditions.set_value(
            {**holds, **{line.requirement.when: True for key, line in self.rows.items() if key in asked}}
        )
        self.set_value(papers, reasons)
        self._list()

    def stack(self, width: int) -> None:
        """Lay questions and rows out for so many pixels."""
        self.conditions.fit(width)
        super().stack(width)

    def show_known(self, known: Mapping[str, bool]) -> None:
        """Answer the conditions that the rest of the form answers."""
        if self.conditions.show_known(known):
            self._list()

    def _turned(self) -> None:
        self._list()
        self.changed.emit()

    def _list(self) -> None:
        """Show what is asked for; what was answered of the rest is taken back."""
        listed = self.listed()
        for line in self.rows.values():
            line.setVisible(line in listed)
            if line not in listed:
                line.set_value(None)
        self._say()

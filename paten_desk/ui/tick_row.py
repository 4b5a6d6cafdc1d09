"""One paper on the list of requirements: there, missing, or not applicable and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from paten_desk.domain.requests import PaperState
from paten_desk.ui import icons
from paten_desk.ui import tokens as t
from paten_desk.ui.segments import Choice, Segments
from paten_desk.ui.widgets import chip, column, label, picture, row

CHOICES: tuple[Choice, ...] = (
    (PaperState.THERE, "Ada"),
    (PaperState.MISSING, "Belum ada"),
    (PaperState.NOT_APPLICABLE, "Tidak berlaku"),
)
MARKS = {
    PaperState.THERE: ("circle-check", "good"),
    PaperState.MISSING: ("circle-alert", "warn"),
    PaperState.NOT_APPLICABLE: ("circle", "neutral"),
}


class TickRow(QWidget):
    """A sentence with its answer at the right end; a reason is asked where the answer needs one.

    Signals:
        changed: The user changed the answer or its reason.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice] = CHOICES,
        chosen: str = "",
        *,
        reason_for: str = PaperState.NOT_APPLICABLE,
        note: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._reason_for = reason_for
        self._mark = picture("circle", t.EDGE, 18)
        self._chip = chip("", "warn")
        self._problem = label("", "second", tone="late")
        self.segments = Segments(name, choices, chosen)
        self.reason = QLineEdit()
        self.reason.setProperty("scale", "small")
        self.reason.setPlaceholderText("Mengapa tidak berlaku?")
        self.reason.setAccessibleName(f"{name}: alasan")
        words = column(label(name, wrap=True), *([label(note, "hint", wrap=True)] if note else []), gap=0)
        top = row(self._mark, words, self._chip, self.segments)
        top.setStretchFactor(words, 1)
        self.setLayout(column(top, row(26, self.reason), row(26, self._problem), gap=3, margins=(0, 2, 0, 2)))
        self.segments.changed.connect(lambda _: self._chosen())
        self.segments.entered.connect(self._go_on)
        self.reason.returnPressed.connect(self._go_on)
        self.reason.textEdited.connect(lambda _: self.changed.emit())
        self.show_chip("")
        self.show_problem("")
        self._fit()

    def value(self) -> str:
        """Return the answer, or "" while there is none."""
        return self.segments.chosen()

    def why(self) -> str:
        """Return the reason, or "" where the answer needs none."""
        return self.reason.text().strip() if self.value() == self._reason_for else ""

    def set_value(self, value: str, why: str = "") -> None:
        self.segments.choose(value)
        self.reason.setText(why)
        self._fit()

    def show_chip(self, text: str, tone: str = "warn") -> None:
        """Show what follows from the answer, such as the day until which the paper must come."""
        self._chip.setText(text)
        self._chip.setProperty("chip", tone)
        self._chip.setVisible(bool(text))

    def show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.segments.setAccessibleDescription(text)

    def _chosen(self) -> None:
        self._fit()
        self.changed.emit()

    def _go_on(self) -> None:
        self.focusNextPrevChild(True)

    def _fit(self) -> None:
        self.reason.setVisible(self.value() == self._reason_for)
        name, tone = (
            MARKS.get(PaperState(self.value()), ("circle", "")) if self.value() in set(PaperState) else ("circle", "")
        )
        self._mark.setPixmap(icons.pixmap(name, t.TONES[tone].ink if tone else t.EDGE, 18))

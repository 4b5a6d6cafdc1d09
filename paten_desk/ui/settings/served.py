"""Which services somebody works on: all of them, or those that are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget

from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.segments import Segments
from paten_desk.ui.widgets import clear, column, label, row, scroll

ALL, SOME = "all", "some"
TALL, WIDE = 300, 460


class Served(QWidget):
    """All services, or a list of them to tick."""

    def __init__(self, services: Sequence[Service], chosen: Sequence[str] = ()) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.whole = Segments("Tugas", ((ALL, "Semua layanan"), (SOME, "Hanya yang dipilih")), SOME if chosen else ALL)
        self.boxes = {each.code: QCheckBox(f"{each.code}  {each.name}") for each in services}
        for code, box in self.boxes.items():
            box.setChecked(code in chosen)
        self._list = scroll(clear(column(*self.boxes.values(), None, gap=6)))
        self._list.setFixedSize(WIDE, TALL)
        self._problem = label("", "second", tone="late")
        self._problem.hide()
        self.setLayout(column(row(self.whole, None), self._list, self._problem, gap=t.S2))
        self.setFocusProxy(self.whole)
        self.whole.changed.connect(lambda _: self._fit())
        self._fit()

    def value(self) -> tuple[str, ...]:
        """Return the codes of the only services, none for all."""
        if self.whole.chosen() == ALL:
            return ()
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def problems(self) -> list[Problem]:
        """List what is wrong: nothing ticked would read as all."""
        if self.whole.chosen() == SOME and not self.value():
            return [Problem("services", "Pilih paling sedikit satu layanan.")]
        return []

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say below what is wrong, or take it back."""
        text = next((problem.text for problem in problems if problem.field == "services"), "")
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _fit(self) -> None:
        self._list.setVisible(self.whole.chosen() == SOME)

"""Which hats somebody wears."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.roles import ROLE_NAMES, Role
from paten_desk.ui import tokens as t
from paten_desk.ui.widgets import column, label


class Roles(QWidget):
    """Roles to tick, with what is wrong below."""

    def __init__(self, roles: Sequence[Role], chosen: Sequence[Role] = ()) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setAccessibleName("Peran")
        self.boxes = {role: QCheckBox(ROLE_NAMES[role]) for role in roles}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.S4)
        grid.setVerticalSpacing(6)
        half = (len(self.boxes) + 1) // 2
        for at, (role, box) in enumerate(self.boxes.items()):
            box.setChecked(role in chosen)
            grid.addWidget(box, at % half, at // half)
        self._problem = label("", "second", tone="late")
        self._problem.hide()
        self.setLayout(column(label("Peran", "label"), grid, self._problem, gap=6))
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[Role, ...]:
        """Return the ticked roles."""
        return tuple(role for role, box in self.boxes.items() if box.isChecked())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say below what is wrong with the roles, or take it back."""
        text = next((problem.text for problem in problems if problem.field == "roles"), "")
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

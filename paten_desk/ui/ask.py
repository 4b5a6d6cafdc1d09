"""A dialog with several fields; what is wrong stands under them until it is mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.fields import Field, show_problems
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.widgets import clear, column


def ask_form(
    question: str,
    consequence: str,
    parts: Sequence[QWidget],
    fields: Mapping[str, Field],
    check: Callable[[], list[Problem]],
    *,
    other: Callable[[list[Problem]], None] = lambda _: None,
    first: Field | None = None,
    verb: str = "Simpan",
    icon: str = "",
    parent: QWidget | None = None,
) -> bool:
    """Ask for several fields, shown as `parts`, until `check` finds nothing; say whether the user went on.

    `fields` carry problems by name; `other` is told all of them, to show those that stand under no field. The cursor
    begins in the field `first`, else in the first field, or in the first part where there is no field.
    """

    def allowed() -> bool:
        found = check()
        wrong = show_problems(fields, found)
        other(found)
        if wrong is not None:
            wrong.editor.setFocus()
        return not [problem for problem in found if problem.blocks]

    inside = clear(column(*parts, gap=t.S2))
    notice = Notice(
        question, consequence, (("", BACK), ("yes", verb)), icon=icon, inside=inside, allowed=allowed, parent=parent
    )
    if fields:
        last = list(fields.values())[-1]
        last.then = notice.buttons["yes"].click
        begins = first or next((field for field in fields.values() if field.isVisibleTo(inside)), last)
        begins.editor.setFocus()
    elif parts:
        parts[0].setFocus()
    return notice.ask() == "yes"

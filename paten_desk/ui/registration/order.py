"""The order in which Tab and Enter go through the form: that of the paper. What was made late would come last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from paten_desk.ui.field import Field
from paten_desk.ui.registration.blanks import ListField
from paten_desk.ui.registration.request_form import RequestForm
from paten_desk.ui.segments import Segments


def set_order(fields: Sequence[Field], request: RequestForm) -> None:
    """Let the fields follow each other, then the people of the request, its papers, and for whom it is."""
    parts = [*fields, *(field for form in request.subjects.forms for field in form.fields.by_name().values())]
    stops: list[QWidget] = []
    for part in parts:
        stops += part.stops() if isinstance(part, ListField) else _choices(part.editor)
    stops += request.papers.conditions.boxes.values()
    for line in request.papers.rows.values():
        stops += [*line.segments.stops(), line.sheets, line.reason]
    stops += [request.scans.strip.choose, request.scans.strip.tiles, *request.whom.stops()]
    for before, after in pairwise(each.focusProxy() or each for each in stops):
        QWidget.setTabOrder(before, after)


def _choices(editor: QWidget) -> list[QWidget]:
    """Return every choice of a field of choices, since any may have the cursor; else the editor itself."""
    inside = editor if isinstance(editor, Segments) else editor.findChild(Segments)
    return inside.stops() if isinstance(inside, Segments) else [editor]

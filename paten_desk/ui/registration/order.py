"""The order in which Tab and Enter go through the form: that of the paper. What was made late would come last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from paten_desk.ui.field import Field
from paten_desk.ui.registration.blanks import ListField
from paten_desk.ui.registration.request_form import RequestForm


def set_order(fields: Sequence[Field], request: RequestForm) -> None:
    """Let the fields follow each other, then the people of the request, its papers, and for whom it is."""
    parts = [*fields, *(field for form in request.subjects.forms for field in form.fields.by_name().values())]
    stops: list[QWidget] = []
    for part in parts:
        stops += part.stops() if isinstance(part, ListField) else [part.editor]
    for line in request.papers.rows.values():
        stops += [line.segments, line.sheets, line.reason]
    stops.append(request.whom)
    for before, after in pairwise(each.focusProxy() or each for each in stops):
        QWidget.setTabOrder(before, after)

"""Pages that open over whatever is shown: a request, what was searched for, records of one person side by side.

Each is imported when it is first wanted, for the window stands sooner without them.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.ui.page import Page
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases.context import Context


def request_page(context: Context, tasks: Tasks, request: str) -> Page:
    """Return the page of one request."""
    from paten_desk.ui.requests.detail import RequestPage

    return RequestPage(context, tasks, request)


def twins_page(context: Context, person: str) -> Page:
    """Return the page on which records of one person are compared and merged."""
    from paten_desk.ui.search.merging import MergePage

    return MergePage(context, person)


def search(context: Context, tasks: Tasks, shown: Page | None, text: str, window: QWidget) -> tuple[str, Page | None]:
    """Return the one request that typed or scanned words mean, or the page of what was found where it is not shown."""
    from paten_desk.ui.search.page import SearchPage
    from paten_desk.ui.verifying import is_signed, scanned

    if is_signed(text):
        return scanned(context, text, window), None
    if isinstance(shown, SearchPage):
        return shown.enter(text), None
    page = SearchPage(context, tasks, text)
    if request := page.only():
        page.deleteLater()
        return request, None
    return "", page

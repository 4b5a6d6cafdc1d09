import pytest

from paten_desk.ui.texts.page import TextPage
from tests.ui.pages import bring_up


def open_text(qtbot, context, tasks, name="sktm", width=1166):
    """Bring the editor of a text up and let its first page be drawn."""
    page = TextPage(context, tasks, name)
    with qtbot.waitSignal(page.looked):
        bring_up(qtbot, page, width)
    return page


@pytest.fixture
def page(qtbot, context, tasks):
    made = open_text(qtbot, context, tasks)
    yield made
    made.leave()
    tasks.wait()

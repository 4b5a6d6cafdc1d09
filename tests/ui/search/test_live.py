import pytest
from PySide6.QtCore import Qt

from paten_desk.ui.office_window import OfficeWindow
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.ui.search.live import LiveSearch
from paten_desk.ui.search.page import SearchPage
from tests.builders import a_request
from tests.ui.pages import press


@pytest.fixture
def window(qtbot, context, tasks):
    a_request(context)
    made = OfficeWindow(context, tasks, "registration")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made._idle is not None)
    press(qtbot, made, "Ctrl+K")
    return made


def test_results_stand_there_while_somebody_types_and_the_cursor_stays_in_the_box(qtbot, context, window):
    name = a_request(context, serial=2).personal.applicant.name

    qtbot.keyClicks(window.top.box, name[0])
    assert not isinstance(window.page(), SearchPage)
    qtbot.keyClicks(window.top.box, name[1:])

    page = window.page()
    assert isinstance(page, SearchPage)
    assert page.requests.rows.rows[0].cells[1] == name
    assert window.top.box.hasFocus()
    assert window.top.box.text() == name


def test_down_goes_to_the_results_and_an_emptied_box_leads_back(qtbot, window):
    below = window.page()
    qtbot.keyClicks(window.top.box, "contoh")
    page = window.page()

    qtbot.keyClick(window.top.box, Qt.Key.Key_Down)
    assert page.isAncestorOf(window.focusWidget())

    press(qtbot, window, "Ctrl+K")
    for _ in "contoh":
        qtbot.keyClick(window.top.box, Qt.Key.Key_Backspace)
    qtbot.keyClick(window.top.box, Qt.Key.Key_Backspace)
    assert window.page() is below


def test_the_next_search_finds_a_page_ready(qtbot, window):
    qtbot.keyClicks(window.top.box, "contoh")
    first = window.page()
    window.go_back()
    window.top.box.clear()

    press(qtbot, window, "Ctrl+K")
    qtbot.keyClicks(window.top.box, "zzzz")

    assert isinstance(window.page(), SearchPage)
    assert window.page() is not first
    assert window.page().requests.rows.rowCount() == 0


def test_enter_opens_the_only_request_and_a_citizen_found_is_registered_from_their_page(qtbot, context, window):
    made = a_request(context, serial=2)
    qtbot.keyClicks(window.top.box, made.number)
    press(qtbot, window, "Return")
    assert isinstance(window.page(), RequestPage)

    window.open_room("home")
    window.search(made.personal.applicant.nik)
    window.page().people.opened.emit(made.personal.applicant.person)
    press(qtbot, window, "Ctrl+N")

    assert window.page() is window._pages["registration"]
    assert window.page().form.value().applicant.nik == made.personal.applicant.nik


def test_the_page_held_ready_is_laid_out_before_anything_is_found(qtbot, window):
    live = window.findChild(LiveSearch)
    qtbot.waitUntil(lambda: live._ready is not None)
    page = live._ready
    columns = range(len(page.requests.rows.columns))
    before = [page.requests.view.columnWidth(at) for at in columns]

    qtbot.keyClicks(window.top.box, "contoh")

    assert window.page() is page
    assert [page.requests.view.columnWidth(at) for at in columns] == before

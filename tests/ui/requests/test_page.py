from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.ui.requests.page import RequestsPage, groups
from tests.builders import a_request
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, RequestsPage(context, tasks))


def names(page):
    return [row.cells[2] for row in page.table.rows.rows]


def test_before_the_first_request_the_list_says_what_will_be_here(page):
    assert "Berkas muncul di sini begitu warga didaftarkan." in words(page)


def test_what_is_late_stands_first_and_enter_opens_it(context, clock, page, qtbot):
    late = a_request(context, code="SKTM", serial=1)
    clock.forward(days=20)
    a_request(context, code="SKTM", serial=2)
    opened = heard(page.open_request)

    page.refresh()
    page.begin()
    press(qtbot, page, "Return")

    assert opened == [late.id]
    assert page.table.rows.rows[0].cells[0][1] == "late"
    assert "2 dikerjakan, 1 terlambat, 0 siap diambil" in words(page)
    assert page.tabs["open"].text() == "Dikerjakan 2"


def test_no_number_of_a_person_stands_in_the_list(context, page):
    made = a_request(context)
    page.refresh()

    cells = [str(cell) for row in page.table.rows.rows for cell in row.cells]

    assert not any(made.personal.applicant.nik in cell for cell in cells)
    assert any("••••" in cell for cell in cells)


def test_the_tabs_show_one_kind_of_work_each(context, page, qtbot):
    accepted = a_request(context, Status.ACCEPTED, serial=1)
    ready = a_request(context, Status.READY, serial=2)
    returned = a_request(context, Status.RETURNED, serial=3)
    page.refresh()
    assert names(page) == [accepted.personal.applicant.name]

    page.show_view("ready")
    assert names(page) == [ready.personal.applicant.name]

    press(qtbot, page, "Ctrl+Tab")
    assert names(page) == [returned.personal.applicant.name]
    assert page.tabs["returned"].isChecked()


def test_a_counter_clerk_sees_only_the_tabs_of_the_counter(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    assert list(groups(clerk)) == ["open", "issue", "ready", "returned"]


def test_space_brings_the_panel_and_closes_it(context, qtbot, tasks):
    a_request(context)
    page = bring_up(qtbot, RequestsPage(context, tasks), width=844)
    assert not page.peek.isVisible()

    qtbot.keyClick(page.table.view, Qt.Key.Key_Space)
    assert page.peek.isVisible()

    qtbot.keyClick(page.table.view, Qt.Key.Key_Space)
    assert not page.peek.isVisible()


def test_further_pages_follow_without_gaps(context, page, monkeypatch):
    made = [a_request(context, serial=serial) for serial in range(1, 54)]
    page.refresh()
    assert page.table.rows.rowCount() == 50

    page.table.rows.fetchMore(page.table.view.rootIndex())

    assert page.table.rows.rowCount() == len(made)
    assert len({row.key.id for row in page.table.rows.rows}) == len(made)

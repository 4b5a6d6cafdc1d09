import pytest
from PySide6.QtWidgets import QApplication

from paten_desk.domain.requests import RequestDraft
from paten_desk.usecases import checks, deep_checks, form_drafts, requests, scans
from tests.builders import a_visit
from tests.ui.pages import heard, press
from tests.ui.scans.given import a_file, carrying, copy, drop, settle


@pytest.fixture
def filled(context, page):
    """The page with a form that can be registered."""
    page.form.set_value(a_visit(context))
    page.refresh()
    return page


def strip(page):
    return page.form.request.scans.strip


def test_a_scan_shows_the_paper_whose_row_has_the_cursor(filled, tasks, tmp_path):
    keys = list(filled.form.request.papers.rows)
    filled.form.request.papers.rows[keys[1]].segments.setFocus()

    drop(filled, carrying(a_file(tmp_path)))
    settle(tasks)
    filled.form.applicant.fields.name_field.editor.setFocus()
    drop(filled, carrying(a_file(tmp_path, size=(300, 300))))
    settle(tasks)

    assert [scan.paper for scan in filled.form.value().requests[0].scans] == [keys[1], keys[0]]


def test_registering_takes_the_scans_along(filled, context, tasks, tmp_path):
    drop(filled, carrying(a_file(tmp_path)))
    settle(tasks)

    filled.register()

    (row,) = requests.find(context, "0001")
    assert len(scans.of_request(context, row.id)) == 1
    assert checks.check(context).findings == ()


def test_a_scan_that_is_ready_after_the_form_was_saved_finds_its_request(filled, context, tasks, tmp_path):
    drop(filled, carrying(a_file(tmp_path)))
    filled.register()
    assert scans.of_request(context, requests.find(context, "0001")[0].id) == []
    settle(tasks)

    assert len(scans.of_request(context, requests.find(context, "0001")[0].id)) == 1
    filled.next_citizen()
    assert filled.form.value().requests[0].scans == ()


def test_a_scan_that_is_ready_after_the_form_was_emptied_goes_nowhere(filled, context, tasks, tmp_path):
    drop(filled, carrying(a_file(tmp_path)))
    filled.empty_form()
    settle(tasks)

    assert filled.form.is_empty()


def test_the_scans_come_back_with_the_form_after_a_power_cut(filled, context, tasks, tmp_path, open_page):
    drop(filled, carrying(a_file(tmp_path)))
    settle(tasks)
    held = filled.form.value().requests[0].scans
    filled.keep()

    again = open_page()
    settle(tasks)

    assert again.form.value().requests[0].scans == held != ()
    assert strip(again).tiles.count() == 1
    assert deep_checks.check(context).orphans == 0


def test_an_emptied_form_comes_back_with_its_scans(filled, qtbot, tasks, tmp_path):
    drop(filled, carrying(a_file(tmp_path)))
    settle(tasks)
    held = filled.form.value()

    press(qtbot, filled, "Esc")
    assert strip(filled).tiles.count() == 0
    press(qtbot, filled, "F3")

    assert filled.form.value() == held


def test_a_scan_alone_is_no_empty_form(page, context, tasks, tmp_path):
    drop(page, carrying(a_file(tmp_path)))
    settle(tasks)

    assert not page.form.is_empty()
    page.leave()
    assert form_drafts.kept(context).requests[0].scans


def test_each_service_of_a_visit_has_its_own_scans(filled, tasks, tmp_path):
    drop(filled, carrying(a_file(tmp_path)))
    filled.form.add_request()  # while the worker draws
    settle(tasks)
    drop(filled, carrying(a_file(tmp_path, size=(300, 300))))
    settle(tasks)

    first, second = filled.form.value().requests
    assert len(first.scans) == len(second.scans) == 1
    assert first.scans != second.scans
    assert strip(filled).tiles.count() == 1


def test_the_same_picture_stands_there_once(filled, tasks, tmp_path):
    for _ in range(2):
        drop(filled, carrying(a_file(tmp_path)))
        settle(tasks)

    assert strip(filled).tiles.count() == 1


def test_a_scan_is_taken_off_or_shows_another_paper(filled, qtbot, tasks, tmp_path):
    changed = heard(filled.form.changed)
    drop(filled, carrying(a_file(tmp_path)))
    settle(tasks)
    key = list(filled.form.request.papers.rows)[2]

    strip(filled).assigned.emit(0, key)
    assert filled.form.value().requests[0].scans[0].paper == key
    assert strip(filled).which.currentData() == key
    strip(filled).tiles.setFocus()
    press(qtbot, filled, "Del")
    assert filled.form.value().requests[0].scans == ()
    assert len(changed) >= 3


def test_another_service_keeps_the_scans_and_asks_for_its_own_papers(filled, context, tasks, tmp_path):
    drop(filled, carrying(a_file(tmp_path)))
    settle(tasks)

    filled.form.request.service.set_value("SKDOM")
    filled.form.request.show_service()

    assert len(filled.form.value().requests[0].scans) == 1
    assert strip(filled).which.currentText() == "Berkas lain"


def test_a_nik_is_pasted_into_its_field(page, qtbot, tasks):
    page.form.applicant.fields.nik.editor.setFocus()
    copy(carrying(text="9999"))

    press(qtbot, page, "Ctrl+V")
    settle(tasks)

    assert page.form.applicant.fields.nik.value() == "9999"
    assert page.form.value().requests == (RequestDraft(""),)


def test_a_scan_opens_over_the_form(filled, qtbot, tasks, tmp_path):
    opened = heard(filled.page_made)
    drop(filled, carrying(a_file(tmp_path)))
    settle(tasks)

    strip(filled).tiles.setFocus()
    QApplication.processEvents()
    press(qtbot, filled, "Return")
    settle(tasks)

    (made,) = opened
    assert made.is_shown()

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from paten_desk.domain.roles import Role
from paten_desk.domain.scans import Scan
from paten_desk.store import journal
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.usecases import scans
from tests.builders import a_request
from tests.ui.pages import bring_up, come_back, fill_in, heard, press, words
from tests.ui.scans.given import a_file, an_image, carrying, copy, drop, settle


@pytest.fixture
def open_page(context, tasks, qtbot):
    def open_it(made, who=context):
        page = bring_up(qtbot, RequestPage(who, tasks, made.id))
        settle(tasks)
        return page

    return open_it


def strip(page):
    return page.scans.box.strip


def test_a_dropped_file_is_attached_at_once_to_the_first_paper_without_a_scan(context, open_page, tasks, tmp_path):
    made = a_request(context)
    page = open_page(made)
    assert "belum ada" in words(page)

    drop(page, carrying(a_file(tmp_path)))
    settle(tasks)
    copy(carrying(image=an_image()))
    page.scans.box.paste()
    settle(tasks)

    held = scans.of_request(context, made.id)
    assert [scan.paper for scan in held] == [paper.key for paper in made.papers[:2]]
    assert "2 pindaian" in words(page)
    assert strip(page).tiles.count() == 2
    assert strip(page).tiles.currentRow() == 1


def test_a_scan_is_taken_off_with_a_reason(context, open_page, qtbot, tasks, tmp_path, answering):
    made = a_request(context)
    scan = scans.attach(context, made.id, "", a_file(tmp_path).read_bytes())
    page = open_page(made)
    strip(page).tiles.setFocus()

    answering(fill_in(qtbot, "terbalik"))
    press(qtbot, page, "Del")

    assert scans.of_request(context, made.id) == []
    assert journal.load(Scan, scan.id).personal.reason == "terbalik"
    assert strip(page).tiles.count() == 0
    come_back(qtbot, page)


def test_a_scan_stays_where_nobody_says_why(context, open_page, tasks, tmp_path, answering):
    made = a_request(context)
    scans.attach(context, made.id, "", a_file(tmp_path).read_bytes())
    page = open_page(made)

    answering("Kembali")
    strip(page).removed.emit(0)

    assert len(scans.of_request(context, made.id)) == 1


def test_a_scan_goes_to_another_paper(context, open_page, tasks, tmp_path):
    made = a_request(context)
    scans.attach(context, made.id, "", a_file(tmp_path).read_bytes())
    page = open_page(made)

    strip(page).assigned.emit(0, made.papers[1].key)

    assert [scan.paper for scan in scans.of_request(context, made.id)] == [made.papers[1].key]
    assert strip(page).which.currentData() == made.papers[1].key


def test_opening_a_scan_is_a_look_on_record(context, clock, open_page, qtbot, tasks, tmp_path):
    made = a_request(context)
    scan = scans.attach(context, made.id, "", a_file(tmp_path).read_bytes())
    clock.forward(hours=1)
    page = open_page(made)
    opened = heard(page.page_made)
    assert len(journal.history(scan.id)) == 1

    strip(page).tiles.setFocus()
    press(qtbot, page, "Return")
    settle(tasks)

    assert opened[0].is_shown()
    assert [record.fact.kind for record in journal.history(scan.id)][1:] == ["scan.looked_up.v1"]


def test_who_only_looks_sees_scans_and_cannot_attach(context, open_page, tasks, tmp_path):
    chief = replace(context, user=replace(context.user, roles=(Role.SECTION_HEAD,)))
    made = a_request(context)
    page = open_page(made, chief)
    assert not page.scans.isVisible()

    scans.attach(context, made.id, "", a_file(tmp_path).read_bytes())
    page.scans.refresh()
    assert page.scans.isVisible()
    assert not strip(page).choose.isVisible()
    assert not drop(page, carrying(a_file(tmp_path)))


def test_a_page_that_was_left_meanwhile_takes_no_harm(context, tasks, tmp_path):
    made = a_request(context)
    page = RequestPage(context, tasks, made.id)
    page.refresh()
    page.show()
    drop(page, carrying(a_file(tmp_path)))
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    settle(tasks)

    assert len(scans.of_request(context, made.id)) == 1

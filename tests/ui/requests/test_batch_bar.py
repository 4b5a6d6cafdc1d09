import pytest
from PySide6.QtCore import Qt

from paten_desk.domain.workflow import Action, Status
from paten_desk.ui.requests.page import RequestsPage
from paten_desk.usecases import requests, work, worklists
from tests.builders import a_request, with_officials
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, come_back, press, words


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, RequestsPage(context, tasks))


def mark_all(qtbot, page, view):
    page.show_view(view)
    qtbot.keyClick(page.table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_one_marked_row_is_no_pile(context, page):
    a_request(context)
    page.show_view("verify")

    assert not page.batch.isVisible()


def test_a_pile_is_verified_by_keys(context, page, qtbot, tasks, answering):
    made = [a_request(context, serial=serial) for serial in range(1, 4)]
    mark_all(qtbot, page, "verify")
    assert "3 berkas ditandai" in words(page)

    answering("Verifikasi")
    press(qtbot, page, "Ctrl+Return")
    tasks.wait()

    assert {requests.load(context, each.id).status for each in made} == {Status.VERIFIED}
    assert not page.batch.isVisible()


def test_shift_and_the_arrows_mark_a_part_of_the_list(context, page, qtbot):
    for serial in range(1, 4):
        a_request(context, serial=serial)
    page.show_view("verify")

    qtbot.keyClick(page.table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert len(page.table.marks()) == 2
    assert page.batch.do.words() == "Verifikasi 2 berkas"


def test_the_signature_of_a_pile_asks_once_who_signed(context, page, qtbot, tasks, answering):
    for serial in (1, 2):
        a_request(context, Status.INITIALLED_SECRETARY, serial=serial)
    with_officials(context)
    mark_all(qtbot, page, "sign")

    answering("Catat tanda tangan")
    press(qtbot, page, "Ctrl+Return")
    tasks.wait()

    assert worklists.count(context, {Action.MAKE_READY}) == 2


def test_different_steps_do_not_go_together(context, page, qtbot):
    a_request(context, Status.ACCEPTED, serial=1)
    a_request(context, Status.VERIFIED, serial=2)
    mark_all(qtbot, page, "open")

    assert page.batch.isVisible()
    assert not page.batch.do.isVisible()


def test_what_could_not_be_done_is_told_by_number_and_reason(context, page, qtbot, tasks, answering):
    made = [a_request(context, serial=serial) for serial in (1, 2)]
    mark_all(qtbot, page, "verify")
    work.act(context, made[0].id, Action.RETURN, "KK belum ada")
    said = []

    def read(dialog):
        said.extend(words(dialog))
        push(dialog, "Mengerti")

    answering("Verifikasi")
    answering(read)
    press(qtbot, page, "Ctrl+Return")
    tasks.wait()
    come_back(qtbot, page)

    assert "1 berkas selesai, 1 belum." in said
    assert any("dikembalikan" in text and made[0].personal.applicant.name in text for text in said)

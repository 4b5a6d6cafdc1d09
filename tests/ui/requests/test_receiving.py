from dataclasses import replace

import pytest

from paten_desk.domain.roles import Role
from paten_desk.ui.requests.page import RequestsPage
from paten_desk.usecases import proofs, requests, worklists
from tests.builders import a_request, a_user
from tests.ui.pages import bring_up, press, words, write


@pytest.fixture
def chief(context):
    return replace(context, user=a_user(context, Role.SECTION_HEAD))


@pytest.fixture
def page(chief, tasks, qtbot):
    return bring_up(qtbot, RequestsPage(chief, tasks))


def test_scanned_papers_come_to_the_desk_one_after_the_other(context, chief, page, qtbot):
    made = [a_request(context, serial=serial) for serial in (1, 2)]

    press(qtbot, page, "F9")
    for each in made:
        assert page.take_scan(proofs.of_receipt(context, each))

    assert worklists.count_mine(chief) == 2
    assert any(text.startswith("2 diterima: 0002") for text in words(page))
    assert page.tabs["mine"].text() == "Di meja saya 2"


def test_a_typed_number_does_the_same_and_a_wrong_one_is_told_in_place(context, chief, page, qtbot):
    made = a_request(context)

    press(qtbot, page, "F9")
    write(qtbot, page, "9999")
    press(qtbot, page, "Return")
    assert "Tidak ada berkas bernomor" in page.receiving.box.problem()

    page.receiving.box.set_value("")
    write(qtbot, page, made.number)
    press(qtbot, page, "Return")

    assert requests.load(context, made.id).holder == chief.user.id
    assert page.receiving.box.problem() == ""


def test_after_it_is_closed_a_scan_opens_its_request_again(context, page, qtbot):
    made = a_request(context)
    press(qtbot, page, "F9")
    press(qtbot, page, "Esc")

    assert not page.take_scan(proofs.of_receipt(context, made))

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.requests import PaperState
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.usecases import requests, work
from tests.builders import a_request, with_officials
from tests.ui.pages import bring_up, come_back, heard, press, words


@pytest.fixture
def open_page(context, tasks, qtbot):
    return lambda made, who=context: bring_up(qtbot, RequestPage(who, tasks, made.id))


def now(context, made):
    return requests.load(context, made.id).status


def test_enter_does_the_next_step_and_the_cursor_stays_for_the_one_after(context, open_page, qtbot):
    made = a_request(context)
    page = open_page(made)

    press(qtbot, page, "Return")
    assert now(context, made) is Status.VERIFIED

    press(qtbot, page, "Return")
    assert now(context, made) is Status.DRAFTED
    assert page.next.words() == "Paraf Kasi"


def test_from_the_counter_to_the_hand_over_by_keys_alone(context, open_page, qtbot, tasks, answering):
    made = a_request(context)
    with_officials(context)
    page = open_page(made)
    wanted = heard(page.open_rooms)

    press(qtbot, page, "F8")
    assert now(context, made) is Status.INITIALLED_SECRETARY

    answering(lambda dialog: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    press(qtbot, page, "Ctrl+S")
    assert now(context, made) is Status.SIGNED
    come_back(qtbot, page)

    press(qtbot, page, "Ctrl+S")
    tasks.wait()
    assert now(context, made) is Status.READY
    tasks.wait()
    assert page.preview.zoom() > 0
    assert page._print.words() == "Cetak surat"

    press(qtbot, page, "Ctrl+S")
    assert wanted == [("handover", made.id)]


def test_escape_goes_back(context, open_page, qtbot):
    page = open_page(a_request(context))
    gone = heard(page.back)

    press(qtbot, page, "Esc")

    assert len(gone) == 1


def test_what_was_missing_is_ticked_and_the_dossier_is_accepted(context, open_page, qtbot):
    made = a_request(context, Status.RETURNED)
    page = open_page(made)
    missing = next(paper.key for paper in made.papers if paper.state is PaperState.MISSING)

    press(qtbot, page, "Left")
    press(qtbot, page, "Space")
    assert page.papers.rows[missing].value() == PaperState.THERE
    press(qtbot, page, "Ctrl+S")

    held = requests.load(context, made.id)
    assert held.status is Status.ACCEPTED
    assert held.number
    assert page._print.words() == "Cetak ulang tanda terima"


def test_looking_again_keeps_the_ticks(context, open_page):
    made = a_request(context, Status.RETURNED)
    page = open_page(made)
    missing = next(paper.key for paper in made.papers if paper.state is PaperState.MISSING)
    page.papers.rows[missing].set_value(PaperState.THERE)

    page.refresh()

    assert page.papers.rows[missing].value() == PaperState.THERE


def test_f4_shows_the_numbers_and_that_is_a_record(context, open_page, qtbot):
    made = a_request(context)
    page = open_page(made)
    nik = made.personal.applicant.nik
    assert not any(nik in text.replace(" ", "") for text in words(page))

    press(qtbot, page, "F4")

    assert any(nik in text.replace(" ", "") for text in words(page))
    assert journal.history(made.id)[-1].fact.kind == "request.revealed.v1"


def test_who_may_not_do_the_next_step_is_told_who_may(context, open_page):
    made = a_request(context)
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    page = open_page(made, clerk)

    assert not page.next.isVisible()
    assert any(text.startswith("Menunggu kepala seksi") for text in words(page))


def test_f6_shows_the_paper_as_it_stands(context, open_page, qtbot, tasks):
    page = open_page(a_request(context, Status.DRAFTED))

    press(qtbot, page, "F6")
    tasks.wait()

    assert page.preview.isVisible()
    assert page._print.words() == "Cetak konsep"


def test_a_service_without_paper_has_no_paper_to_show(context, open_page):
    page = open_page(a_request(context, code="RKTP"))

    assert not page.views.isVisible()
    assert not page.walk.isVisible()


def test_what_has_ended_offers_nothing(context, open_page):
    made = work.act(context, a_request(context).id, Action.REJECT, "bukan warga kecamatan ini")

    page = open_page(made)

    assert not page.next.isVisible()
    assert "Alasan: bukan warga kecamatan ini" in words(page)

from dataclasses import replace

from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.usecases import requests, work
from tests.builders import a_request, a_user
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, come_back, press, words, write


def test_a_step_is_skipped_with_a_reason_and_the_way_says_so(context, tasks, qtbot, answering):
    made = a_request(context, Status.DRAFTED)
    page = bring_up(qtbot, RequestPage(context, tasks, made.id))

    def why(dialog):
        write(qtbot, dialog, "Kasi sedang diklat")
        push(dialog, "Lewati langkah")

    answering(why)
    push(page, "Lewati paraf kasi")

    assert requests.load(context, made.id).skipped == (Action.INITIAL_SECTION,)
    assert page.next.words() == "Paraf Sekcam"
    assert any("dilewati" in stop.second for stop in page._steps._stops)


def test_the_papers_are_taken_by_a_key(context, tasks, qtbot):
    made = a_request(context)
    chief = replace(context, user=a_user(context, Role.SECTION_HEAD, display="Kasi Uji"))
    page = bring_up(qtbot, RequestPage(chief, tasks, made.id))
    assert f"Berkas di meja {context.user.display}" in words(page)

    press(qtbot, page, "F9")

    assert requests.load(context, made.id).holder == chief.user.id
    come_back(qtbot, page)
    assert "Berkas di meja Kasi Uji" in words(page)


def test_a_clerk_skips_nothing_and_an_ended_request_offers_nothing(context, tasks, qtbot):
    made = a_request(context, Status.HANDED_OVER)
    page = bring_up(qtbot, RequestPage(context, tasks, made.id))

    shown = {button.words() for button in page.findChildren(type(page.next)) if button.isVisible()}

    assert not shown & {"Kabari warga", "Berkas di meja saya"}
    assert work.skippable(context, made) is None

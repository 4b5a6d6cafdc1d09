from dataclasses import replace

import pytest

from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.ui.home.page import HomePage
from tests.builders import a_request
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, HomePage(context, tasks))


def test_an_empty_morning_says_how_to_begin(page):
    shown = words(page)

    assert "Selamat pagi, Petugas Contoh" in shown
    assert "Belum ada permohonan hari ini." in shown
    assert "Berkas muncul di sini begitu warga didaftarkan." in shown


def test_the_figures_are_those_of_the_lists(context, clock, page):
    a_request(context, Status.ACCEPTED, serial=1)
    clock.forward(hours=7)
    a_request(context, Status.READY, serial=2)
    a_request(context, Status.RETURNED, serial=3)
    a_request(context, Status.HANDED_OVER, serial=4)

    page.refresh()

    spoken = {name: tile.accessibleName() for name, tile in page.tiles.items()}
    assert spoken["received"] == "Masuk hari ini: 3. 1 sudah diambil"
    assert spoken["in_hand"].startswith("Dikerjakan: 1.")
    assert spoken["late"].startswith("Lewat janji: 1. terlama")
    assert spoken["ready"].startswith("Siap diambil: 1.")
    assert spoken["returned"].startswith("Dikembalikan: 1.")


def test_a_figure_leads_to_its_list_by_keys(page, qtbot):
    wanted = heard(page.open_rooms)
    page.tiles["ready"].setFocus()

    press(qtbot, page, "Return")

    assert wanted == [("requests", "ready")]


def test_enter_opens_what_is_due_next(context, clock, page, qtbot):
    first = a_request(context, serial=1)
    clock.forward(days=10)
    a_request(context, serial=2)
    page.refresh()
    page.begin()
    opened = heard(page.open_request)

    press(qtbot, page, "Return")

    assert opened == [first.id]


def test_a_new_citizen_is_one_key_away(page, qtbot):
    wanted = heard(page.open_rooms)

    press(qtbot, page, "Ctrl+N")

    assert wanted == [("registration", "")]


def test_who_does_not_register_has_no_such_button(context, tasks, qtbot):
    chief = replace(context, user=replace(context.user, roles=(Role.HEAD,)))

    page = bring_up(qtbot, HomePage(chief, tasks), width=844)

    assert not page.register.isVisible()

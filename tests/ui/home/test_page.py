from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence

from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.ui import tokens as t
from paten_desk.ui.home.page import HomePage
from paten_desk.usecases import figures
from tests import full_office
from tests.builders import a_request
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, HomePage(context, tasks))


def press_on(qtbot, widget, key):
    """Press a key on a part of the page, whether it has the cursor or not."""
    qtbot.keyClick(widget, QKeySequence.fromString(key)[0].key())


def test_an_empty_morning_says_how_to_begin(page):
    shown = words(page)

    assert "Selamat pagi, Petugas Contoh" in shown
    assert "Tidak ada berkas yang menunggu." in shown
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
    assert spoken["overdue"].startswith("Lewat janji: 1. terlama")
    assert spoken["ready"].startswith("Siap diambil: 1.")
    assert spoken["returned"].startswith("Dikembalikan: 1.")


def test_who_is_from_outside_is_counted_apart(context, page):
    a_request(context, serial=1)
    full_office.from_outside(context, 2)

    page.refresh()

    assert page.tiles["received"].accessibleName() == "Masuk hari ini: 2. 0 sudah diambil, 1 dari luar kecamatan"
    assert "1 dari luar" in words(page)


def test_each_figure_opens_exactly_its_rows_by_keys(context, clock, page, qtbot):
    full_office.fill(context, clock)
    page.refresh()
    made = heard(page.page_made)
    stops = [*page.tiles.values(), *page.charts.each()]

    for stop in stops:
        press_on(qtbot, stop, "Return")

    home = figures.home(context)
    expected = [home.received, home.in_hand, home.overdue, home.ready, home.returned]
    expected += [home.days[context.today()], home.kept, next(iter(home.waiting.values()))]
    expected += [next(iter(home.services.values()))]
    for rows, figure in zip(made, expected, strict=True):
        rows.refresh()
        qtbot.addWidget(rows)
        assert rows.table.rows.rowCount() == figure.count
    assert [rows.accessibleName() for rows in made[:2]] == ["Masuk hari ini", "Dikerjakan"]


@pytest.mark.parametrize("width", [1166, 844, 745, 634])
def test_nothing_is_wider_than_the_page(context, clock, page, width):
    full_office.fill(context, clock)
    page.resize(width, 426)
    page.refresh()
    words(page)
    words(page)  # the notes are laid out a moment after they came

    for each in (*page.tiles.values(), page.table, page.attention, *page.charts.each()):
        if each.isVisible():
            assert each.mapTo(page, each.rect().bottomRight()).x() <= width - t.S5, each.accessibleName()
            least = each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.minimumSizeHint().height()
            assert each.height() >= least


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

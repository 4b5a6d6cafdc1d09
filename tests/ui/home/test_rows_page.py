from dataclasses import replace

import pytest

from paten_desk.ui.home.rows_page import RowsPage
from paten_desk.usecases import figures
from tests import full_office
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def home(context, clock):
    full_office.fill(context, clock)
    return figures.home(context)


def opened(qtbot, context, title, which):
    return bring_up(qtbot, RowsPage(context, title, which))


def test_the_list_says_what_it_counts_and_counts_it(context, home, qtbot):
    page = opened(qtbot, context, "Masuk hari ini", home.received.which)

    assert page._second.text() == "7 permohonan, 4 lewat janji, 1 dari luar kecamatan"
    assert page._title.text() == "Masuk hari ini"
    assert page.table.rows.rowCount() == 7
    assert "1–7 dari 7, yang terbaru dahulu" in words(page)


def test_enter_opens_a_request_and_escape_goes_back(context, home, qtbot):
    page = opened(qtbot, context, "Lewat janji", home.overdue.which)
    asked, back = heard(page.open_request), heard(page.back)

    press(qtbot, page, "Return")
    press(qtbot, page, "Esc")

    assert asked == [page.table.current().id]
    assert len(back) == 1


def test_what_was_done_is_told_against_its_promise(context, home, qtbot):
    page = opened(qtbot, context, "Lewat janji", home.broken.which)

    cells = {row.key.number[:4]: row.cells for row in page.table.rows.rows}

    assert cells["0003"][-1] == ("Lewat 4 jam", "late")
    kept = opened(qtbot, context, "Tepat janji", home.kept.which)
    assert {row.cells[-1] for row in kept.table.rows.rows} == {("Tepat janji", "good")}
    waiting = opened(qtbot, context, "Dikerjakan", home.in_hand.which)
    assert {row.cells[-1] for row in waiting.table.rows.rows} == {"–"}


def test_who_is_from_outside_has_a_flag(context, home, qtbot):
    page = opened(qtbot, context, "Masuk hari ini", home.received.which)

    flagged = [row.key.number[:4] for row in page.table.rows.rows if not isinstance(row.cells[2], str)]

    assert flagged == ["0013"]


def test_a_figure_of_nothing_says_how_to_go_back(context, home, qtbot):
    nothing = replace(home.received.which, received=("2020-01-01", "2020-01-02"))

    page = opened(qtbot, context, "Masuk", nothing)

    assert "Tidak ada berkas di balik angka ini." in words(page)

import pytest

from paten_desk.store import people as store
from paten_desk.ui.search.merging import MergePage
from paten_desk.usecases import requests
from tests.builders import a_visit
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def two(context):
    one = a_visit(context)
    (first,) = requests.register(context, one)
    nik = f"{one.applicant.nik[:-1]}{(int(one.applicant.nik[-1]) + 1) % 10}"
    other = a_visit(context, serial=1, name=f"{one.applicant.name}", nik=nik)
    (second,) = requests.register(context, other)
    return first.personal.applicant.person, second.personal.applicant.person


@pytest.fixture
def page(qtbot, context, two):
    return bring_up(qtbot, MergePage(context, two[0]))


def test_two_records_stand_side_by_side_and_the_left_one_stays(qtbot, page, two):
    assert [row.key for row in page.table.rows.rows] == [two[1]]

    press(qtbot, page, "Ctrl+1")

    assert store.row(two[1]).merged_into == two[0]
    assert page.undo.isVisible()
    assert not page.keep_left.isVisible()


def test_what_was_merged_is_brought_back(qtbot, page, two):
    press(qtbot, page, "Ctrl+1")
    press(qtbot, page, "Ctrl+Z")

    assert store.row(two[1]).merged_into == ""
    assert page.keep_left.isVisible()


def test_the_right_one_may_stay(qtbot, page, two):
    press(qtbot, page, "Ctrl+2")

    assert store.row(two[0]).merged_into == two[1]
    assert page._person == two[1]


def test_where_nobody_is_alike_the_page_says_so_and_esc_leads_back(qtbot, context):
    (made,) = requests.register(context, a_visit(context, name="SATUSATUNYA CONTOH"))
    page = bring_up(qtbot, MergePage(context, made.personal.applicant.person))
    left = heard(page.back)

    assert "Tidak ada catatan lain yang mirip" in words(page)
    press(qtbot, page, "Esc")
    assert len(left) == 1

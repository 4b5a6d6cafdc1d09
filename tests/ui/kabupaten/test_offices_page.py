import pytest

from paten_desk.ui.kabupaten.offices_page import OfficesPage
from paten_desk.usecases import kabupaten
from tests.ui.pages import bring_up, press, words


@pytest.fixture
def taken(hall, tmp_path):
    """The kabupaten after it took in the counter's file."""
    for path in (tmp_path / "stick").glob("*.age"):
        kabupaten.import_file(hall, path)
    return hall


@pytest.fixture
def page(taken, tasks, qtbot):
    return bring_up(qtbot, OfficesPage(taken, tasks))


def test_the_calendar_tells_who_sent_which_day(page):
    assert "Berkas harian, November 2026" in words(page)
    assert "1 dari 1 lengkap sampai hari kerja terakhir" in words(page)
    assert page.month.accessibleName() == (
        "Kecamatan Kayu Agung: 1 hari diterima, 0 belum, 2 permohonan, 0 dari luar kecamatan, 0 lewat janji"
    )
    assert not page.behind.isVisible()


def test_days_that_never_came_are_missing(taken, page):
    taken.clock.forward(days=7)
    page.refresh()
    taken.clock.forward(days=-7)

    assert "5 belum" in page.month.accessibleName()  # today's may still come and is not counted as behind
    assert "1 tertinggal lebih dari 2 hari" in words(page)
    assert "0 dari 1 lengkap sampai hari kerja terakhir" in words(page)


def test_f6_goes_to_the_offices_and_their_figures(qtbot, page):
    press(qtbot, page, "F6")
    row = page.offices.rows.rows[0].cells
    assert (row[0], row[1]) == (("Utuh", "good"), "Kayu Agung")
    assert page.offices.view.hasFocus()

    press(qtbot, page, "F6")
    assert page.figures.rows.rows[0].cells == ("20 November 2026", "Kayu Agung", "2", "0", "0", "0", "0")

    press(qtbot, page, "F6")
    assert page.month.isVisible()


def test_pages_are_turned_by_month_but_not_past_today(qtbot, page):
    assert not page.after.isEnabled()
    press(qtbot, page, "PgUp")

    assert "Berkas harian, Oktober 2026" in words(page)
    press(qtbot, page, "PgDown")
    assert "Berkas harian, November 2026" in words(page)


def test_without_any_office_the_page_says_how_to_begin(context, tasks, qtbot):
    page = bring_up(qtbot, OfficesPage(context, tasks))

    assert "Belum ada kecamatan yang terdaftar" in words(page)


def test_an_office_that_never_sent_is_behind_from_the_day_it_was_enrolled(hall):
    (office,) = kabupaten.month(hall, hall.today().replace(day=1))

    assert office.received == 0
    assert len(office.days) == 30
    assert office.behind == 0
    assert office.days[hall.today().day - 1] == "missing"

from datetime import date

import pytest

from paten_desk.ui.sheets.options import NO_SERVICE, Options
from paten_desk.ui.sheets.shelf import shelf
from tests.ui.conftest import press as push
from tests.ui.pages import heard, press, words

TODAY = date(2026, 11, 20)
SERVICES = [("SKDOM", "Surat Keterangan Domisili"), ("SKTM", "Surat Keterangan Tidak Mampu")]


@pytest.fixture
def sheets(context):
    return {each.key: each for held in shelf(context).values() for each in held}


@pytest.fixture
def options(shown):
    made = shown(Options(TODAY, reveals=True))
    made.show_services(SERVICES, TODAY)
    return made


def test_a_book_is_paged_month_by_month_by_keys_but_not_into_the_future(qtbot, options, sheets):
    options.show_sheet(sheets["register"])
    changed = heard(options.changed)

    press(qtbot, options, "Alt+Left")
    press(qtbot, options, "Alt+Left")
    assert (options.wish().month, options.month.text()) == (date(2026, 9, 1), "September 2026")

    for _ in range(5):
        press(qtbot, options, "Alt+Right")
    assert options.wish().month == date(2026, 11, 1)
    assert not options.after.isEnabled()
    assert len(changed) == 4


def test_only_what_concerns_a_sheet_is_offered(options, sheets):
    seen = {}
    for key in ("register", "agenda", "board", "leaflet", "pledge"):
        options.show_sheet(sheets[key])
        parts = (options.month, options.full_nik, options.lists, options.service)
        seen[key] = [part.isVisible() for part in parts]

    assert seen == {
        "register": [True, True, False, False],
        "agenda": [True, False, False, False],
        "board": [False, False, True, False],
        "leaflet": [False, False, False, True],
        "pledge": [False, False, False, False],
    }


def test_who_may_not_reveal_is_not_offered_a_full_nik(shown, sheets):
    options = shown(Options(TODAY, reveals=False))

    options.show_sheet(sheets["register"])

    assert not options.full_nik.isVisible()
    assert not options.wish().full_nik


def test_the_full_nik_is_ticked_by_a_key_explained_and_forgotten_on_another_month(qtbot, options, sheets):
    options.show_sheet(sheets["register"])

    press(qtbot, options, "F4")

    assert options.wish().full_nik
    assert any("Pratinjau tetap disamarkan" in text for text in words(options))

    options.before.click()

    assert not options.wish().full_nik


def test_paper_and_contents_are_chosen(options, sheets):
    options.show_sheet(sheets["pledge"])
    push(options, "Kertas: A3")
    assert options.wish().paper == "a3"

    options.show_sheet(sheets["poverty"])
    assert options.wish().paper == "f4"

    options.show_sheet(sheets["board"])
    assert (options.wish().paper, options.wish().lists_papers) == ("", False)
    push(options, "Isi papan: Dengan persyaratan")
    assert options.wish().lists_papers


def test_a_leaflet_is_about_the_first_service_until_another_is_chosen(options, sheets):
    options.show_sheet(sheets["leaflet"])
    assert options.wish().service == "SKDOM"

    options.service.set_value("SKTM")
    options.show_services(SERVICES, TODAY)

    assert options.wish().service == "SKTM"


def test_a_service_that_was_closed_meanwhile_gives_way_to_the_first(options, sheets):
    options.show_sheet(sheets["leaflet"])
    options.service.set_value("SKTM")

    options.show_services(SERVICES[:1], TODAY)

    assert options.wish().service == "SKDOM"


def test_without_an_open_service_the_way_to_one_is_told(options, sheets):
    options.show_services([], TODAY)

    options.show_sheet(sheets["leaflet"])

    assert NO_SERVICE in words(options)
    assert options.wish().service == ""

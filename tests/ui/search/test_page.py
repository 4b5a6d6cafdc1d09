from dataclasses import replace

import pytest

from paten_desk.domain.workflow import Status
from paten_desk.ui.search.citizen_page import CitizenPage
from paten_desk.ui.search.page import SearchPage
from paten_desk.usecases import kabupaten, proofs, requests, searches
from tests.builders import a_request, a_visit
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def search(context, tasks, qtbot):
    return lambda text: bring_up(qtbot, SearchPage(context, tasks, text))


def test_enter_opens_the_newest_request_of_that_name(qtbot, context, search):
    made = a_request(context)
    page = search(made.personal.applicant.name.split()[-1])
    opened = heard(page.open_request)

    press(qtbot, page, "Return")

    assert opened == [made.id]
    assert page.people.rows.rows[0].cells[0] == made.personal.applicant.name
    assert "••••" in page.requests.rows.rows[0].cells[2]


def test_the_state_is_a_word_with_a_colour(context, search):
    made = a_request(context, Status.RETURNED)

    page = search(made.personal.applicant.name)

    assert page.requests.rows.rows[0].cells[-1] == ("Dikembalikan", "warn")
    assert page.requests.rows.rows[0].cells[0] == "tanpa nomor"


def test_the_village_is_named(context, search):
    made = a_request(context)

    page = search(made.personal.applicant.name)

    assert page.people.rows.rows[0].cells[2] in ("Desa Melati", "Kelurahan Mawar")


def test_where_nothing_is_found_the_page_says_what_to_try(search):
    page = search("qqqqq")

    said = words(page)
    assert "Tidak ada yang cocok" in said
    assert "“qqqqq”: 0 permohonan, 0 warga, 0 surat" in said
    assert "Permohonan" not in said


def test_the_groups_stand_on_one_page_and_lead_to_requests_citizens_and_letters(qtbot, context, search):
    made = a_request(context, Status.READY)
    page = search(made.personal.applicant.name)
    opened, pages = heard(page.open_request), heard(page.page_made)

    said = words(page)
    assert {"Permohonan", "Warga", "Surat"} <= set(said)
    assert page.letters.rows.rows[0].cells[4] == ("Berlaku", "good")
    page.letters.setFocus()
    press(qtbot, page, "Return")
    page.people.setFocus()
    press(qtbot, page, "Return")

    assert opened == [made.id]
    assert isinstance(pages[0], CitizenPage)
    pages[0].deleteLater()


def test_a_name_in_old_spelling_is_marked(context, search):
    (made,) = requests.register(context, a_visit(context, name="JUSUF CONTOH"))

    page = search("yusuf contoh")

    assert page.requests.rows.rows[0].key == made.id
    assert "(ejaan lama)" in page._second.text()


def test_a_long_list_is_counted_exactly_when_the_typing_rests(qtbot, context, search, monkeypatch):
    monkeypatch.setattr(searches, "PAGE", 2)
    party = a_visit(context).applicant
    for serial in (1, 2, 3):
        requests.register(context, replace(a_visit(context, serial=serial), applicant=party))

    page = search(party.name)
    assert "masih dihitung" in page._second.text()
    qtbot.waitUntil(lambda: "3 permohonan, 1 warga" in page._second.text())

    qtbot.waitUntil(lambda: page.requests.rows.rowCount() == 3)


def test_esc_leads_back(qtbot, search):
    page = search("qqqqq")
    left = heard(page.back)

    press(qtbot, page, "Esc")

    assert len(left) == 1


def test_a_scanned_receipt_finds_its_request_and_no_people(context, search):
    a_request(context, serial=1)
    made = a_request(context, serial=2)

    page = search(proofs.of_receipt(context, made))

    assert [row.key for row in page.requests.rows.rows] == [made.id]
    assert not page.people.isVisible()
    assert "“0002/PATEN/2026”: 1 permohonan" in words(page)


def test_a_receipt_of_another_office_is_told(search, context):
    a_request(context)

    page = search("PATEN1:99.99.06:R:0001/PATEN/2026:ABCD")

    assert page.requests.rows.rows == []
    assert "Tanda terima ini milik kantor lain" in words(page)


def test_the_kabupaten_finds_numbers_of_its_offices_and_opens_none(qtbot, hall, tasks, tmp_path):
    for path in (tmp_path / "stick").glob("*.age"):
        kabupaten.import_file(hall, path)
    page = bring_up(qtbot, SearchPage(hall, tasks, "0001"))
    opened = heard(page.open_request)

    press(qtbot, page, "Return")

    assert page.requests.rows.rows[0].cells[:2] == ("0001/PATEN/2026", "Kecamatan Kayu Agung")
    assert opened == []
    assert not page.people.isVisible()

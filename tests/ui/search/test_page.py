import pytest

from paten_desk.domain.workflow import Status
from paten_desk.ui.search.page import SearchPage
from paten_desk.usecases import kabupaten, proofs
from tests.builders import a_request
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
    assert "Tidak ada permohonan yang cocok" in said
    assert "“qqqqq”: 0 permohonan, 0 warga" in said


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

from paten_desk.ui.kabupaten.keys_page import KeysPage
from tests.ui.pages import bring_up, words


def test_the_kabupaten_sees_its_number_and_the_trusted_offices(qtbot, hall, tasks):
    page = bring_up(qtbot, KeysPage(hall, tasks))

    assert page.cards.table.rows.rows[0].cells[:2] == (("Dipercaya", "good"), "Kecamatan Kayu Agung")
    assert page.cards.own.number.text() in words(page)
    assert page.cards.table.view.hasFocus()

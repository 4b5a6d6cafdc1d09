import pytest

from paten_desk.ui.texts.versions_page import VersionsPage
from paten_desk.usecases import text_editing
from tests.ui.pages import bring_up, come_back, fill_in, heard, press, words
from tests.usecases.test_text_editing import OURS, saved


@pytest.fixture
def page(qtbot, context):
    saved(context)
    return bring_up(qtbot, VersionsPage(context, "sktm"))


def test_versions_stand_with_day_person_and_reason(page):
    newest, shipped = (row.cells for row in page.table.rows.rows)

    assert newest == (("Berlaku", "good"), "20 November 2026", "Petugas Contoh", "Menyesuaikan perbup")
    assert shipped[0] == ("Bawaan", "neutral")
    assert not page.roll_back.isEnabled()


def test_the_chosen_version_is_compared_with_the_one_that_counts(qtbot, page):
    assert any("Isinya sama" in text for text in words(page))

    press(qtbot, page, "Down")

    seen = words(page)
    assert "Dihapus" in seen
    assert f"Paragraf: {OURS}" in seen
    assert any("1 baris berbeda terhadap versi 20 November 2026" in text for text in seen)


def test_any_other_version_can_be_the_one_to_compare_with(qtbot, page):
    page.other.set_value("1")
    page.other.changed.emit()

    assert "Ditambah" in words(page)
    press(qtbot, page, "F6")
    assert page.other.editor.hasFocus()


def test_an_older_version_comes_back_with_a_reason(qtbot, context, page, answering):
    press(qtbot, page, "Down")
    answering(fill_in(qtbot, "Peraturan bupati dicabut"))
    press(qtbot, page, "F8")
    come_back(qtbot, page)

    assert OURS not in text_editing.source(context, "sktm")
    newest = page.table.rows.rows[0].cells
    assert (newest[0], newest[3]) == (("Berlaku", "good"), "Peraturan bupati dicabut")


def test_going_back_without_a_reason_changes_nothing(qtbot, context, page, answering):
    press(qtbot, page, "Down")
    answering("Kembali")
    press(qtbot, page, "F8")

    assert OURS in text_editing.source(context, "sktm")
    assert page.table.rows.rowCount() == 2


def test_esc_goes_back(qtbot, page):
    back = heard(page.back)

    press(qtbot, page, "Esc")

    assert len(back) == 1

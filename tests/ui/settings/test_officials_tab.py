import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from paten_desk.domain.officials import Post
from paten_desk.ui.settings.officials_tab import OfficialsTab
from paten_desk.usecases import letterheads
from tests.builders import with_officials
from tests.ui.pages import come_back, press, words, write


@pytest.fixture
def tab(context, shown):
    made = shown(OfficialsTab(context))
    made.refresh()
    made.table.setFocus()
    return made


def names(context):
    return [held.personal.name for held in letterheads.officials(context)]


def test_before_the_first_official_the_list_says_how_to_begin(tab):
    assert tab.table.empty.isVisible()
    assert not tab.edit.isEnabled()
    assert not tab.end.isEnabled()


def test_a_camat_is_added_by_keyboard(qtbot, context, tab, answering):
    def fill(dialog):
        press(qtbot, dialog, "Return")  # Camat
        press(qtbot, dialog, "Return")  # Definitif
        for text in ("CAMAT CONTOH", "Pembina (IV/a)", "00000000 000000 0 000"):
            write(qtbot, dialog, text)
            press(qtbot, dialog, "Return")

    answering(fill)
    press(qtbot, tab, "Ctrl+N")

    (held,) = letterheads.officials(context)
    assert (held.post, held.personal.name, held.personal.nip) == (Post.HEAD, "CAMAT CONTOH", "0" * 18)
    assert tab.table.rows.rows[0].cells[1] == "CAMAT CONTOH"


def test_what_is_wrong_stands_under_its_field_and_the_dialog_stays(qtbot, context, tab, answering):
    def fill(dialog):
        lines = [line for line in dialog.findChildren(QLineEdit) if line.isVisible()]
        lines[-1].setText("123")
        press(qtbot, dialog, "Return")
        press(qtbot, dialog, "Return")
        lines[-1].setFocus()
        press(qtbot, dialog, "Return")
        assert {"Isi nama pejabat dengan gelarnya.", "NIP harus 18 angka; baru terisi 3."} <= set(words(dialog))
        assert QApplication.focusWidget() is lines[0]
        dialog.reject()

    answering(fill)
    tab.add.click()

    assert letterheads.officials(context) == []


def test_a_section_head_is_asked_for_the_section(qtbot, context, tab, answering):
    def fill(dialog):
        press(qtbot, dialog, "End")
        for _ in range(2):
            press(qtbot, dialog, "Right")
        press(qtbot, dialog, "Return")
        press(qtbot, dialog, "Return")
        for text in ("Pelayanan Umum", "KASI CONTOH", "", ""):
            write(qtbot, dialog, text)
            press(qtbot, dialog, "Return")

    answering(fill)
    tab.add.click()

    (held,) = letterheads.officials(context)
    assert (held.post, held.section, held.personal.name) == (Post.SECTION_HEAD, "Pelayanan Umum", "KASI CONTOH")


def test_a_misspelt_name_is_mended(qtbot, context, tab, answering):
    with_officials(context)
    tab.refresh()

    def mend(dialog):
        line = QApplication.focusWidget()
        assert line.text() == "CAMAT CONTOH"
        line.setText("CAMAT CONTOH, S.STP.")
        press(qtbot, dialog, "Return")
        press(qtbot, dialog, "Return")
        press(qtbot, dialog, "Return")

    answering(mend)
    press(qtbot, tab, "F2")

    assert names(context)[0] == "CAMAT CONTOH, S.STP."
    assert len(names(context)) == 3


def test_a_post_is_ended_only_after_a_careful_question(qtbot, context, tab, answering):
    with_officials(context)
    tab.refresh()

    answering(lambda dialog: press(qtbot, dialog, "Return"))
    tab.end.click()
    assert len(names(context)) == 3

    come_back(qtbot, tab)
    answering("Akhiri jabatan")
    tab.end.click()
    assert names(context) == ["SEKCAM CONTOH", "KASI CONTOH"]

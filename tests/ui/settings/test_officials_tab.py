import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from paten_desk.domain.officials import Holding, Post
from paten_desk.ui.settings.officials_tab import OfficialsTab
from paten_desk.usecases import officials
from tests.builders import with_officials
from tests.ui.pages import come_back, press, words, write


@pytest.fixture
def tab(context, shown):
    made = shown(OfficialsTab(context))
    made.refresh()
    made.table.setFocus()
    return made


def line_of(dialog, name):
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def names(context):
    return [held.personal.name for held in officials.officials(context)]


def test_before_the_first_official_the_list_says_how_to_begin(tab):
    assert tab.table.empty.isVisible()
    assert not tab.edit.isEnabled()
    assert not tab.end.isEnabled()


def test_a_camat_is_added_by_keyboard(qtbot, context, tab, answering):
    def fill(dialog):
        press(qtbot, dialog, "Return")  # Camat
        press(qtbot, dialog, "Return")  # Definitif
        for text in ("CAMAT CONTOH", "Pembina (IV/a)", "00000000 000000 0 000", "", ""):
            write(qtbot, dialog, text)
            press(qtbot, dialog, "Return")

    answering(fill)
    press(qtbot, tab, "Ctrl+N")

    (held,) = officials.officials(context)
    assert (held.post, held.personal.name, held.personal.nip) == (Post.HEAD, "CAMAT CONTOH", "0" * 18)
    assert tab.table.rows.rows[0].cells[1] == "CAMAT CONTOH"


def test_what_is_wrong_stands_under_its_field_and_the_dialog_stays(qtbot, context, tab, answering):
    def fill(dialog):
        line_of(dialog, "NIP").setText("123")
        line_of(dialog, "Sampai").setFocus()
        press(qtbot, dialog, "Return")
        assert {"Isi nama pejabat dengan gelarnya.", "NIP harus 18 angka; baru terisi 3."} <= set(words(dialog))
        assert QApplication.focusWidget() is line_of(dialog, "Nama lengkap dengan gelar")
        dialog.reject()

    answering(fill)
    tab.add.click()

    assert officials.officials(context) == []


def test_a_section_head_is_asked_for_the_section(qtbot, context, tab, answering):
    def fill(dialog):
        press(qtbot, dialog, "End")
        for _ in range(2):
            press(qtbot, dialog, "Right")
        press(qtbot, dialog, "Return")
        press(qtbot, dialog, "Return")
        for text in ("Pelayanan Umum", "KASI CONTOH", "", "", "", ""):
            write(qtbot, dialog, text)
            press(qtbot, dialog, "Return")

    answering(fill)
    tab.add.click()

    (held,) = officials.officials(context)
    assert (held.post, held.section, held.personal.name) == (Post.SECTION_HEAD, "Pelayanan Umum", "KASI CONTOH")


def test_a_misspelt_name_is_mended(qtbot, context, tab, answering):
    with_officials(context)
    tab.refresh()

    def mend(dialog):
        line = QApplication.focusWidget()
        assert line.text() == "CAMAT CONTOH"
        line.setText("CAMAT CONTOH, S.STP.")
        line_of(dialog, "Sampai").setFocus()
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


def test_who_stands_in_for_the_camat_is_entered_with_the_decree(qtbot, context, tab, answering):
    with_officials(context)
    tab.refresh()

    def fill(dialog):
        press(qtbot, dialog, "Return")  # Camat
        for _ in range(2):
            press(qtbot, dialog, "Right")
        press(qtbot, dialog, "Space")
        press(qtbot, dialog, "Return")
        assert "Pelaksana harian: pejabatnya sedang berhalangan." in words(dialog)
        for text in ("800/12/2026", "20-11-2026", "SEKCAM CONTOH", "", "", "20-11-2026", "22-11-2026"):
            write(qtbot, dialog, text)
            press(qtbot, dialog, "Return")

    answering(fill)
    press(qtbot, tab, "Ctrl+N")

    held = next(each for each in officials.officials(context) if each.holding is Holding.DAILY)
    assert (held.decree, held.decree_date.day, held.until.day) == ("800/12/2026", 20, 22)
    assert ("Plh. Camat", "SEKCAM CONTOH") in [row.cells[:2] for row in tab.table.rows.rows]


def test_a_date_that_cannot_be_read_is_told_under_its_field(qtbot, context, tab, answering):
    def fill(dialog):
        line_of(dialog, "Nama lengkap dengan gelar").setText("CAMAT CONTOH")
        line_of(dialog, "Mulai").setText("lusa")
        line_of(dialog, "Sampai").setFocus()
        press(qtbot, dialog, "Return")
        assert "Tulis tanggal seperti 21-11-2026 atau 21 November 2026." in words(dialog)
        dialog.reject()

    answering(fill)
    tab.add.click()

    assert officials.officials(context) == []

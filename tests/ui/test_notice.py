from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.ui.fields import TextField
from paten_desk.ui.notice import Notice
from tests.ui import pages
from tests.ui.conftest import press

VERBS = (("", "Kembali"), ("later", "Nanti saja"), ("yes", "Batalkan nomor"))


def test_a_notice_gives_the_value_of_its_verb(qtbot, answering):
    answering("Nanti saja")

    assert Notice("Batalkan nomor 031?", "Nomor tidak dipakai lagi.", VERBS).ask() == "later"


def test_esc_is_the_way_back(qtbot, answering):
    answering(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))

    assert Notice("Batalkan nomor 031?", "", VERBS).ask() == ""


def test_the_primary_verb_waits_until_what_it_needs_is_there(qtbot, answering):
    field = TextField("Alasan")

    def act(dialog):
        press(dialog, "Batalkan nomor")
        assert dialog.isVisible()
        field.set_value("Salah ketik")
        press(dialog, "Batalkan nomor")

    answering(act)

    notice = Notice("Batalkan?", "", VERBS, inside=field, allowed=lambda: bool(field.value()))

    assert notice.ask() == "yes"


def test_enter_presses_the_verb_that_has_the_cursor(qtbot, answering):
    answering(lambda dialog: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))

    assert Notice("Batalkan nomor 031?", "", VERBS).ask() == "yes"


def test_a_verb_can_have_a_key_of_its_own(qtbot, answering):
    answering(lambda dialog: pages.press(qtbot, dialog, "Ctrl+Q"))

    assert Notice("Batalkan nomor 031?", "", VERBS, keys={"later": "Ctrl+Q"}).ask() == "later"

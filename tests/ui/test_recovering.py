import pytest
from PySide6.QtWidgets import QLabel

from paten_desk.domain.errors import Damaged, Problem
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.recovering import ask_recovery, offer_restore, recover
from tests.ui.conftest import press as push
from tests.ui.pages import press, write

STAFF = [("7", "Rina Contoh"), ("9", "Dedi Contoh")]
NEW = "sungai jernih pagi"


def check(secret, new):
    return [] if secret == "AGE-SECRET-KEY-1X" else [Problem("secret", "Kode tidak cocok.")]


def test_the_code_and_a_new_password_are_asked_for(qtbot, answering):
    def fill(dialog):
        press(qtbot, dialog, "Return")
        write(qtbot, dialog, "AGE-SECRET-KEY-1X")
        press(qtbot, dialog, "Tab")
        write(qtbot, dialog, NEW)
        press(qtbot, dialog, "Return")
        write(qtbot, dialog, NEW)
        press(qtbot, dialog, "Return")

    answering(fill)

    assert ask_recovery(STAFF, "9", check) == ("9", "AGE-SECRET-KEY-1X", NEW)


def test_a_wrong_code_and_two_passwords_are_told(qtbot, answering):
    def fill(dialog):
        press(qtbot, dialog, "Return")
        write(qtbot, dialog, "salah")
        press(qtbot, dialog, "Tab")
        write(qtbot, dialog, NEW)
        push(dialog, "Ganti kata sandi")
        said = {each.text() for each in dialog.findChildren(QLabel)}
        assert {"Kode tidak cocok.", "Kedua kata sandi belum sama; ketik ulang."} <= said
        dialog.reject()

    answering(fill)

    assert ask_recovery(STAFF, "7", check) is None


def test_the_ways_back_in_are_told_and_one_can_go_back(tmp_path, tasks, shown, answering):
    login = shown(LoginWindow("Kecamatan Contoh", STAFF, lambda *_: None, tasks))
    verbs = []

    def look(dialog):
        verbs.extend(button.words() for button in dialog.buttons.values())
        dialog.reject()

    answering(look)
    recover(tmp_path, login, tasks)

    assert verbs == ["Kembali", "Pulihkan data", "Lembar juga hilang", "Pakai lembar pemulihan"]


def test_who_lost_the_data_is_led_to_the_backups(tmp_path, tasks, shown, answering):
    login = shown(LoginWindow("Kecamatan Contoh", STAFF, lambda *_: None, tasks))

    answering("Pulihkan data")
    assert recover(tmp_path, login, tasks)

    answering("Kembali")
    assert not recover(tmp_path, login, tasks)


@pytest.mark.parametrize(("verb", "wanted"), [("Pulihkan dari cadangan", True), ("Kembali", False)])
def test_an_office_that_cannot_be_opened_says_why_and_offers_its_backups(shown, tasks, answering, verb, wanted):
    login, said = shown(LoginWindow("Kecamatan Contoh", STAFF, lambda *_: None, tasks)), []
    login.leave.setFocus()
    answering(lambda dialog: (said.extend(each.text() for each in dialog.findChildren(QLabel)), push(dialog, verb)))

    assert offer_restore(Damaged("Basis data rusak.", ""), login) is wanted
    assert login.focusWidget() is login.password.editor
    assert "Basis data rusak." in said
    assert any("tetap disimpan" in text for text in said)

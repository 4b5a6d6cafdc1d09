import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from paten_desk.domain.errors import PatenError, Problem
from paten_desk.ui import tokens as t
from paten_desk.ui.login import LOOK_MS, LoginWindow, initials

STAFF = (("7", "Rina Marlina", "Petugas loket"), ("9", "Drs. Suharto"))
HEAVY = ("peewee", "reportlab", "cryptography", "psycopg", "pypdfium2", "sqlcipher3", "paten_desk.usecases")


@pytest.fixture
def asked():
    return []


@pytest.fixture
def login(qtbot, shown, tasks, asked):
    def unlock(staff_id, password):
        asked.append((staff_id, password))
        if password == "putus":
            raise PatenError("Data belum dapat dibuka.", "Hidupkan komputer server.")
        return "kunci" if password == "benar" else Problem("password", "Kata sandi belum cocok; tersisa 4 kali.")

    window = LoginWindow("Kecamatan Contoh", STAFF, unlock, tasks, hint="Setelah 5 kali salah, tunggu 1 menit.")
    window.opened = []
    window.unlocked.connect(window.opened.append)
    with qtbot.waitSignal(window.painted):
        return shown(window)


def enter(qtbot, login, tasks, password):
    qtbot.keyClicks(login.password.line, password)
    qtbot.keyClick(login.password.line, Qt.Key.Key_Return)
    tasks.wait()


def test_the_right_password_opens_the_program(qtbot, login, tasks, asked):
    enter(qtbot, login, tasks, "benar")

    assert asked == [("7", "benar")]
    assert login.opened == ["kunci"]


def test_a_wrong_password_stands_under_its_field_and_is_wiped(qtbot, login, tasks):
    enter(qtbot, login, tasks, "salah")

    assert login.password.problem() == "Kata sandi belum cocok; tersisa 4 kali."
    assert login.password.value() == ""
    assert login.opened == []
    assert QApplication.focusWidget() is login.password.line


def test_an_empty_password_is_not_tried(qtbot, login, tasks, asked):
    enter(qtbot, login, tasks, "")

    assert asked == []
    assert login.password.problem() == "Ketik kata sandi Anda."


def test_alt_and_a_digit_choose_the_person(qtbot, login):
    qtbot.keyClick(login, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert login.chosen() == "9"
    assert QApplication.focusWidget() is login.password.line


def test_a_click_on_a_name_or_its_initials_chooses_the_person(qtbot, login):
    words = [each for each in login.findChildren(QLabel) if each.text() in ("Drs. Suharto", "RM")]

    for label, chosen in zip(sorted(words, key=QLabel.text), ("9", "7"), strict=True):
        place = label.mapTo(login, label.rect().center())
        QTest.mouseClick(login.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

        assert login.chosen() == chosen


def test_the_initials_of_the_chosen_person_are_lit(qtbot, login):
    login.choose("9")

    badges = {each.text(): each for each in login.findChildren(QLabel) if each.objectName() == "badge"}
    ground = {text: badge.grab().toImage().pixelColor(18, 4).name().upper() for text, badge in badges.items()}
    assert ground == {"RM": t.SUNKEN, "SU": t.ACCENT}


def test_while_the_password_is_checked_it_is_not_tried_again(qtbot, login, tasks, asked):
    qtbot.keyClicks(login.password.line, "benar")
    qtbot.keyClick(login.password.line, Qt.Key.Key_Return)
    login.enter.click()
    tasks.wait()

    assert len(asked) == 1


def test_after_an_error_the_password_can_be_tried_again(qtbot, login, tasks):
    with qtbot.captureExceptions() as raised:
        enter(qtbot, login, tasks, "putus")

    assert str(raised[0][1]) == "Data belum dapat dibuka. Hidupkan komputer server."
    assert login.enter.isEnabled()


def test_the_window_tells_when_it_stands_on_the_screen(qtbot, tasks):
    window = LoginWindow("Kecamatan Contoh", [("7", "Rina")], lambda *_: None, tasks, chosen="7")
    qtbot.addWidget(window)

    with qtbot.waitSignal(window.painted):
        window.show()


def test_enter_presses_the_button_that_has_the_focus(qtbot, login, tasks):
    qtbot.keyClicks(login.password.line, "benar")
    login.enter.setFocus()
    qtbot.keyClick(login.enter, Qt.Key.Key_Return)
    tasks.wait()

    assert login.opened == ["kunci"]


def test_the_verb_says_what_goes_on_while_the_password_is_checked(qtbot, login, tasks):
    qtbot.keyClicks(login.password.line, "benar")
    login.enter.click()
    said = login.enter.text(), login.enter.isEnabled()
    tasks.wait()

    assert said == ("Memeriksa", False)
    assert (login.enter.text(), login.enter.isEnabled()) == ("Masuk", True)


def test_a_window_closed_at_once_lets_nothing_be_imported(qtbot, tasks):
    window = LoginWindow("Kecamatan Contoh", [("7", "Rina")], lambda *_: None, tasks)
    qtbot.addWidget(window)
    told = []
    window.painted.connect(lambda: told.append(1))

    window.show()
    window.hide()
    later = QTimer(singleShot=True, interval=3 * LOOK_MS)
    with qtbot.waitSignal(later.timeout):
        later.start()

    assert told == []


def test_many_people_are_listed_and_the_chosen_one_is_seen(qtbot, shown, tasks):
    staff = [(str(at), f"Petugas {at}") for at in range(12)]
    window = shown(LoginWindow("Kecamatan Contoh", staff, lambda *_: None, tasks))
    window.resize(1024, 700)

    window.choose("11")

    assert window.chosen() == "11"
    assert window.height() == 700


def test_the_window_fits_a_small_screen(qtbot, login):
    login.resize(911, 512)

    qtbot.waitUntil(lambda: not login._brand.isVisible())
    assert (login.width(), login.height()) == (911, 512)
    assert login.enter.mapTo(login, login.enter.rect().bottomLeft()).y() < 512


@pytest.mark.parametrize(
    ("name", "letters"), [("Rina Marlina", "RM"), ("Drs. H. Suharto, M.Si.", "SU"), ("Nur'aini", "NU"), ("", "?")]
)
def test_a_name_is_shortened_to_two_letters(name, letters):
    assert initials(name) == letters


def test_nothing_heavy_is_imported_before_the_first_window_stands():
    script = f"import sys, paten_desk.ui.login, paten_desk.ui.theme; print([n for n in {HEAVY!r} if n in sys.modules])"

    env = {**os.environ, "PYTHONPATH": "."}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=env)

    assert done.stdout.strip() == "[]"

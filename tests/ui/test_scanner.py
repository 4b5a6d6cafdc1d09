import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from paten_desk.ui.number_fields import NikField
from paten_desk.ui.scanner import Scanner
from paten_desk.ui.widgets import clear, column

CODE = "PATEN1:0199a000-0000-7000-8000-0000000000c1:K7Q2"


@pytest.fixture
def scanner(qapp):
    made = Scanner(qapp)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


@pytest.fixture
def line(shown):
    made = QLineEdit()
    return shown(made, made)


@pytest.fixture
def scanned(scanner):
    seen = []
    scanner.scanned.connect(seen.append)
    return seen


def test_a_scanned_code_is_told_and_leaves_nothing_in_the_field(qtbot, line, scanned):
    qtbot.keyClicks(line, CODE)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert scanned == [CODE]
    assert line.text() == ""


def test_a_code_is_caught_in_a_field_of_digits_too(qtbot, shown, scanned):
    nik = NikField()
    shown(nik, nik.line)

    qtbot.keyClicks(nik.line, CODE)
    qtbot.keyClick(nik.line, Qt.Key.Key_Enter)

    assert scanned == [CODE]
    assert nik.value() == ""


def test_a_code_is_caught_where_nothing_can_be_typed(qtbot, shown, scanned):
    button = QPushButton("Simpan")
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    shown(clear(column(button)), button)

    qtbot.keyClicks(button, CODE)
    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert (scanned, pressed) == ([CODE], [])


@pytest.mark.parametrize("typed", ["Pasar Baru", "PATEN", "PATEN3:x", "PPATEN", "paten1", "9999", "PAT"])
def test_what_a_person_types_arrives_as_it_was_typed(qtbot, line, scanned, typed):
    qtbot.keyClicks(line, typed)

    qtbot.waitUntil(lambda: line.text() == typed)
    assert scanned == []


def test_enter_behind_a_held_letter_arrives_after_it(qtbot, line, scanned):
    entered = []
    line.returnPressed.connect(lambda: entered.append(line.text()))

    qtbot.keyClicks(line, "P")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert entered == ["P"]


def test_capital_lock_does_not_spoil_a_code(qtbot, line, scanned):
    qtbot.keyClicks(line, CODE.swapcase())
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert scanned == [CODE]


def test_a_code_that_breaks_off_belongs_in_no_field(qtbot, line, scanner, scanned):
    qtbot.keyClicks(line, CODE[:20])

    qtbot.waitUntil(lambda: not scanner.is_reading())
    assert (scanned, line.text()) == ([], "")


def test_keys_from_the_window_system_are_counted_once(qtbot, line, scanned):
    window = line.window().windowHandle()
    for letter in "PATEN1:AB":
        QTest.keyClick(window, letter)
    QTest.keyClick(window, Qt.Key.Key_Return)

    assert scanned == ["PATEN1:AB"]
    assert line.text() == ""


def test_a_field_that_is_gone_takes_nothing_more(qtbot, shown, scanner, scanned):
    line = QLineEdit()
    holder = shown(clear(column(line)), line)
    qtbot.keyClicks(line, "PA")

    line.deleteLater()

    qtbot.waitUntil(lambda: not scanner.is_reading())
    assert holder.isVisible()

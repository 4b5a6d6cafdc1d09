import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from paten_desk.ui.number_fields import NikField
from paten_desk.ui.scanner import Scanner
from paten_desk.ui.widgets import clear, column
from tests.ui.hardware import press_key, type_keys

CODE = "PATEN1:0199a000-0000-7000-8000-0000000000c1:K7Q2"


@pytest.fixture
def scanner(qapp):
    made = Scanner(qapp, qapp)
    yield made
    made.stop()
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
    type_keys(line, CODE)
    press_key(line, Qt.Key.Key_Return)

    assert scanned == [CODE]
    assert line.text() == ""


def test_a_code_is_caught_in_a_field_of_digits_too(qtbot, shown, scanned):
    nik = NikField()
    shown(nik, nik.line)

    type_keys(nik.line, CODE)
    press_key(nik.line, Qt.Key.Key_Enter)

    assert scanned == [CODE]
    assert nik.value() == ""


def test_a_code_is_caught_where_nothing_can_be_typed(qtbot, shown, scanned):
    button = QPushButton("Simpan")
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    shown(clear(column(button)), button)

    type_keys(button, CODE)
    press_key(button, Qt.Key.Key_Return)

    assert (scanned, pressed) == ([CODE], [])


@pytest.mark.parametrize("typed", ["Pasar Baru", "PATEN", "PATEN3:x", "PPATEN", "paten1", "9999", "PAT"])
def test_what_a_person_types_arrives_as_it_was_typed(qtbot, line, scanned, typed):
    type_keys(line, typed)

    qtbot.waitUntil(lambda: line.text() == typed)
    assert scanned == []


def test_enter_behind_a_held_letter_arrives_after_it(qtbot, line, scanned):
    entered = []
    line.returnPressed.connect(lambda: entered.append(line.text()))

    type_keys(line, "P")
    press_key(line, Qt.Key.Key_Return)

    assert entered == ["P"]


def test_capital_lock_does_not_spoil_a_code(qtbot, line, scanned):
    type_keys(line, CODE.swapcase())
    press_key(line, Qt.Key.Key_Return)

    assert scanned == [CODE]


def test_a_code_that_breaks_off_belongs_in_no_field(qtbot, line, scanner, scanned):
    type_keys(line, CODE[:20])

    qtbot.waitUntil(lambda: not scanner.is_reading())
    assert (scanned, line.text()) == ([], "")


def test_a_field_that_is_gone_takes_nothing_more(qtbot, shown, scanner, scanned):
    line = QLineEdit()
    holder = shown(clear(column(line)), line)
    type_keys(line, "PA")

    line.deleteLater()

    qtbot.waitUntil(lambda: not scanner.is_reading())
    assert holder.isVisible()

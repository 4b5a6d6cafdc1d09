import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.ui.number_fields import NikField, PhoneField


@pytest.fixture
def nik(shown):
    return shown(NikField())


@pytest.fixture
def phone(shown):
    return shown(PhoneField())


def test_digits_fall_into_groups_while_they_are_typed(qtbot, nik):
    qtbot.keyClicks(nik.line, "9999994708840002")

    assert nik.line.text() == "9999 9947 0884 0002"
    assert nik.value() == "9999994708840002"
    assert nik.is_full()


@pytest.mark.parametrize("pasted", ["9999.9947.0884.0002", "999999-470884-0002", " NIK: 9999 9947 0884 0002\n"])
def test_a_pasted_number_loses_what_is_no_digit(qtbot, nik, pasted):
    QApplication.clipboard().setText(pasted)

    nik.line.paste()

    assert nik.line.text() == "9999 9947 0884 0002"


def test_letters_do_not_come_in(qtbot, nik):
    qtbot.keyClicks(nik.line, "99a9b9")

    assert nik.value() == "9999"


def test_a_seventeenth_digit_is_dropped_and_said(qtbot, nik):
    qtbot.keyClicks(nik.line, "99999947088400021")

    assert nik.value() == "9999994708840002"
    assert nik.problem() == "NIK harus 16 angka; angka sesudahnya tidak dipakai."


def test_a_digit_put_in_the_middle_keeps_the_cursor_behind_it(qtbot, nik):
    nik.set_value("9999470884")
    nik.line.setCursorPosition(5)

    qtbot.keyClicks(nik.line, "12")

    assert nik.value() == "999912470884"
    assert nik.line.cursorPosition() == 7


def test_backspace_over_a_gap_takes_the_digit_before_it(qtbot, nik):
    nik.set_value("99991234")
    nik.line.setCursorPosition(5)

    qtbot.keyClick(nik.line, Qt.Key.Key_Backspace)

    assert nik.value() == "9991234"


def test_every_typed_digit_is_told(qtbot, nik):
    seen = []
    nik.changed.connect(lambda: seen.append(nik.value()))

    qtbot.keyClicks(nik.line, "999")

    assert seen == ["9", "99", "999"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0812 0000 1234", "081200001234"),
        ("+62 812-0000-1234", "081200001234"),
        ("(0737) 123-45", "073712345"),
        ("", ""),
    ],
)
def test_a_telephone_number_is_kept_as_digits(qtbot, phone, typed, value):
    qtbot.keyClicks(phone.line, typed)

    assert phone.value() == value


def test_a_telephone_number_falls_into_groups_when_it_is_left(qtbot, phone):
    phone.line.setFocus()
    qtbot.keyClicks(phone.line, "081200001234")

    phone.line.clearFocus()

    assert phone.line.text() == "0812-0000-1234"

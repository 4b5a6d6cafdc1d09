from datetime import time

import pytest
from PySide6.QtWidgets import QLineEdit

from paten_desk.ui.time_field import TimeField, read_time


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("9.30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("14 05", time(14, 5)),
        ("pukul 9", time(9, 0)),
        ("0.00", time(0, 0)),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, at):
    assert read_time(typed) == (at, "")


@pytest.mark.parametrize("typed", ["24.00", "9.75", "pagi", "9.3", "12345", "-1"])
def test_what_is_no_time_says_so(typed):
    at, problem = read_time(typed)

    assert at is None
    assert problem.endswith(".")


def test_what_was_typed_is_written_out_when_it_is_left(qtbot, shown):
    field = TimeField("Jam di kertas")
    other = QLineEdit()
    shown(other)
    shown(field, field.line)

    qtbot.keyClicks(field.line, "730")
    field._leave()

    assert field.line.text() == "07.30"
    assert field.value() == time(7, 30)
    field.set_value(None)
    assert field.line.text() == ""

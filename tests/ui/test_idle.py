import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from paten_desk.ui.idle import IDLE_S, OPEN_S, Idle
from tests.ui.hardware import click, move, press_key
from tests.ui.pages import heard


class Ticks:
    """A steady clock that only tests move."""

    def __init__(self):
        self.at = 1000.0

    def __call__(self):
        return self.at


@pytest.fixture
def ticks():
    return Ticks()


@pytest.fixture
def line(shown):
    made = QLineEdit()
    return shown(made, made)


@pytest.fixture
def idle(qapp, line, ticks):
    made = Idle(QApplication.instance(), line, ticks=ticks)
    made.said = heard(made.rested)
    made.over = heard(made.ended)
    yield made
    made.stop()


def test_five_minutes_without_a_hand_are_said_once(idle, ticks):
    ticks.at += IDLE_S - 1
    idle.look()
    assert idle.said == []

    ticks.at += 1
    idle.look()
    idle.look()

    assert len(idle.said) == 1


@pytest.mark.parametrize("hand", ["key", "mouse", "move"])
def test_a_hand_begins_the_five_minutes_anew(qtbot, idle, line, ticks, hand):
    ticks.at += IDLE_S - 1
    if hand == "key":
        press_key(line, Qt.Key.Key_A)
    elif hand == "mouse":
        click(line)
    else:
        move(line)
    ticks.at += 2
    idle.look()
    assert idle.said == []

    ticks.at += IDLE_S
    idle.look()
    assert len(idle.said) == 1


def test_after_the_lock_it_is_said_again(qtbot, idle, line, ticks):
    for _ in range(2):
        ticks.at += IDLE_S
        idle.look()
        press_key(line, Qt.Key.Key_A)

    assert len(idle.said) == 2


def test_ten_hours_after_the_login_the_office_closes_however_busy(qapp, line, ticks):
    idle = Idle(QApplication.instance(), line, began=ticks.at - OPEN_S + 60, ticks=ticks)
    over, said = heard(idle.ended), heard(idle.rested)
    idle.look()
    assert over == []

    ticks.at += 60
    idle.look()

    assert len(over) == 1
    assert said == []
    idle.stop()


def test_who_watches_no_more_says_no_more(qtbot, idle, line, ticks):
    idle.stop()
    ticks.at += IDLE_S
    press_key(line, Qt.Key.Key_A)

    assert idle._last == 1000.0
    assert not idle._looking.isActive()

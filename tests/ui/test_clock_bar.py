from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QLineEdit

from paten_desk.domain.roles import Role
from paten_desk.store import journal
from paten_desk.ui.clock_bar import ClockBar
from paten_desk.usecases import clock as clocks
from tests.builders import a_request, a_user
from tests.conftest import WIB
from tests.ui.conftest import press as push
from tests.ui.pages import heard, press, write

PASSWORD = "payung biru tua"


@pytest.fixture
def bar(context, shown):
    made = ClockBar(context)
    shown(made).hide()
    return made


def test_a_trusted_clock_shows_nothing(bar):
    bar.look()

    assert not bar.isVisible()


def test_long_holidays_are_confirmed_by_one_key(qtbot, bar, context, clock):
    said = heard(bar.confirmed)
    clock.forward(days=10)
    bar.look()
    assert bar.isVisible()
    assert bar.words.text() == clocks.words(context, clocks.standing_doubt(context))

    press(qtbot, bar, "Ctrl+J")

    assert not clocks.is_doubtful(context)
    assert not bar.isVisible()
    assert said == [()]


def test_a_clock_that_lags_cannot_be_called_right(bar, clock):
    clock.forward(days=-3)
    bar.look()

    assert bar.fix.isVisible()
    assert not bar.confirm.isVisible()


def test_a_clock_that_was_set_right_outside_can_be_called_right(bar, context, clock):
    clock.forward(days=-3)
    bar.look()
    clock.forward(days=3)
    bar.look()

    bar.confirm.click()

    assert not clocks.is_doubtful(context)


def test_two_people_set_the_time_and_the_program_goes_on_with_it(qtbot, bar, context, clock, answering):
    a_request(context)
    a_user(context, Role.SECTION_HEAD)
    clock.forward(days=-3)
    bar.look()
    mended = heard(bar.mended)

    def agree(dialog):
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    def fill(dialog):
        push(dialog, "Lanjut")
        write(qtbot, dialog, "20-11-2026")
        press(qtbot, dialog, "Return")
        write(qtbot, dialog, "10.15")
        answering(agree)
        push(dialog, "Lanjut")

    answering(fill)
    press(qtbot, bar, "Ctrl+Shift+J")

    assert mended[0].now() == datetime(2026, 11, 20, 10, 15, tzinfo=WIB)
    assert not clocks.is_doubtful(mended[0])


def test_an_impossible_year_and_no_consent_change_nothing(bar, context, clock, answering):
    a_user(context, Role.SECTION_HEAD)
    clock.forward(days=-3)
    bar.look()
    mended, before = heard(bar.mended), journal.head().length

    def fill(dialog):
        lines = dialog.findChildren(QLineEdit)
        lines[0].setText("1 Januari 1999")
        lines[1].setText("8.00")
        push(dialog, "Lanjut")
        assert dialog.isVisible()
        lines[0].setText("20 November 2026")
        answering("Kembali")
        push(dialog, "Lanjut")

    answering(fill)
    bar.fix.click()

    assert mended == []
    assert journal.head().length == before


def test_who_may_not_set_it_reads_who_may(context, shown, clock):
    clerk = replace(context, user=a_user(context, Role.COUNTER_CLERK, display="Rina"))
    bar = shown(ClockBar(clerk))
    clock.forward(days=10)
    bar.look()

    assert not bar.fix.isVisible()
    assert "kepala seksi" in bar.second.text()

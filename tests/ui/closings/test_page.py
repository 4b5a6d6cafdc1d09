from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from paten_desk.domain.roles import Role
from paten_desk.ui.closings.page import ClosingPage
from paten_desk.usecases import closings
from tests.builders import a_request
from tests.ui.pages import bring_up, heard, press, words

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, ClosingPage(context, tasks))


def test_one_key_closes_the_day_and_shows_its_sheet(context, page, tasks, qtbot):
    a_request(context)
    page.refresh()

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert closings.is_closed(context, FRIDAY)
    assert page.preview.isVisible()
    assert page.preview._sheets[0]._pdf == closings.stored_pdf(context, FRIDAY)
    assert "Hari ini sudah ditutup" in words(page)
    assert not page.close_day.isVisible()
    assert page.print.hasFocus()


def test_a_closed_day_asks_for_its_backup(page, tasks, qtbot):
    closed = heard(page.day_closed)

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert closed == [()]


def test_the_closing_line_can_be_copied(context, page, tasks, qtbot):
    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    page.line.copy.click()

    line = closings.closing_line(context, closings.closing_of(context, FRIDAY))
    assert QApplication.clipboard().text() == line
    assert line in words(page)


def test_a_forgotten_day_is_closed_first_with_the_same_key(context, clock, tasks, qtbot):
    a_request(context, serial=1)
    clock.forward(days=3)
    a_request(context, serial=2)
    page = bring_up(qtbot, ClosingPage(context, tasks))
    assert page.close_day.words() == "Tutup Jumat, 20 Nov"
    assert "Ada hari yang terlewat" in words(page)

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert closings.is_closed(context, FRIDAY)
    assert page.close_day.words() == "Tutup hari"

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert closings.is_closed(context, date(2026, 11, 23))


def test_a_day_closed_before_still_shows_its_sheet(context, page, tasks, qtbot):
    closings.close(context)
    page.refresh()

    press(qtbot, page, "F6")
    tasks.wait()

    assert page.preview.isVisible()
    press(qtbot, page, "F6")
    assert page.checklist.isVisible()


def test_who_may_not_close_is_told_who_may(context, tasks, qtbot):
    operator = replace(context, user=replace(context.user, roles=(Role.OPERATOR,)))

    page = bring_up(qtbot, ClosingPage(operator, tasks), width=844)

    assert not page.close_day.isVisible()
    assert any(text.startswith("Yang menutup hari: kepala seksi") for text in words(page))
    assert page.sending.send.isVisible()


def test_a_refused_closing_leaves_the_button_ready(context, page, tasks, qtbot):
    closings.close(context)

    with qtbot.captureExceptions() as caught:
        press(qtbot, page, "Ctrl+S")
        tasks.wait()

    assert "sudah ditutup" in caught[0][1].message
    page.refresh()
    assert page.close_day.isEnabled()

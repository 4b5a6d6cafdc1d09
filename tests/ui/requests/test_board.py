from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QFileDialog

from paten_desk.domain.requests import PauseReason
from paten_desk.domain.workflow import Action, Status
from paten_desk.ui import printing
from paten_desk.ui.requests.board import left_cell, limit_cell
from paten_desk.ui.requests.page import RequestsPage
from paten_desk.usecases import requests, work
from tests.builders import a_request
from tests.ui.pages import bring_up, press, words


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, RequestsPage(context, tasks))


def cells(page):
    return [row.cells[0] for row in page.table.rows.rows]


def test_the_board_tells_the_working_time_left_nearest_breach_first(context, clock, page):
    still = a_request(context, serial=1)
    work.act(context, still.id, Action.PAUSE, "menunggu Dukcapil", PauseReason.OTHER_AGENCY)
    a_request(context, serial=2)
    clock.forward(minutes=40)
    a_request(context, serial=3)
    clock.forward(minutes=25)
    a_request(context, code="SKAW", serial=4)

    page.show_view("board")

    # the Friday break from 11.30 to 13.00 is no working time
    assert cells(page) == [
        ("Lewat 5 menit", "late"),
        ("Sisa 40 menit", "warn"),
        ("Sisa 1 hari kerja", "neutral"),
        ("Ditunda", "neutral"),
    ]
    assert page.tabs["board"].text() == "Papan janji 4"
    assert page.tabs["board"].isChecked()


def test_a_row_of_today_and_a_row_that_waits(context, clock):
    request = a_request(context)
    (row,) = requests.worklist(context, frozenset({Status.ACCEPTED}))

    assert left_cell(context, row, context.now().replace(hour=8)) == ("Sisa 2 jam", "accent")
    assert left_cell(context, replace(row, status=Status.READY.value), context.now()) == ("Siap diambil", "good")
    assert request.id == row.id


def test_the_silence_limit_has_its_list_while_something_nears_it(context, clock, page, qtbot):
    assert not page.tabs["silent"].isVisible()
    a_request(context)
    clock.forward(days=6)

    page.refresh()
    assert page.tabs["silent"].isVisible()
    press(qtbot, page, "Ctrl+Tab")
    press(qtbot, page, "Ctrl+Tab")

    assert page.tabs["silent"].isChecked()
    assert cells(page) == [("Batas 27 Nov", "warn")]


def test_the_list_of_the_silence_limit_goes_when_all_is_decided(context, clock, page):
    request = a_request(context)
    clock.forward(days=6)
    page.show_view("silent")

    work.act(context, request.id, Action.RETURN, "surat desa belum ada")
    page.refresh()

    assert page.tabs["open"].isChecked()
    page.show_view("silent")
    assert page.tabs["open"].isChecked()


def test_the_limit_says_when_it_falls():
    assert limit_cell(date(2026, 11, 27), date(2026, 11, 26)) == ("Batas 27 Nov", "warn")
    assert limit_cell(date(2026, 11, 27), date(2026, 11, 27)) == ("Batas hari ini", "late")
    assert limit_cell(date(2026, 11, 27), date(2026, 11, 30)) == ("Lewat batas 27 Nov", "late")


def test_on_a_narrow_screen_every_tab_still_fits(context, clock, tasks, qtbot):
    a_request(context)
    clock.forward(days=6)
    page = bring_up(qtbot, RequestsPage(context, tasks), width=844)

    for view in ("board", "silent", "open"):
        page.show_view(view)
        assert page.width() == 844
        assert page.tabs[view].isVisible()


def test_the_morning_list_is_printed_by_a_key(context, page, qtbot, tasks, monkeypatch):
    a_request(context)
    sent = []
    monkeypatch.setattr(printing, "printers", list)
    monkeypatch.setattr(printing, "print_pdf", lambda pdf, printer, **what: sent.append((pdf[:4], what["title"])) or "")

    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    assert sent == [(b"%PDF", "Daftar pagi")]


def test_the_morning_list_is_saved_by_a_key(context, page, qtbot, tasks, monkeypatch, tmp_path):
    path = tmp_path / "Daftar pagi.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert path.read_bytes().startswith(b"%PDF")
    assert "Daftar pagi tersimpan: Daftar pagi.pdf" in words(page)

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog

from paten_desk.domain.errors import PatenError
from paten_desk.domain.roles import Role
from paten_desk.ui.settings.page import SettingsPage
from paten_desk.usecases import calendars
from tests.ui.pages import bring_up, press


def as_user(context, *roles):
    return replace(context, user=replace(context.user, roles=roles))


@pytest.fixture
def page(desk, tasks, qtbot):
    return bring_up(qtbot, SettingsPage(desk, tasks))


def tabs(page):
    return [button.text() for button in page.tabs.findChildren(type(next(iter(page.tabs._buttons.values()))))]


def test_f6_goes_through_the_parts(qtbot, page):
    seen = []
    for _ in range(9):
        press(qtbot, page, "F6")
        seen.append(page.tabs.chosen())

    assert seen == ["officials", "services", "hours", "texts", "users", "printers", "keys", "laptops", "office"]


def test_a_clerk_finds_only_the_own_account_and_the_printers(qtbot, tasks, desk):
    page = bring_up(qtbot, SettingsPage(as_user(desk, Role.COUNTER_CLERK), tasks))

    assert tabs(page) == ["Akun saya", "Printer"]
    assert page.users.mine.hasFocus()
    assert not page.users.table.isVisible()
    assert not page.holidays.isVisible()


def test_an_operator_also_finds_the_kabupatens_key(qtbot, tasks, desk):
    page = bring_up(qtbot, SettingsPage(as_user(desk, Role.OPERATOR), tasks))

    assert tabs(page) == ["Akun saya", "Printer", "Kunci kabupaten"]


def test_the_kabupaten_has_its_office_and_its_people(qtbot, tasks, hall):
    page = bring_up(qtbot, SettingsPage(hall, tasks))

    assert tabs(page) == ["Kantor", "Petugas", "Printer"]
    assert not page.office.fields["name"].isVisible()
    assert not page.office.fields["letter_pattern"].isVisible()


def test_a_room_asks_for_one_of_the_parts(page):
    page.show_view("keys")
    assert page.stack.currentWidget() is page.cards

    page.show_view("tidak ada")
    assert page.stack.currentWidget() is page.cards


def test_a_holiday_file_is_loaded_and_told(page, desk, tmp_path, monkeypatch, answering):
    path = tmp_path / "libur.csv"
    days = ("1/1/2027", "1/5/2027", "1/6/2027", "17/8/2027", "25/12/2027")
    path.write_text("\n".join(["Keputusan;SKB 1/2026", *(f"{day};Hari libur" for day in days)]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    before = calendars.calendar(desk)

    answering("Mengerti")
    page.holidays.click()

    assert calendars.calendar(desk) != before


def test_a_file_that_is_no_holiday_file_is_refused_in_words(qtbot, page, tmp_path, monkeypatch):
    path = tmp_path / "libur.csv"
    path.write_text("bukan hari libur")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))

    with qtbot.captureExceptions() as raised:
        page.holidays.click()

    assert isinstance(raised[0][1], PatenError)

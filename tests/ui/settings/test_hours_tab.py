from datetime import date

import pytest

from paten_desk.domain.calendar_settings import FIVE_DAYS, Season
from paten_desk.ui.settings.hours_tab import HoursTab
from paten_desk.usecases import calendars
from tests.ui.conftest import press as push
from tests.ui.pages import fill_in, heard, press, words


@pytest.fixture
def tab(context, shown):
    made = shown(HoursTab(context))
    made.resize(1118, 620)
    made.begin()
    return made


def test_the_hours_of_the_regulation_stand_there_first(tab):
    assert [field.value() for field in tab.week][:5] == [*["07.30-12.00 13.00-16.00"] * 4, "07.30-11.30 13.00-16.30"]
    assert "Jam kerja menurut Perpres 21/2023." in words(tab)
    assert not tab.save.isEnabled()
    assert tab.week[0].editor.hasFocus()


def test_a_week_of_six_days_is_set_by_keyboard(context, qtbot, tab):
    tab.week[5].editor.setFocus()
    qtbot.keyClicks(tab.week[5].editor, "7.30-12.30")
    assert tab.save.isEnabled()

    press(qtbot, tab, "Ctrl+S")

    held = calendars.settings(context)
    assert held.week == (*FIVE_DAYS[:5], "07:30-12:30", "")
    assert held.since == context.today()
    assert tab.week[5].value() == "07.30-12.30"
    assert not tab.save.isEnabled()
    assert "Jam kerja ini berlaku sejak 20 November 2026." in words(tab)


def test_what_is_wrong_stands_under_its_field_and_keeps_the_cursor(context, qtbot, tab):
    tab.counter[0].editor.setFocus()
    qtbot.keyClicks(tab.counter[0].editor, "pagi")
    press(qtbot, tab, "Return")
    assert "Tulis seperti 07.30-12.00" in tab.counter[0].problem()

    press(qtbot, tab, "Ctrl+S")

    assert tab.counter[0].editor.hasFocus()
    assert calendars.settings(context).id == ""
    press(qtbot, tab, "Ctrl+R")
    assert tab.counter[0].value() == ""


def test_ramadan_is_set_with_its_hours(context, qtbot, tab):
    tab.first.line.setText("8-2-2027")
    tab.last.line.setText("9-3-2027")
    tab.fasting[2].line.setText("8.00-12.00")

    tab.save.setEnabled(True)
    tab.save.click()

    (season,) = calendars.settings(context).seasons
    assert (season.first, season.last) == (date(2027, 2, 8), date(2027, 3, 9))
    assert season.week[0] == "08:00-12:00 12:30-15:00"
    assert season.week[4:] == ("08:00-11:30 12:30-15:30", "08:00-12:00", "")
    assert tab.first.line.text() == "8 Februari 2027"


@pytest.mark.parametrize(
    ("first", "last", "field", "text"),
    [
        ("8-2-2027", "", "seasons.last", "Isi kedua tanggal, atau kosongkan keduanya."),
        ("", "9-3-2027", "seasons.first", "Isi kedua tanggal, atau kosongkan keduanya."),
        ("9-3-2027", "8-2-2027", "seasons.last", "Hari terakhir jatuh sebelum hari pertama."),
        ("besok", "", "seasons.first", "Tulis tanggal seperti 21-11-2026 atau 21 November 2026."),
    ],
)
def test_a_season_that_cannot_be_is_said(tab, first, last, field, text):
    tab.first.line.setText(first)
    tab.last.line.setText(last)

    tab.save.setEnabled(True)
    tab.save.click()

    assert tab.fields[field].problem() == text


def test_a_season_that_is_over_is_kept_and_leaves_the_form_free(context, clock, shown):
    old = Season("Ramadan", date(2026, 11, 20), date(2026, 11, 21))
    calendars.change(context, calendars.settings(context).__class__("", context.today(), seasons=(old,)))
    clock.forward(days=30)

    tab = shown(HoursTab(context))

    assert tab.first.line.text() == ""
    assert tab.typed().seasons == (old,)


def test_a_local_day_off_is_added_and_taken_away(context, qtbot, tab, answering):
    answering(fill_in(qtbot, "14-12-2026", "Hari Jadi Contoh Raya"))
    press(qtbot, tab, "Ctrl+N")
    assert calendars.settings(context).local == {"2026-12-14": "Hari Jadi Contoh Raya"}
    assert tab.days.rows.rows[0].cells == ("Senin, 14 Desember 2026", "Hari Jadi Contoh Raya")

    tab.activateWindow()
    answering("Hapus")
    tab.remove.click()

    assert calendars.settings(context).local == {}
    assert not tab.remove.isEnabled()


def test_a_local_day_that_cannot_be_is_said_and_nothing_is_written(context, qtbot, tab, answering):
    def wrong(dialog):
        fill_in(qtbot, "25-12-2026", "Hari jadi")(dialog)
        push(dialog, "Kembali")

    answering(wrong)
    tab.add.click()

    assert calendars.settings(context).local == {}


def test_the_silence_limit_changes_the_office(context, tab):
    said = heard(tab.saved)
    tab.silence.line.setText("x")
    tab.save.setEnabled(True)
    tab.save.click()
    assert tab.silence.problem() == "Isi angka 1 sampai 60."

    tab.silence.line.setText("10")
    tab.save.click()

    assert [made.office.silence_days for made in said] == [10]
    assert calendars.settings(context).id == ""

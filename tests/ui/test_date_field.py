from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.formats import long_date
from paten_desk.ui.date_field import DateField, read_date

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "text",
    [
        "21-11-2026",
        "21/11/2026",
        "21.11.2026",
        "21 11 2026",
        "21112026",
        "21 November 2026",
        "21 nov 2026",
        "21-NOV-2026",
        "21 Nopember 2026",
        "  21   november,  2026 ",
    ],
)
def test_a_date_is_read_the_way_people_write_it(text):
    assert read_date(text) == (DAY, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("31 November 2026", "November hanya 30 hari."),
        ("29-02-2027", "Februari 2027 hanya 28 hari."),
        ("0-1-2026", "Tanggal dimulai dari 1."),
        ("21-13-2026", "Nama atau nomor bulan tidak dikenal. Tulis seperti 21 November 2026."),
        ("21 ju 2026", "Nama atau nomor bulan tidak dikenal. Tulis seperti 21 November 2026."),
        ("21-11-26", "Tulis tahun dengan empat angka, misalnya 2026."),
        ("21-11-1026", "Tulis tahun dengan empat angka, misalnya 2026."),
        ("besok", "Tulis tanggal seperti 21-11-2026 atau 21 November 2026."),
    ],
)
def test_a_date_that_is_none_says_what_to_write(text, problem):
    assert read_date(text) == (None, problem)


def test_no_date_is_no_problem():
    assert read_date("  ") == (None, "")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_what_is_written_can_be_read_again(day):
    assert read_date(long_date(day)) == (day, "")
    assert read_date(f"{day:%d-%m-%Y}") == (day, "")


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text):
    day, problem = read_date(text)

    assert day is None or not problem


def test_a_date_is_written_out_when_it_is_left(qtbot, shown):
    field = shown(DateField("Tanggal surat desa"))
    field.line.setFocus()
    qtbot.keyClicks(field.line, "21-11-2026")

    field.line.clearFocus()

    assert field.line.text() == "21 November 2026"
    assert field.value() == DAY


def test_a_wrong_date_stays_as_it_was_typed_with_its_problem_below(qtbot, shown):
    field = shown(DateField("Tanggal surat desa"))
    field.line.setFocus()
    qtbot.keyClicks(field.line, "31-11-2026")

    field.line.clearFocus()

    assert field.line.text() == "31-11-2026"
    assert field.problem() == "November hanya 30 hari."
    assert field.value() is None


def test_a_given_date_takes_the_problem_away(qtbot):
    field = DateField("Tanggal surat desa")
    qtbot.addWidget(field)
    field.show_problem("November hanya 30 hari.")

    field.set_value(DAY)

    assert (field.value(), field.problem()) == (DAY, "")

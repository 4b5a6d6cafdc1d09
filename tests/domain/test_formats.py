from datetime import date, datetime, time, timedelta

import pytest

from paten_desk.domain import formats


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 11, 21), "Sabtu, 21 November 2026"),
        (date(2026, 8, 17), "Senin, 17 Agustus 2026"),
        (date(2026, 1, 2), "Jumat, 2 Januari 2026"),
        (date(2027, 2, 28), "Minggu, 28 Februari 2027"),
    ],
)
def test_a_date_is_written_with_indonesian_names(day, written):
    assert formats.full_date(day) == written
    assert formats.long_date(day) == written.split(", ")[1]


def test_the_week_begins_on_monday():
    monday = date(2026, 11, 23)

    names = [formats.weekday(monday + timedelta(days=step)) for step in range(7)]

    assert names == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def test_an_hour_has_a_dot_and_24_hours():
    assert formats.hour(time(9, 5)) == "09.05"
    assert formats.hour(datetime(2026, 11, 21, 16, 30)) == "16.30"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "Rp0"),
        (999, "Rp999"),
        (150_000, "Rp150.000"),
        (1_234_567_890, "Rp1.234.567.890"),
        (-5_000, "-Rp5.000"),
    ],
)
def test_money_is_written_with_dots_and_no_space(amount, written):
    assert formats.rupiah(amount) == written
    assert formats.rupiah_exact(amount) == f"{written},00"


def test_nothing_to_pay_is_said_in_words():
    assert formats.fee(0) == "Rp0 (GRATIS)"
    assert formats.fee(25_000) == "Rp25.000"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("9999050505900007", "9999••••••••0007"),
        ("99990505", "••••••••"),
        ("", ""),
    ],
)
def test_a_nik_is_shown_by_its_ends_only(number, shown):
    assert formats.mask_nik(number) == shown


def test_a_phone_number_hides_its_middle():
    assert formats.mask_phone("081234561234") == "0812••••1234"
    assert formats.mask_phone("0711") == "••••"


def test_a_nik_is_read_in_groups_of_four():
    assert formats.spaced_nik("9999050505900007") == "9999 0505 0590 0007"


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (999, "999"), (12345, "12.345"), (1234567, "1.234.567")])
def test_points_stand_between_thousands(number, words):
    assert formats.thousands(number) == words

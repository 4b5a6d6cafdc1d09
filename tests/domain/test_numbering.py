from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.numbering import (
    NumberParts,
    SequenceScope,
    book_of,
    check_pattern,
    format_number,
    last_digits,
)

PARTS = NumberParts(15, date(2026, 6, 8), "474.2", "KEC-KYA", "419.112")


@pytest.mark.parametrize(
    ("pattern", "parts", "written"),
    [
        ("{class}/{seq:3}/{unit}/{roman_month}/{year}", PARTS, "474.2/015/KEC-KYA/VI/2026"),
        (
            "{class}/{seq}/{unit_code}/{year}",
            NumberParts(5971, date(2026, 6, 8), "400.12.3.1", unit_code="419.112"),
            "400.12.3.1/5971/419.112/2026",
        ),
        (
            "{security}/{class}/{seq}/{unit_code}/{year}",
            NumberParts(1785, date(2026, 6, 8), "470.02", unit_code="409.20.3", security="B"),
            "B/470.02/1785/409.20.3/2026",
        ),
        ("{class}/{seq:3}/{year}", NumberParts(79, date(2023, 2, 1), "000.8.3"), "000.8.3/079/2023"),
        ("{class}/{seq:2}/{year}", NumberParts(1, date(2026, 6, 8), "400.12.2.1"), "400.12.2.1/01/2026"),
        (
            "188/{seq}/{unit_code}/{year}",
            NumberParts(4, date(2023, 11, 9), unit_code="438.7.11"),
            "188/4/438.7.11/2023",
        ),
        ("{seq:2} TAHUN {year}", NumberParts(5, date(2017, 3, 1)), "05 TAHUN 2017"),
        (
            "{class}/{seq:3}{suffix}/{unit}/{month}/{year}",
            NumberParts(15, date(2026, 6, 8), "474.2", "KEC-KYA", suffix=".a"),
            "474.2/015.a/KEC-KYA/06/2026",
        ),
        ("{seq:4}/PATEN/{year}", NumberParts(12_345, date(2026, 6, 8)), "12345/PATEN/2026"),
        ("{class}/{seq:3}/SK/PDP/{year}", NumberParts(0, date(2022, 6, 8), "470"), "470/      /SK/PDP/2022"),
    ],
)
def test_numbers_look_as_offices_write_them(pattern, parts, written):
    assert check_pattern(pattern) == []
    assert format_number(pattern, parts) == written


@pytest.mark.parametrize(
    ("pattern", "changes", "written"),
    [
        ("{class}/{seq:3}/{year}", {"prefix": "L2."}, "474.2/L2.015/2026"),
        ("{seq:4}/PATEN/{year}", {"prefix": "L2-"}, "L2-0015/PATEN/2026"),
        ("{class}/{seq:3}/{year}", {"suffix": "a"}, "474.2/015.a/2026"),
        ("{class}/{seq:3}{suffix}/{year}", {"suffix": "a"}, "474.2/015a/2026"),
        ("{class}/{seq}/{year}", {"prefix": "L10.", "suffix": "b"}, "474.2/L10.15.b/2026"),
    ],
)
def test_a_ledgers_prefix_and_an_inserted_numbers_letter_stand_at_the_running_number(pattern, changes, written):
    assert format_number(pattern, replace(PARTS, **changes)) == written


@pytest.mark.parametrize(
    ("month", "roman"),
    list(enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], start=1)),
)
def test_the_roman_month_is_the_letters_own(month, roman):
    assert format_number("{roman_month}", NumberParts(1, date(2026, month, 1))) == roman


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("{class}/{year}", "nomor urut"),
        ("{seq}/{kode}/{year}", "{kode}"),
        ("{seq}/{year", "tidak berpasangan"),
        ("{seq}}/{year}", "tidak berpasangan"),
        ("{seq:}/{year}", "tidak berpasangan"),
        ("", "nomor urut"),
    ],
)
def test_a_pattern_that_cannot_number_is_refused(pattern, part):
    (problem,) = check_pattern(pattern)

    assert part in problem.text
    assert problem.blocks


@pytest.mark.parametrize(
    ("scope", "book"),
    [
        (SequenceScope.ALL_OUTGOING, "letter"),
        (SequenceScope.ALL_MAIL, "mail"),
        (SequenceScope.PER_SERVICE, "letter:SKTM"),
        (SequenceScope.PER_CLASS, "letter:400.9.14"),
    ],
)
def test_each_scope_draws_from_a_book_of_its_own(scope, book):
    assert book_of(scope, "SKTM", "400.9.14") == book


def test_the_large_digits_of_a_receipt_are_six():
    assert last_digits(444) == "000444"
    assert last_digits(1_234_567) == "234567"

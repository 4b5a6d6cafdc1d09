from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.identity import (
    FEMALE,
    MALE,
    age_on,
    check_kk,
    check_nik,
    decode,
    digits_of,
    is_well_formed,
    likely_birth,
)

TODAY = date(2026, 11, 26)
MAN = "9999050505900001"  # 5 May 1990
WOMAN = "9999054505900001"


def blocking(problems):
    return [problem.text for problem in problems if problem.blocks]


def warnings(problems):
    return [problem.text for problem in problems if not problem.blocks]


@pytest.mark.parametrize(
    ("nik", "sentence"),
    [
        ("99990505059000", "NIK harus 16 angka; baru terisi 14."),
        ("", "NIK harus 16 angka; baru terisi 0."),
        ("99990505059000012", "NIK harus 16 angka; terisi 17."),
        ("999905O505900001", "NIK hanya berisi angka; periksa huruf atau tanda yang terketik."),
        ("٩999050505900001", "NIK hanya berisi angka; periksa huruf atau tanda yang terketik."),
        ("0000000000000000", "NIK tidak mungkin terdiri atas satu angka yang sama; lihat kartunya lagi."),
        ("9999999999999999", "NIK tidak mungkin terdiri atas satu angka yang sama; lihat kartunya lagi."),
    ],
)
def test_only_a_wrong_count_or_wrong_signs_stop_a_nik(nik, sentence):
    assert blocking(check_nik(nik, TODAY)) == [sentence]


@pytest.mark.parametrize("typed", [MAN, "9999 0505 0590 0001", "999905.050590.0001", "9999-0505-0590-0001"])
def test_a_nik_may_be_typed_in_groups(typed):
    assert check_nik(typed, TODAY) == []
    assert digits_of(typed) == MAN


def test_a_nik_equal_to_the_family_card_is_a_swap():
    found = check_nik(MAN, TODAY, kk="9999 0505 0590 0001")

    assert blocking(found) == ["NIK sama dengan nomor KK; mungkin tertukar. Periksa kedua kartu."]


@pytest.mark.parametrize(
    ("nik", "part"),
    [
        ("9999053502900001", "tidak lazim"),  # day 35 is neither a man's nor a woman's
        ("9999057502900001", "tidak lazim"),  # day 75
        ("9999050002900001", "tidak lazim"),  # day 0
        ("9999054002900001", "tidak lazim"),  # day 40
        ("9999050513900001", "tidak lazim"),  # month 13
        ("9999053002900001", "tidak ada di kalender"),  # 30 February
        ("9999057102900001", "tidak ada di kalender"),  # a woman's 31 February
        ("9999052902010001", "tidak ada di kalender"),  # 29 February of 1901 or 2001
        ("9999050505900000", "0000 tidak lazim"),
    ],
)
def test_odd_digits_are_a_warning_because_the_card_wins(nik, part):
    found = check_nik(nik, TODAY)

    assert blocking(found) == []
    assert len(warnings(found)) == 1
    assert part in warnings(found)[0]


def test_a_province_that_is_not_on_the_list_is_a_warning():
    assert "Kode provinsi 99" in warnings(check_nik(MAN, TODAY, provinces={"16"}))[0]
    assert check_nik(MAN, TODAY, provinces={"99"}) == []


def test_a_typed_birth_date_that_differs_is_a_warning_with_the_date_on_the_card():
    found = check_nik("9999050505030001", TODAY, birth=date(2003, 5, 6))

    assert warnings(found) == [
        "Tanggal lahir pada NIK (5 Mei 2003) berbeda dari yang diketik; ikuti kartunya.",
    ]


def test_the_older_century_is_named_for_an_old_person():
    found = check_nik("9999050505130001", TODAY, birth=date(1914, 5, 5))

    assert "(5 Mei 1913)" in warnings(found)[0]


def test_a_typed_sex_that_differs_is_a_warning():
    assert "Jenis kelamin" in warnings(check_nik(WOMAN, TODAY, sex=MALE))[0]
    assert check_nik(WOMAN, TODAY, sex=FEMALE) == []


def test_the_day_of_women_is_written_plus_forty():
    assert decode(WOMAN, TODAY).sex == FEMALE
    assert decode(WOMAN, TODAY).births == (date(1990, 5, 5),)
    assert decode("9999057112850001", TODAY).births == (date(1985, 12, 31),)
    assert decode("9999054101850001", TODAY).births == (date(1985, 1, 1),)


def test_a_leap_day_can_belong_to_one_century_only():
    assert decode("9999052902000001", TODAY).births == (date(2000, 2, 29),)


def test_two_possible_centuries_are_asked_never_guessed():
    nik = "9999050505050001"

    assert decode(nik, TODAY).births == (date(2005, 5, 5), date(1905, 5, 5))
    assert likely_birth(nik, TODAY) is None


def test_one_possible_century_is_offered():
    assert likely_birth(MAN, TODAY) == date(1990, 5, 5)


def test_who_carries_a_card_is_no_child():
    nik = "9999050505200001"

    assert likely_birth(nik, TODAY) == date(1920, 5, 5)
    assert likely_birth(nik, TODAY, needs_adult=False) is None


def test_nobody_is_born_tomorrow():
    assert decode("9999052711260001", TODAY).births == (date(1926, 11, 27),)
    assert decode("9999052611260001", TODAY).births == (TODAY, date(1926, 11, 26))


@pytest.mark.parametrize(
    ("birth", "years"),
    [(date(2009, 11, 26), 17), (date(2009, 11, 27), 16), (date(2008, 2, 29), 18), (TODAY, 0)],
)
def test_an_age_is_in_whole_years(birth, years):
    assert age_on(birth, TODAY) == years


def test_a_well_formed_nik_has_sixteen_digits():
    assert is_well_formed(MAN)
    assert not is_well_formed(MAN[:-1])
    assert not is_well_formed("1" * 16)


@pytest.mark.parametrize(
    ("kk", "sentence"),
    [
        ("", None),
        ("9999 0512 1215 0003", None),
        ("999905121215000", "Nomor KK harus 16 angka; terisi 15."),
        ("99990512121500O3", "Nomor KK hanya berisi angka; periksa huruf atau tanda yang terketik."),
    ],
)
def test_a_family_card_number_is_checked_by_its_digits(kk, sentence):
    assert [problem.text for problem in check_kk(kk)] == ([sentence] if sentence else [])


@given(birth=st.dates(date(1927, 1, 1), TODAY), woman=st.booleans(), serial=st.integers(1, 9999))
def test_a_nik_says_sex_and_birth_of_everybody(birth, woman, serial):
    nik = f"999905{birth.day + 40 * woman:02}{birth:%m%y}{serial:04}"

    facts = decode(nik, TODAY)

    assert facts.area == "999905"
    assert facts.sex == (FEMALE if woman else MALE)
    assert birth in facts.births
    assert check_nik(nik, TODAY, birth=birth, sex=facts.sex) == []

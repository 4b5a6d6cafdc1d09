from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.proofs import Kind, Proof, decode, digest_of, encode, initials_of, key_id

MADE = Proof(
    Kind.LETTER,
    "99.99.05",
    b"key1",
    date(2026, 11, 20),
    date(2027, 2, 18),
    "400.9.14/001/KEC-CTH/XI/2026",
    "SC",
    b"12345678",
)


def test_what_is_written_is_read():
    assert decode(encode(MADE)) == MADE


@given(
    st.sampled_from(Kind),
    st.integers(0, 999_999),
    st.dates(date(2020, 1, 2), date(2199, 1, 1)),
    st.none() | st.dates(date(2020, 1, 2), date(2199, 1, 1)),
    st.text(max_size=15),
    st.text("ABCDEFGHIJ", max_size=4),
)
def test_every_proof_is_read_as_it_was_written(kind, area, dated, until, number, initials):
    code = f"{area:06d}"
    made = Proof(kind, f"{code[:2]}.{code[2:4]}.{code[4:]}", b"key1", dated, until, number, initials, b"12345678")

    assert decode(encode(made)) == made


def test_a_number_too_long_is_cut_and_still_read():
    assert decode(encode(replace(MADE, number="9" * 100))).number == "9" * 60


@pytest.mark.parametrize("cut", [0, 1, 20, -1])
def test_what_is_cut_short_is_refused(cut):
    with pytest.raises(ValueError, match=r".*"):
        decode(encode(MADE)[:cut])


def test_what_has_something_left_over_or_another_version_is_refused():
    with pytest.raises(ValueError, match="1"):
        decode(encode(MADE) + b"x")
    with pytest.raises(ValueError, match="2"):
        decode(b"\2" + encode(MADE)[1:])


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("SITI CONTOH", "SC"),
        ("NUR'AINI", "N"),
        ("Hj. SITI binti AHMAD dari CONTOH", "HSBA"),
        ("", ""),
        ("Ñandu 'Ali", "A"),
    ],
)
def test_initials_are_few_plain_letters(name, initials):
    assert initials_of(name) == initials


def test_the_digest_changes_with_every_word():
    assert digest_of({"a": "1"}) != digest_of({"a": "2"})
    assert len(digest_of({})) == 8
    assert len(key_id(b"k" * 32)) == 4

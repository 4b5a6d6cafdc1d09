from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.documents import words

VECTORS = json.loads((Path(__file__).parent / "data" / "number_words.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("amount", "expected"), [(int(number), text) for number, text in VECTORS.items()])
def test_amounts_are_written_in_words(amount, expected):
    assert words.rupiah_in_words(amount) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1_000_001_000, "satu miliar seribu"),
        (5_001_234, "lima juta seribu dua ratus tiga puluh empat"),
        (1_101_000, "satu juta seratus satu ribu"),
        (1_021_000, "satu juta dua puluh satu ribu"),
        (-1_001_000, "minus satu juta seribu"),
    ],
)
def test_only_a_lone_thousand_is_seribu(number, expected):
    assert words.in_words(number) == expected


@given(st.integers(0, 10**14))
def test_a_thousand_is_never_counted_as_one(number):
    said = words.in_words(number)

    assert said != ""
    assert ("seribu" in said.split()) is (number // 1000 % 1000 == 1)


def test_numbers_and_money_are_followed_by_their_words():
    assert words.number_and_words(3) == "3 (tiga)"
    assert words.rupiah_and_words(150_000) == "Rp150.000,00 (seratus lima puluh ribu rupiah)"


def test_a_day_is_written_out_as_minutes_do():
    expected = "Jumat, tanggal dua puluh bulan November tahun dua ribu dua puluh enam"
    assert words.date_in_words(date(2026, 11, 20)) == expected


def test_fifty_other_languages_stay_on_the_disk():
    said = (
        "import sys; from paten_desk.documents import words; print(words.in_words(25)); "
        "print(*sorted(name for name in sys.modules if name.startswith('num2words')))"
    )
    told = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ["dua puluh lima", "num2words num2words.lang_ID"]

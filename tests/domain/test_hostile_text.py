import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.people import clean, has_mixed_scripts, search_key


@given(st.text())
def test_whatever_is_typed_becomes_one_clean_form(text):
    made = clean(text)

    assert clean(made) == made
    assert unicodedata.is_normalized("NFC", made)
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in made)


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\u200f", "\u2066", "\ufeff", "\x00", "\x1b"])
def test_direction_marks_go_and_look_alikes_are_warned_of(hidden):
    assert clean(f"BU{hidden}DI") == "BUDI"
    assert has_mixed_scripts("Вudi")
    assert not has_mixed_scripts("Nur'aini Ṣiddīq")


def test_twins_of_one_name_become_one():
    composed, apart = "B\u00e9o", "Be\u0301o"

    assert clean(composed) == clean(apart)
    assert search_key(composed) == search_key(apart) == "BEO"

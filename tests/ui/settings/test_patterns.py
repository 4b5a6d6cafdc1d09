from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from paten_desk.domain.errors import Problem
from paten_desk.domain.numbering import TOKENS
from paten_desk.ui.settings import patterns


def test_every_part_has_a_word_and_no_two_share_one():
    assert set(patterns.WORDS) == TOKENS
    assert len(set(patterns.WORDS.values())) == len(TOKENS)


@given(some.lists(some.sampled_from(sorted(TOKENS)), max_size=6), some.sampled_from(["", ":3"]))
def test_a_pattern_comes_back_as_it_was(names, width):
    pattern = "/".join(f"{{{name}{width}}}" for name in names)

    assert patterns.from_words(patterns.in_words(pattern)) == pattern


@pytest.mark.parametrize(
    ("typed", "words"),
    [("{urut:4}/{tahun}", "Contoh: 0012/2026"), ("{urut", f"Bagian: {patterns.ALL_PARTS}"), ("", "Bagian: ")],
)
def test_the_hint_is_an_example_or_the_list_of_parts(typed, words):
    assert patterns.example(typed, "KEC-CTH", date(2026, 11, 20)).startswith(words)


def test_a_problem_speaks_the_words_of_the_screen():
    (said,) = patterns.problems_in_words([Problem("letter_pattern", "Harus memuat {seq}.")])

    assert said == Problem("letter_pattern", "Harus memuat {urut}.")

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.documents import grammar
from paten_desk.domain.errors import PatenError

KNOWN = {"purpose", "valid_until", "kecamatan"}


def _read(words: str) -> grammar.Text:
    return grammar.read(words, KNOWN.__contains__)


def _fill(words: str, **values: str) -> str:
    return grammar.fill(_read(words), values, lambda name: f"<{name}>")


def test_blanks_are_filled():
    assert _fill("untuk {{purpose}}.", purpose="beasiswa") == "untuk beasiswa."


def test_an_empty_blank_is_left_to_the_caller():
    assert _fill("untuk {{purpose}}.", purpose="  ") == "untuk <purpose>."


def test_a_blank_can_be_asked_for_in_capitals():
    assert _fill("CAMAT {{kecamatan.capital}},", kecamatan="Contoh") == "CAMAT CONTOH,"


@pytest.mark.parametrize(("value", "expected"), [("3 Mei", "Surat sampai 3 Mei."), ("", "Surat selamanya.")])
def test_parts_stand_with_or_without_a_blank(value, expected):
    words = "Surat {{#valid_until}}sampai {{valid_until}}{{/}}{{^valid_until}}selamanya{{/}}."

    assert _fill(words, valid_until=value) == expected


@given(st.text())
def test_a_value_is_never_read_as_a_blank(value):
    tricky = "{{kecamatan}}" + value

    assert _fill("({{purpose}})", purpose=tricky) == f"({tricky.strip()})"


@pytest.mark.parametrize(
    "words",
    [
        "{{unknown}}",
        "{{purpose",
        "purpose}}",
        "{{}}",
        "{{/}}",
        "{{#purpose}}x",
        "{{#purpose}}{{#purpose}}x{{/}}{{/}}",
        "{{purpose|upper}}",
    ],
)
def test_what_is_not_in_the_grammar_is_refused(words):
    with pytest.raises(PatenError, match="Naskah surat"):
        _read(words)


def test_needed_blanks_are_those_outside_optional_parts():
    text = _read("{{purpose}} {{#valid_until}}{{valid_until}}{{/}}")

    assert grammar.blanks(text) == ["purpose", "valid_until"]
    assert grammar.needed(text) == ["purpose"]


def test_a_blank_of_a_part_that_does_not_stand_is_not_empty():
    text = _read("{{purpose}}{{#valid_until}} sampai {{valid_until}}, {{kecamatan}}{{/}}")

    assert grammar.empty(text, {}) == ["purpose"]
    assert grammar.empty(text, {"purpose": "sekolah", "valid_until": "besok"}) == ["kecamatan"]


def test_a_condition_holds_with_a_blank_or_without_it():
    assert grammar.holds("", False, {})
    assert grammar.holds("purpose", False, {"purpose": "sekolah"})
    assert grammar.holds("purpose", True, {"purpose": "  "})
    assert not grammar.holds("purpose", False, {})

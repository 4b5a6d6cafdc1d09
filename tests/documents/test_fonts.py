from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.documents import fonts
from paten_desk.paths import resource


@pytest.mark.parametrize("font", [fonts.LETTER, fonts.LETTER_BOLD, fonts.SANS, fonts.SANS_BOLD, fonts.SANS_ITALIC])
def test_the_signs_of_our_paper_are_in_every_font(font):
    signs = "•–—“”‘’éāṣ…€²·"

    assert fonts.clean(signs, font) == signs


def test_an_accent_written_apart_is_composed():
    assert fonts.clean("S\u0323iddi\u0304q", fonts.LETTER) == "Ṣiddīq"


def test_a_letter_the_font_lacks_is_shown_as_a_box():
    assert fonts.clean("Ni ᬧᬸ Ayu", fonts.LETTER) == "Ni □□ Ayu"
    assert "?" not in fonts.clean("Ni ᬧ Ayu", fonts.SANS)


def test_letters_that_would_print_as_boxes_are_named():
    assert fonts.lacking("Ni ᬧᬧ 中 Ayu") == "ᬧ中"
    assert fonts.lacking("Béo Ṣiddīq") == ""


def test_invisible_and_control_characters_do_not_reach_the_paper():
    assert fonts.clean("A\u202eB\u200dC\x00D\tE\nF", fonts.LETTER) == "ABC D E F"


@given(st.text(alphabet=st.characters(), max_size=20), st.sampled_from([fonts.LETTER, fonts.SANS]))
def test_any_text_becomes_printable_and_stays_so(words, font):
    shown = fonts.clean(words, font)

    assert fonts.clean(shown, font) == shown
    assert fonts.width(shown, font, 10) >= 0


def test_data_cannot_become_markup():
    assert fonts.markup("<b>&amp;", fonts.LETTER) == "&lt;b&gt;&amp;amp;"


def test_the_licences_travel_with_the_fonts():
    for name in ("OFL-PatenLetter.txt", "OFL-SourceSansPro.txt"):
        assert "SIL OPEN FONT LICENSE" in resource("fonts", name).read_text(encoding="utf-8").upper()

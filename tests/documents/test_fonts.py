from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from string import ascii_letters, digits, punctuation
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase import _fontdata, pdfmetrics

from paten_desk.documents import fonts, letter
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
    for name in ("OFL-PatenLetter.txt", "OFL-PatenSerif.txt", "OFL-SourceSansPro.txt"):
        assert "SIL OPEN FONT LICENSE" in resource("fonts", name).read_text(encoding="utf-8").upper()
    assert "GUST Font License" in resource("fonts", "GUST-PatenBook.txt").read_text(encoding="utf-8")


# What Adobe publishes for the printers' own fonts; Arial has the widths of Helvetica, Times New Roman those of Times.
NAMES = dict(zip(digits, "zero one two three four five six seven eight nine".split(), strict=True)) | {
    letter: letter for letter in ascii_letters
}
PRINTERS_OWN = {
    ("arial", fonts.LETTER): "Helvetica",
    ("arial", fonts.LETTER_BOLD): "Helvetica-Bold",
    ("arial", fonts.LETTER_ITALIC): "Helvetica-Oblique",
    ("times", fonts.LETTER): "Times-Roman",
    ("times", fonts.LETTER_BOLD): "Times-Bold",
    ("times", fonts.LETTER_ITALIC): "Times-Italic",
}
BOOKMAN_LIGHT = {"a": 580, "b": 620, "m": 940, "i": 300, "A": 680, "W": 960, " ": 320, "0": 620, "\u00a0": 320}


@pytest.mark.parametrize(("family", "font"), list(PRINTERS_OWN))
def test_letters_are_as_wide_as_those_of_arial_and_times(family, font):
    own = _fontdata.widthsByFontGlyph[PRINTERS_OWN[family, font]]

    with fonts.letters_in(family):
        widths = {letter: fonts.width(letter, font, 1000) for letter in NAMES}

    assert widths == pytest.approx({letter: own[name] for letter, name in NAMES.items()}, abs=0.6)


def test_letters_are_as_wide_as_those_of_bookman():
    with fonts.letters_in("bookman"):
        widths = {letter: fonts.width(letter, fonts.LETTER, 1000) for letter in BOOKMAN_LIGHT}

    assert widths == pytest.approx(BOOKMAN_LIGHT)


@pytest.mark.parametrize("family", ["times", "bookman"])
def test_every_family_writes_the_names_of_the_country(family):
    with fonts.letters_in(family):
        for font in fonts.LETTER_FACES:
            for words in (ascii_letters + digits + punctuation, "•–—“”‘’éèêāīūṣḍḥṭẓŞşżġḏẕ…€²·□"):
                assert fonts.clean(words, font) == words


def test_a_family_is_read_when_it_is_first_used_and_not_before():
    code = (
        "from paten_desk.documents import fonts; fonts.register()\n"
        "from reportlab.pdfbase import pdfmetrics; print(sorted(pdfmetrics._fonts))"
    )

    known = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "PatenLetter-Bold" in known
    assert "PatenSerif" not in known
    assert "PatenBook" not in known


def test_a_choice_of_family_stays_in_its_thread():
    seen = []

    with fonts.letters_in("times"):
        other = Thread(target=lambda: seen.append(fonts.face(fonts.LETTER)))
        other.start()
        other.join()
        assert fonts.face(fonts.LETTER_BOLD) == "PatenSerif-Bold"

    assert seen == [fonts.LETTER]
    assert fonts.face(fonts.LETTER_BOLD) == fonts.LETTER_BOLD


def test_a_family_of_a_newer_program_is_drawn_as_arial(a_letter):
    own = a_letter()
    strange = replace(own, letterhead=replace(own.letterhead, family="wingdings"))

    assert letter.render(strange) == letter.render(own)


@pytest.mark.parametrize(("family", "name"), list(fonts.FAMILIES.items()))
def test_a_letter_reads_the_same_in_every_family(look, a_letter, family, name):
    own = a_letter()
    words = look(letter.render(own)).text()

    pdf = letter.render(replace(own, letterhead=replace(own.letterhead, family=family)))

    read = look(pdf)
    assert read.text() == words
    assert read.is_inside()
    assert read.document.get_metadata_value("Title") == "Surat keterangan tidak mampu"
    assert b"/Lang (id-ID)" in pdf
    assert {other for other in fonts.FAMILIES.values() if f"+{other}-".encode() in pdf} == {name}
    assert pdf.count(b"/FontFile2") == pdf.count(f"/FontName /AAAAAA+{name}".encode())


def test_a_bold_name_is_found_in_every_family():
    for family in fonts.FAMILIES:
        with fonts.letters_in(family):
            faces = [fonts.face(font) for font in fonts.LETTER_FACES]
            assert [pdfmetrics.getFont(face).face.name.decode() for face in faces] == [
                f"{fonts.FAMILIES[family]}-{style}" for style in ("Regular", "Bold", "Italic", "BoldItalic")
            ]

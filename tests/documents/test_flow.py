from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from paten_desk.documents import flow
from paten_desk.documents.flow import Fact, Run
from paten_desk.documents.page import A5, Sheet


def _drawn(words: flow.Words, style=flow.BODY) -> bytes:
    sheet = Sheet(A5, "Surat", "K")
    flow.paragraph(sheet, words, style)
    return sheet.finish()


@given(st.text(alphabet=st.characters(), max_size=300))
@settings(max_examples=80, deadline=None)
def test_no_text_stops_the_printer(words):
    assert _drawn(words).startswith(b"%PDF")


@given(st.text(alphabet=string.ascii_letters + "<>&/\"'=;:#!-[]{}%\\ ", min_size=1, max_size=60))
@settings(max_examples=80, deadline=None)
def test_markup_in_a_name_prints_as_it_is_written(words):
    laid, _ = flow.lay((Run(words, bold=True),), flow.PLAIN, 5000)

    assert "".join(laid.getPlainText(identify=True).split()) == "".join(words.split())


@pytest.mark.parametrize(
    "name",
    [
        "<b>Siti",
        "</para>",
        "<img src='/etc/passwd'/>",
        "Siti & Ani",
        "&lt;",
        '<font color="[[exec()]]">x</font>',
        "<a href='#'>",
    ],
)
def test_hostile_names_are_only_names(look, name):
    assert look(_drawn(name)).text() == name


def test_a_name_of_100_letters_wraps_inside_the_margins(look):
    assert look(_drawn("W" * 100)).is_inside(20)


def test_words_that_do_not_fit_go_on_on_the_next_page(look):
    words = " ".join(f"kata{at}" for at in range(900))

    read = look(_drawn(words))

    assert len(read) > 1
    assert read.text().split() == words.split()
    assert read.is_inside(20)


def test_a_line_torn_apart_is_set_ragged():
    words = "Berdasarkan Surat Nomor " + "470/112/SKM/XI/2026/" * 3 + " tanggal 18 November 2026"
    laid, _ = flow.lay(words, flow.BODY, 400)

    assert laid.style.alignment == flow.PLAIN.alignment


def test_colons_stand_under_each_other_and_long_values_hang(look):
    sheet = Sheet(A5, "Surat", "K")

    flow.facts(sheet, [Fact("Nama", "SITI", bold=True), Fact("Alamat", "Dusun II " * 20)], name_mm=30)

    page = look(sheet.finish()).document[0].get_textpage()
    colons = {
        round(page.get_charbox(at)[0], 1) for at in range(page.count_chars()) if page.get_text_range(at, 1) == ":"
    }
    assert len(colons) == 1


def test_facts_are_as_high_as_they_were_measured():
    sheet, rows = Sheet(A5, "Surat", "K"), [Fact("Nama", "SITI"), Fact("Tempat, tanggal lahir", "Sukamaju " * 9)]
    before = sheet.y

    flow.facts(sheet, rows)

    assert before - sheet.y == pytest.approx(flow.facts_height(sheet, rows))


def test_a_value_longer_than_a_page_is_not_lost(look):
    sheet = Sheet(A5, "Surat", "K")
    words = " ".join(f"kata{at}" for at in range(700))

    flow.facts(sheet, [Fact("Isi", words)], name_mm=20)

    assert look(sheet.finish()).text().removeprefix("Isi : ").split() == words.split()


def test_numbered_items_count_from_one(look):
    sheet = Sheet(A5, "Surat", "K")

    flow.numbered(sheet, ["satu", "dua"])

    assert look(sheet.finish()).text() == "1. satu 2. dua"


def test_a_new_line_in_words_breaks_the_line():
    one, two = flow.height("satu", flow.PLAIN, 300), flow.height("satu\ndua", flow.PLAIN, 300)

    assert two == 2 * one


def test_every_font_of_a_style_is_registered():
    Sheet(A5, "Surat", "K")
    for style in (flow.BODY, flow.SANS, flow.SMALL):
        assert pdfmetrics.getFont(style.fontName) is not None

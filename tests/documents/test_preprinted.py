from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from paten_desk.documents import countersign, letter, preprinted
from paten_desk.documents import crest as crests
from paten_desk.documents.blocks import Paragraph
from paten_desk.documents.countersign import Countersign


def a_crest():
    out = BytesIO()
    Image.new("RGB", (90, 110), "navy").save(out, "PNG")
    return crests.prepare(out.getvalue())


def places(pdf):
    """Every letter on the first page with its place."""
    words = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    return [(words.get_text_range(at, 1), words.get_charbox(at)) for at in range(words.count_chars())]


@pytest.mark.parametrize("paper", ["letter", "countersign"])
def test_for_paper_with_a_printed_head_the_letter_goes_without_its_own(look, a_letter, paper, letterhead):
    whole = letter.render(a_letter(letterhead=replace(letterhead, crest=a_crest())))
    if paper == "countersign":
        whole = countersign.render(Countersign(letterhead, (Paragraph("Isi."),), "1", "", a_letter().signature))

    bare = preprinted.without_head(whole)

    full, left = look(whole).text(), look(bare).text()
    assert full.startswith("PEMERINTAH KABUPATEN")
    assert "PEMERINTAH" not in left
    assert full.endswith(left)
    assert places(bare) == places(whole)[-len(places(bare)) :]


def test_a_letter_of_two_pages_loses_its_head_on_the_first(look, a_letter):
    whole = letter.render(a_letter(blocks=tuple(Paragraph("Isi yang panjang. " * 60) for _ in range(8))))

    assert len(look(preprinted.without_head(whole))) == len(look(whole)) > 1
    assert "PEMERINTAH" not in look(preprinted.without_head(whole)).text()

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from paten_desk.domain.errors import PatenError
from paten_desk.usecases import letterheads, offices
from tests.usecases.test_letters import text_of


def a_crest():
    out = BytesIO()
    Image.new("RGB", (90, 110), "navy").save(out, "PNG")
    return out.getvalue()


def test_the_letterhead_says_government_office_and_address(context):
    made = letterheads.letterhead(context.office)

    assert made.government == "PEMERINTAH KABUPATEN CONTOH RAYA"
    assert made.office == "KECAMATAN CONTOH"


def test_the_crest_is_stored_once_and_comes_with_every_letterhead(context):
    changed = offices.change(context, context.office, a_crest())

    assert letterheads.letterhead(changed.office).crest
    assert changed.office.crest == offices.change(changed, changed.office, a_crest()).office.crest


def test_what_is_no_picture_is_refused_in_words(context):
    with pytest.raises(PatenError) as caught:
        offices.change(context, context.office, b"bukan gambar")

    assert caught.value.hint


def test_the_sample_page_is_marked_and_stores_nothing(context):
    words = text_of(letterheads.sample_pdf(replace(context.office, address="Jalan Baru 1"), a_crest()))

    assert "CONTOH" in words
    assert "Jalan Baru 1" in words
    assert context.office.crest == ""

from __future__ import annotations

import pytest

from paten_desk.documents.forms import Form, Part, Signer, forms, render
from paten_desk.documents.page import A4, F4

OFFICE = "Kecamatan Contoh"


@pytest.mark.parametrize("paper", [F4, A4], ids=["f4", "a4"])
@pytest.mark.parametrize("form", forms().values(), ids=forms())
def test_every_form_that_ships_stays_inside_its_paper_and_says_where_it_is_from(look, form, paper):
    read = look(render(form, OFFICE, paper))

    assert len(read) <= 2
    assert read.size_mm() == (paper.width_mm, paper.height_mm)
    assert read.is_inside(12)
    assert form.title in read.text(0)
    assert "Formulir Kecamatan Contoh, tidak dipungut biaya" in read.text(0)
    assert read.text().count("Meterai Rp10.000") == 1


@pytest.mark.parametrize("form", forms().values(), ids=forms())
def test_on_f4_every_form_is_one_page(look, form):
    assert len(look(render(form, OFFICE, F4))) == 1


@pytest.mark.parametrize("form", forms().values(), ids=forms())
def test_no_form_is_worded_as_a_declaration_of_the_office(form):
    words = " ".join(part.words for part in form.parts)

    assert "menerangkan" not in words
    assert words.startswith(("Yang bertanda tangan", "Kami yang bertanda tangan"))
    assert sum(signer.stamp for part in form.parts for signer in part.signatures) == 1


def test_a_proxy_names_both_people_and_what_is_collected(look):
    read = look(render(forms()["collection_proxy"], OFFICE, F4)).text()

    for words in ("memberi kuasa kepada:", "Nomor pendaftaran", "Penerima kuasa,", "Pemberi kuasa,"):
        assert words in read


def test_heirs_sign_in_the_table_and_head_and_village_leave_register_numbers(look):
    read = look(render(forms()["heirs"], OFFICE, A4))

    assert "No. Nama lengkap NIK Tempat, tanggal lahir Hubungan Tanda tangan 1. 2. 3. 4. 5. 6. 7. 8." in read.text(0)
    assert read.text().count("Nomor register: ....") == 2


def test_place_and_date_stand_once_and_words_stay_with_their_signatures(look):
    signatures = Part(signatures=(Signer("Saksi,"), Signer("Yang menyatakan,", stamp=True)))
    parts = (*(Part(blanks=(f"Nama {at}",)) for at in range(27)), Part(words="Demikian."), signatures, signatures)

    read = look(render(Form("Surat", "SURAT", parts), OFFICE, A4))

    assert len(read) == 2
    assert read.text().count("20.....") == 1
    page = next(at for at in (0, 1) if "Demikian." in read.text(at))
    assert "Saksi," in read.text(page)
    assert "Halaman 2 dari 2" in read.text(1)


def test_empty_lines_and_a_lone_signature_are_drawn(look):
    parts = (Part(words="Untuk:"), Part(lines=3), Part(signatures=(Signer(""), Signer("Camat,", number=True))))

    read = look(render(Form("Surat", "SURAT", parts), OFFICE, F4)).text()

    assert "Camat, Nomor register: ....." in read
    assert "Meterai" not in read

from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents import signature
from paten_desk.documents.page import F4, Sheet
from paten_desk.documents.signature import Signature

FORMS = {
    "own": ("CAMAT CONTOH,",),
    "secretary": ("a.n. CAMAT CONTOH", "SEKRETARIS KECAMATAN,"),
    "section head": ("a.n. CAMAT CONTOH", "SEKRETARIS KECAMATAN", "u.b.", "KEPALA SEKSI PELAYANAN UMUM,"),
    "vacant post": ("Plt. CAMAT CONTOH,",),
    "holder away": ("Plh. CAMAT CONTOH,",),
    "regent's mandate": ("a.n. BUPATI CONTOH RAYA", "CAMAT CONTOH,"),
}


@pytest.mark.parametrize("lines", FORMS.values(), ids=FORMS)
def test_every_form_of_authority_stands_above_the_name(look, camat, lines):
    sheet = Sheet(F4, "Surat", "K")

    signature.draw_right(sheet, replace(camat, lines=lines))

    expected = ["Sukamaju, 20 November 2026", *lines, "CAMAT CONTOH, S.STP.", "Pembina Tingkat I (IV/b)"]
    assert look(sheet.finish()).text() == " ".join([*expected, "NIP 00000000 000000 0 000"])


def test_who_has_no_nip_gets_no_line_for_it(look):
    sheet = Sheet(F4, "Surat", "K")

    signature.draw_right(sheet, Signature(("KEPALA DESA CONTOH,",), "KADES CONTOH"))

    assert look(sheet.finish()).text() == "KEPALA DESA CONTOH, KADES CONTOH"


def test_a_contract_official_has_another_number(look, camat):
    sheet = Sheet(F4, "Surat", "K")

    signature.draw_right(sheet, replace(camat, nip_name="NI PPPK"))

    assert look(sheet.finish()).text().endswith("NI PPPK 00000000 000000 0 000")


def test_there_is_room_for_signature_and_stamp(camat):
    assert signature.FREE_MM >= 22


def test_the_block_is_as_high_as_it_was_measured_and_never_broken(look, camat):
    sheet = Sheet(F4, "Surat", "K")
    sheet.y = sheet.bottom + 100

    signature.draw_right(sheet, camat)

    assert sheet.page_no == 2
    room = sheet.right - (sheet.left + sheet.room * signature.AT)
    assert sheet.top - sheet.y == pytest.approx(signature.height(camat, room))


def test_names_beside_each_other_stand_on_one_level(look, camat):
    sheet = Sheet(F4, "Surat", "K")

    signature.draw_beside(
        sheet, Signature(("Dibenarkan:", "KEPALA DESA,", "Nomor 1"), "QUARTZ"), replace(camat, name="QUARTZ")
    )

    page = look(sheet.finish()).document[0].get_textpage()
    tops = {round(page.get_charbox(at)[3]) for at in range(page.count_chars()) if page.get_text_range(at, 1) == "Q"}
    assert len(tops) == 1


def test_a_name_of_100_letters_wraps(look, camat, long_name):
    sheet = Sheet(F4, "Surat", "K")

    signature.draw_right(sheet, replace(camat, name=long_name))

    assert look(sheet.finish()).is_inside(20)


def test_an_odd_nip_is_left_as_it_is():
    assert signature.spaced_nip("197") == "197"

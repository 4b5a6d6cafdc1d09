from __future__ import annotations

from dataclasses import replace

from paten_desk.documents import letterhead as heads
from paten_desk.documents.page import A5, F4, Margins, Sheet


def test_the_head_names_government_office_and_address(look, letterhead):
    sheet = Sheet(F4, "Surat", "K")

    heads.draw(sheet, letterhead)

    read = look(sheet.finish()).text()
    assert read.startswith("PEMERINTAH KABUPATEN CONTOH RAYA KECAMATAN CONTOH Jalan Merdeka")


def test_long_names_stay_inside_on_the_smallest_sheet(look, letterhead):
    sheet = Sheet(A5, "Surat", "K", Margins(12, 12, 10, 13))

    heads.draw(
        sheet,
        replace(letterhead, office="KECAMATAN " + "CONTOH SEKALI " * 7, lines=("Jalan " + "Merdeka " * 15,)),
        0.62,
    )

    assert look(sheet.finish()).is_inside(20)


def test_an_office_without_crest_gets_none(letterhead):
    with_shield, without = Sheet(F4, "Surat", "K"), Sheet(F4, "Surat", "K")

    heads.draw(with_shield, letterhead)
    heads.draw(without, replace(letterhead, sample=False))

    assert len(without.finish()) < len(with_shield.finish())

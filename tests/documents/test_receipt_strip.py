from __future__ import annotations

import pytest

from paten_desk.documents.receipt import Paper
from paten_desk.documents.receipt_strip import render_58mm, render_80mm


def test_the_strip_is_80_mm_wide_and_as_long_as_needed(look, a_receipt, an_item):
    papers = tuple(Paper(f"Dokumen {at}", "asli", 1) for at in range(40))

    short, long = look(render_80mm(a_receipt())), look(render_80mm(a_receipt(items=(an_item(papers=papers),))))

    assert short.size_mm()[0] == long.size_mm()[0] == 80
    assert 140 < short.size_mm()[1] < 220
    assert long.size_mm()[1] > short.size_mm()[1] + 120
    assert len(short) == len(long) == 1


def test_the_narrow_strip_is_58_mm_wide_with_48_of_them_printed(look, a_receipt, an_item, long_name):
    read = look(render_58mm(a_receipt(applicant=long_name, items=(an_item(service=long_name),))))

    assert read.size_mm()[0] == 58
    assert len(read) == 1
    assert read.is_inside(5 / 25.4 * 72 - 0.5)


@pytest.mark.parametrize("render", [render_80mm, render_58mm])
def test_the_strip_says_what_the_sheet_says(look, a_receipt, render):
    read = look(render(a_receipt(copy_no=2))).text()

    for words in (
        "KECAMATAN CONTOH Kabupaten Contoh Raya TANDA TERIMA BERKAS SALINAN 2",
        "L1-2026-000444 000444 Jumat, 20 November 2026 pukul 10.14 WIB",
        "NIK : 9999 •••• •••• 0002",
        "Loket : 1, Rina Marlina",
        "Selesai selambat-lambatnya Jumat, 20 November 2026 pukul 11.15 WIB",
        "Rp0 (GRATIS)",
        "KTP-el pemohon",
    ):
        assert words in read


def test_several_requests_are_listed_with_their_numbers(look, a_receipt, an_item):
    items = (an_item(), an_item(number="L1-2026-000445", short="000445", service="Kartu Keluarga"))

    read = look(render_80mm(a_receipt(items=items))).text()

    assert "2 permohonan" in read
    assert "000445 · Kartu Keluarga L1-2026-000445" in read


def test_a_name_of_100_letters_stays_on_the_strip(look, a_receipt, an_item, long_name):
    read = look(render_80mm(a_receipt(applicant=long_name, items=(an_item(service=long_name),))))

    assert read.is_inside(8)

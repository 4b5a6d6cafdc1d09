from __future__ import annotations

import pytest

from paten_desk.documents.receipt import Paper
from paten_desk.documents.receipt_large import render_large_a4, render_large_f4


@pytest.mark.parametrize(("render", "size"), [(render_large_f4, (215, 330)), (render_large_a4, (210, 297))])
def test_who_does_not_read_small_words_gets_one_page_for_themselves(look, a_receipt, render, size):
    read = look(render(a_receipt(copy_no=1)))

    assert len(read) == 1
    assert read.size_mm() == size
    for words in (
        "KECAMATAN CONTOH TANDA TERIMA BERKAS 000444",
        "SELESAI SELAMBAT-LAMBATNYA Jumat, 20 November 2026 pukul 11.15 WIB",
        "BIAYA Rp0 (GRATIS)",
        "1. Surat keterangan Kepala Desa (asli, 1)",
        "SALINAN 1",
    ):
        assert words in read.text()


def test_the_words_are_really_large(look, a_receipt):
    page = look(render_large_f4(a_receipt())).document[0].get_textpage()
    first = page.search("SITI RAHMAWATI").get_next()[0]

    _, bottom, _, top = page.get_charbox(first)

    assert top - bottom > 11  # a capital of 18 points


def test_many_papers_are_set_smaller_and_then_take_a_second_page(look, a_receipt, an_item, long_name):
    few = tuple(Paper(f"Dokumen {at}", "asli", 1) for at in range(14))
    many = tuple(Paper(f"{at} {long_name}", "asli", 1) for at in range(40))

    one = look(render_large_f4(a_receipt(items=(an_item(papers=few),))))
    more = look(render_large_f4(a_receipt(applicant=long_name, clerk=long_name, items=(an_item(papers=many),))))

    assert len(one) == 1
    assert len(more) == 2
    assert more.is_inside(12)
    assert "halaman 1 dari 2" in more.text(0)

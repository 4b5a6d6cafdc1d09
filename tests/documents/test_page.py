from __future__ import annotations

import os
import subprocess
import sys

import pytest

from paten_desk.documents import page
from paten_desk.documents.page import A4, A5, F4, F4_LANDSCAPE, Sheet


@pytest.mark.parametrize(
    ("paper", "size"), [(F4, (215, 330)), (F4_LANDSCAPE, (330, 215)), (A4, (210, 297)), (A5, (148, 210))]
)
def test_paper_has_its_true_size(look, paper, size):
    pdf = Sheet(paper, "Surat", "Kecamatan Contoh").finish()

    assert look(pdf).size_mm() == size


def test_f4_is_folio_and_not_legal(look):
    wide, high = look(Sheet(F4, "Surat", "Kecamatan Contoh").finish()).document[0].get_size()

    assert wide == pytest.approx(609.45, abs=0.3)
    assert high == pytest.approx(935.43, abs=0.3)


def test_the_document_says_title_author_and_language(look):
    pdf = Sheet(F4, "Surat Keterangan", "KECAMATAN CONTOH").finish()

    read = look(pdf).document
    assert read.get_metadata_value("Title") == "Surat Keterangan"
    assert read.get_metadata_value("Author") == "KECAMATAN CONTOH"
    assert b"/Lang (id-ID)" in pdf


def test_the_same_sheet_has_the_same_bytes_in_every_process():
    script = (
        "import hashlib, sys\n"
        "from paten_desk.documents import page, qr\n"
        "sheet = page.Sheet(page.F4, 'Surat', 'Kecamatan'); sheet.text(9, 9, 'Béo')\n"
        "qr.draw(sheet, 9, 9, 90, 'A')\n"
        "print(hashlib.sha256(sheet.finish()).hexdigest())"
    )

    made = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(made) == 1


def test_pages_are_counted_only_where_there_are_several(look):
    alone, two = Sheet(F4, "Surat", "K"), Sheet(F4, "Surat", "K")
    two.new_page()

    assert look(alone.finish(page.page_of)).text() == ""
    assert look(two.finish(page.page_of)).text(1) == "Halaman 2 dari 2"


def test_each_part_counts_its_own_pages(look):
    sheet = Sheet(A5, "Surat", "K")
    sheet.new_page()
    sheet.new_part()
    seen = []

    sheet.finish(lambda _, number, pages: seen.append((number, pages)))

    assert seen == [(1, 2), (2, 2), (1, 1)]


def test_room_is_asked_for_before_the_foot_is_reached():
    sheet = Sheet(A5, "Surat", "K")
    sheet.down(100)

    assert not sheet.need(50)
    assert sheet.need(sheet.height)
    assert sheet.page_no == 2
    assert not sheet.need(sheet.height)


def test_a_fitted_line_is_made_smaller_and_never_longer(look, long_name):
    sheet = Sheet(A5, "Surat", "K")

    size = sheet.fitted(sheet.left, 300, long_name, "PatenLetter", 20, sheet.room)

    assert size < 20
    assert look(sheet.finish()).is_inside(20)


def test_what_stands_on_a_page_can_be_drawn_once_more_further_down(look):
    sheet = Sheet(A4, "Dua bagian", "Kecamatan Contoh")
    sheet.text(sheet.left, 700, "Bagian atas")
    sheet.repeat_below(300)
    sheet.text(sheet.left, 100, "Hanya sekali")

    page = look(sheet.finish()).document[0].get_textpage()

    found = page.search("Bagian atas")
    upper, lower = (page.get_charbox(found.get_next()[0]) for _ in range(2))
    assert upper[0] == lower[0]
    assert abs(upper[1] - lower[1] - 300) < 0.01
    assert page.get_text_range().count("Hanya sekali") == 1

import pytest

from paten_desk.documents import calibration
from paten_desk.documents.page import A3, A4, A5, F4, F4_LANDSCAPE, MM, Paper

HALF = Paper("setengah F4", 215, 165)


@pytest.mark.parametrize("paper", [F4, F4_LANDSCAPE, A4, A5, A3, HALF])
def test_the_test_page_is_one_page_of_the_sheets_own_size(look, paper):
    read = look(calibration.render(paper, "Untuk: Surat. Geseran sekarang: tidak ada."))

    assert len(read) == 1
    assert read.size_mm() == (paper.width_mm, paper.height_mm)
    assert "HALAMAN UJI PRINTER" in read.text()
    assert "Geseran sekarang: tidak ada." in read.text()
    assert "jarak seharusnya 20 mm" in read.text()
    assert f"Bila bukan {paper.width_mm - 40:g} mm" in read.text()


def test_the_rulers_count_from_the_edges_of_the_paper(look):
    page = look(calibration.render(F4, "")).document[0]
    words = page.get_textpage()
    at = words.get_text_range().index("100")

    left, _, right, _ = words.get_charbox(at + 1)

    assert (left + right) / 2 / MM == pytest.approx(100, abs=0.2)


def test_the_words_stand_within_the_crosses(look):
    read = look(calibration.render(A5, "Untuk: Tanda terima A5. Geseran sekarang: kanan 1,5 mm, atas 2 mm."))

    words = read.document[0].get_textpage()
    text = words.get_text_range()
    start = text.index("HALAMAN")
    tops = [words.get_charbox(at)[3] for at in range(start, start + 7)]
    assert max(tops) < (210 - 25) * MM


def test_the_same_page_has_the_same_bytes():
    assert calibration.render(F4, "x") == calibration.render(F4, "x")

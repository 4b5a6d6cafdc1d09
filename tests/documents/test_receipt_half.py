from __future__ import annotations

from paten_desk.documents.receipt import Paper
from paten_desk.documents.receipt_half import HALF, render_half_f4


def test_both_copies_stand_on_one_f4_one_half_below_the_other(look, a_receipt):
    read = look(render_half_f4(a_receipt(copy_no=2)))

    assert len(read) == 1
    assert read.size_mm() == (215, 330)
    words = read.text()
    assert words.count("TANDA TERIMA BERKAS") == words.count("SALINAN 2") == 2
    assert words.count("BAGIAN PENGAMBILAN") == words.count("BONGGOL") == 1
    assert "Rangkap 1, untuk warga" in words
    assert "Rangkap 2, untuk berkas" in words


def test_the_lower_copy_is_the_upper_one_moved_down_half_a_paper(look, a_receipt):
    page = look(render_half_f4(a_receipt())).document[0].get_textpage()
    found = page.search("TANDA TERIMA BERKAS")

    upper, lower = (page.get_charbox(found.get_next()[0]) for _ in range(2))

    assert upper[0] == lower[0]
    assert abs(upper[1] - lower[1] - HALF) < 0.01


def test_nothing_crosses_the_cut_however_long_names_and_lists_are(look, a_receipt, an_item, long_name):
    papers = tuple(Paper(f"{at} {long_name}", "fotokopi", 3) for at in range(40))
    items = (an_item(papers=papers, service=long_name), an_item(short="000445"))

    read = look(render_half_f4(a_receipt(applicant=long_name, clerk=long_name, items=items)))

    assert len(read) > 1
    assert read.is_inside(12)
    for page in read.document:
        words = page.get_textpage()
        boxes = [words.get_charbox(at) for at in range(words.count_chars())]
        assert not [box for box in boxes if box[3] > box[1] and box[1] < HALF < box[3]]
    assert all(read.text().count(f"{at} {long_name[:12]}") >= 2 for at in range(40))

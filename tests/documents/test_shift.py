import pytest

from paten_desk.documents import copies, letter, shift
from paten_desk.documents.page import MM


def places(page):
    words = page.get_textpage()
    return [words.get_charbox(at) for at in range(words.count_chars())]


def test_every_letter_is_moved_and_the_paper_is_not(look, a_letter):
    made = letter.render(a_letter())

    moved = look(shift.shift(made, 3, -1.5))

    assert moved.size_mm() == (215, 330)
    assert moved.text() == look(made).text()
    before, after = places(look(made).document[0]), places(moved.document[0])
    for old, new in zip(before, after, strict=True):
        assert (new[0] - old[0]) / MM == pytest.approx(3, abs=0.01)
        assert (new[1] - old[1]) / MM == pytest.approx(1.5, abs=0.01)


def test_a_sheet_that_is_not_moved_keeps_its_bytes(a_letter):
    made = letter.render(a_letter())

    assert shift.shift(made, 0, 0) is made


def test_a_marked_copy_is_moved_with_its_mark(look, a_letter):
    copy = copies.mark(letter.render(a_letter()), 1)

    moved = look(shift.shift(copy, 1, 1))

    assert moved.text() == look(copy).text()
    assert "SALINAN 1" in moved.text()


def test_the_same_sheet_is_moved_to_the_same_bytes(a_letter):
    made = letter.render(a_letter())

    assert shift.shift(made, 0.5, 0.5) == shift.shift(made, 0.5, 0.5)

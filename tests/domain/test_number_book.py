from datetime import date

import pytest

from paten_desk.domain.number_book import (
    STATE_NAMES,
    Line,
    NumberState,
    PaperLetter,
    check_paper,
    next_suffix,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        (Line(15, 15, NumberState.USED), "15"),
        (Line(15, 15, NumberState.INSERTED, "a"), "15.a"),
        (Line(1, 114, NumberState.STARTED), "1–114"),
    ],
)
def test_a_number_is_spoken_as_it_stands_in_the_book(line, label):
    assert line.label == label


def test_every_state_has_a_name():
    assert set(STATE_NAMES) == set(NumberState)


@pytest.mark.parametrize(
    ("dated", "text"),
    [(date(2026, 11, 21), "belum terjadi"), (date(2025, 12, 31), "dalam tahun 2026")],
)
def test_a_paper_letter_lies_in_the_books_year_and_not_ahead(dated, text):
    (problem,) = check_paper(PaperLetter(dated, "BUDI CONTOH", "Undangan"), 2026, TODAY)

    assert (problem.field, text in problem.text) == ("dated", True)


def test_a_whole_paper_letter_has_nothing_to_mend():
    assert check_paper(PaperLetter(TODAY, "BUDI CONTOH", "Undangan"), 2026, TODAY) == []


def test_suffixes_follow_the_alphabet():
    assert next_suffix([]) == "a"
    assert next_suffix(["a", "b"]) == "c"
    assert next_suffix("abcdefghijklmnopqrstuvwxyz") == ""

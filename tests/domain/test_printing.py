import pytest

from paten_desk.domain import printing
from paten_desk.domain.printing import PrintProfile, SheetKind


def test_a_profile_that_was_never_set_is_right():
    assert [printing.check(PrintProfile(sheet)) for sheet in SheetKind] == [[]] * len(SheetKind)


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"offset_x_mm": 15.5}, "offset_x_mm", "paling jauh 15 mm"),
        ({"offset_y_mm": -15.5}, "offset_y_mm", "paling jauh 15 mm"),
        ({"offset_x_mm": 1.3}, "offset_x_mm", "setengah milimeter"),
        ({"copies": 0}, "copies", "paling sedikit 1"),
        ({"copies": 21}, "copies", "paling banyak 20"),
    ],
)
def test_what_cannot_be_printed_is_said_under_its_field(changed, field, words):
    (problem,) = printing.check(PrintProfile(SheetKind.LETTER, **changed))

    assert problem.field == field
    assert words in problem.text


def test_only_letters_have_paper_with_a_letterhead():
    assert printing.check(PrintProfile(SheetKind.LETTER, preprinted=True)) == []
    assert [p.field for p in printing.check(PrintProfile(SheetKind.BOOK, preprinted=True))] == ["preprinted"]


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((215, 330), "F4 (215 x 330 mm)"),
        ((215.9, 330.2), "F4 (216 x 330 mm)"),
        ((330, 215), "F4 (330 x 215 mm)"),
        ((148, 210), "A5 (148 x 210 mm)"),
        ((80, 143.2), "80 x 143 mm"),
        ((216, 356), "216 x 356 mm"),
    ],
)
def test_a_paper_is_named_with_its_size(size, words):
    assert printing.paper_words(size) == words


def test_f4_is_taught_as_folio_and_never_as_legal():
    assert printing.paper_hint((215, 330)) == (
        'Tambahkan ukuran khusus 215 x 330 mm pada driver, atau pakai "Folio"; jangan "Legal".'
    )
    assert "148 x 210 mm" in printing.paper_hint((210, 148))


@pytest.mark.parametrize(
    ("right", "down", "words"),
    [(0, 0, "-"), (1.5, 0, "kanan 1,5 mm"), (-1.5, -2, "kiri 1,5 mm, atas 2 mm"), (0, 0.5, "bawah 0,5 mm")],
)
def test_an_offset_is_said_in_words(right, down, words):
    profile = PrintProfile(SheetKind.LETTER, offset_x_mm=right, offset_y_mm=down)

    assert printing.offset_words(profile) == words
    assert profile.is_moved == (words != "-")


def test_every_kind_of_sheet_has_its_name_and_its_paper():
    assert set(printing.NAMES) == set(SheetKind)
    assert set(printing.PAPERS_MM) | set(printing.PAPER_WORDS) == set(SheetKind)


@pytest.mark.parametrize(
    ("form", "sheet"), [("a5", SheetKind.RECEIPT_A5), ("80mm", SheetKind.RECEIPT_80MM), ("large_f4", SheetKind.REPORT)]
)
def test_a_receipt_prints_as_its_form_asks(form, sheet):
    assert printing.receipt_kind(form) is sheet


def test_a_counted_copy_is_printed_once():
    assert PrintProfile(SheetKind.LETTER, "L3210", copies=3).once() == PrintProfile(SheetKind.LETTER, "L3210")

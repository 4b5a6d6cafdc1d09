from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid
from paten_desk.domain.printing import PrintProfile, SheetKind
from paten_desk.domain.workflow import Status
from paten_desk.usecases import letters, print_profiles
from tests.builders import a_request
from tests.documents.conftest import Page

LETTER = PrintProfile(SheetKind.LETTER, "EPSON L3210", "Folio", "Tray1", 1.5, -2, True, 2)


def test_a_computer_that_was_never_set_up_prints_as_usual(context):
    held = print_profiles.profiles(context)

    assert held.note == ""
    assert held.by_sheet == {sheet: PrintProfile(sheet) for sheet in SheetKind}
    assert not (context.data / print_profiles.FILE).exists()


def test_a_profile_is_kept_and_the_others_stay(context):
    strip = PrintProfile(SheetKind.RECEIPT_80MM, "TM-T82")
    print_profiles.save(context, LETTER)
    print_profiles.save(context, strip)

    assert print_profiles.profile(context, SheetKind.LETTER) == LETTER
    assert print_profiles.profile(context, SheetKind.RECEIPT_80MM) == strip
    assert print_profiles.profile(context, SheetKind.BOOK) == PrintProfile(SheetKind.BOOK)


def test_a_profile_can_go_back_to_the_usual(context):
    print_profiles.save(context, LETTER)
    print_profiles.save(context, PrintProfile(SheetKind.LETTER))

    assert (context.data / print_profiles.FILE).read_text(encoding="utf-8") == "[]"


def test_a_wrong_profile_is_not_kept(context):
    with pytest.raises(Invalid, match="15 mm"):
        print_profiles.save(context, replace(LETTER, offset_x_mm=99))

    assert print_profiles.profile(context, SheetKind.LETTER) == PrintProfile(SheetKind.LETTER)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"{}",
        b'[{"sheet": "letter", "copies": "dua"}]',
        b'[{"sheet": "letter", "offset_x_mm": 400}]',
        b"[[]]",
        b'[{"sheet": 7}, {"sheet": "letter", "printer": null}]',
    ],
)
def test_a_damaged_file_gives_the_usual_and_says_so(context, content):
    (context.data / print_profiles.FILE).write_bytes(content)

    held = print_profiles.profiles(context)

    assert held.by_sheet == {sheet: PrintProfile(sheet) for sheet in SheetKind}
    assert "tidak terbaca" in held.note


def test_what_a_newer_program_knows_more_is_passed_over(context):
    content = b'[{"sheet": "poster", "printer": "A"}, {"sheet": "letter", "printer": "B", "glossy": true}]'
    (context.data / print_profiles.FILE).write_bytes(content)

    held = print_profiles.profiles(context)

    assert held.note == ""
    assert held.by_sheet[SheetKind.LETTER].printer == "B"


def test_after_damage_a_profile_can_be_set_again(context):
    (context.data / print_profiles.FILE).write_bytes(b"\x00")

    print_profiles.save(context, LETTER)

    assert print_profiles.profiles(context).note == ""
    assert print_profiles.profile(context, SheetKind.LETTER) == LETTER


def test_the_test_page_says_for_what_and_how_far_it_is_moved():
    read = Page(print_profiles.calibration_pdf(LETTER))

    assert read.size_mm() == (215, 330)
    assert "Untuk: Surat. Geseran sekarang: kanan 1,5 mm, atas 2 mm." in read.text()


def test_every_sheet_of_paper_has_a_test_page_and_rolls_have_none():
    having = [sheet for sheet in SheetKind if print_profiles.has_test_page(sheet)]

    assert all(print_profiles.calibration_pdf(PrintProfile(sheet)).startswith(b"%PDF") for sheet in having)
    assert set(SheetKind) - set(having) == {
        SheetKind.RECEIPT_80MM,
        SheetKind.RECEIPT_58MM,
        SheetKind.RECEIPT_TEXT,
    }


def test_a_sheet_goes_to_the_printer_moved_by_its_profile():
    made = print_profiles.calibration_pdf(LETTER)

    assert print_profiles.prepared(made, PrintProfile(SheetKind.LETTER)) is made
    assert print_profiles.prepared(made, LETTER) != made


def test_for_paper_with_a_printed_head_a_letter_goes_without_its_own(context):
    pdf = letters.preview(context, a_request(context, Status.DRAFTED).id)
    headed = PrintProfile(SheetKind.LETTER, preprinted=True)

    assert "PEMERINTAH KABUPATEN" in Page(pdf).text()
    assert "PEMERINTAH KABUPATEN" not in Page(print_profiles.prepared(pdf, headed)).text()
    assert print_profiles.prepared(pdf, PrintProfile(SheetKind.LETTER)) == pdf


def test_the_form_of_receipt_is_remembered_beside_the_profiles(context):
    print_profiles.save(context, LETTER)

    print_profiles.keep_receipt_form(context, "58mm")
    print_profiles.save(context, PrintProfile(SheetKind.RECEIPT_80MM, "TM-T82"))

    assert print_profiles.receipt_form(context) == "58mm"
    assert print_profiles.profile(context, SheetKind.LETTER) == LETTER
    assert print_profiles.profiles(context).note == ""


def test_before_the_first_choice_and_after_damage_no_form_of_receipt_is_remembered(context):
    assert print_profiles.receipt_form(context) == ""

    (context.data / print_profiles.FILE).write_bytes(b'[{"receipt":')

    assert print_profiles.receipt_form(context) == ""

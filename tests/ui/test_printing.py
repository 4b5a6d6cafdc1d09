import os
import sys
from dataclasses import replace

import pytest

from paten_desk.domain.errors import PatenError
from paten_desk.domain.printing import PrintProfile, SheetKind
from paten_desk.ui import printing
from paten_desk.usecases import print_profiles
from tests.ui.gallery import a_pdf

on_linux = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")


@pytest.fixture(scope="module")
def pdf(qapp):
    return a_pdf(1)


@pytest.fixture
def spooler(tmp_path, monkeypatch):
    """A program named lp that writes down what it is given."""

    def install(ends_with=0):
        lp = tmp_path / "lp"
        script = f'printf "%s\\n" "$@" > "{tmp_path}/asked"\ncat > "{tmp_path}/paper.pdf"\nexit {ends_with}\n'
        lp.write_text("#!/bin/sh\n" + script, encoding="utf-8")
        lp.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return tmp_path

    return install


@on_linux
def test_the_spooler_gets_the_very_pdf_at_its_true_size(spooler, pdf):
    folder = spooler()

    printing.print_pdf(pdf, "L3210", title="Tanda terima 0419", copies=2)

    asked = (folder / "asked").read_text(encoding="utf-8").split("\n")
    assert asked[:6] == ["-d", "L3210", "-t", "Tanda terima 0419", "-n", "2"]
    assert {"media=Custom.216x330mm", "print-scaling=none"} <= set(asked)
    assert (folder / "paper.pdf").read_bytes() == pdf


@on_linux
def test_a_printer_that_refuses_says_what_to_do(spooler, pdf):
    spooler(ends_with=1)

    with pytest.raises(PatenError, match="printer L3210 menolak") as refused:
        printing.print_pdf(pdf, "L3210", title="Tanda terima 0419")

    assert "Simpan sebagai PDF" in refused.value.hint


@on_linux
def test_a_computer_without_a_print_service_says_so(monkeypatch, tmp_path, pdf):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(PatenError, match="layanan cetak komputer ini belum dipasang"):
        printing.print_pdf(pdf, "L3210", title="Surat 031")


def test_without_a_printer_the_way_out_is_a_file(pdf):
    with pytest.raises(PatenError, match="belum punya printer") as missing:
        printing.print_pdf(pdf, "", title="Surat 031")

    assert "Simpan sebagai PDF" in missing.value.hint


@pytest.mark.parametrize(
    ("size", "name"),
    [
        ((210, 297), "A4"),
        ((297, 210), "A4"),
        ((148, 210), "A5"),
        ((215, 330), "Custom.215x330mm"),
        ((330, 215), "Custom.215x330mm"),
        ((80, 143.2), "Custom.80x143mm"),
    ],
)
def test_a_paper_is_asked_for_by_its_size(size, name):
    assert printing.media(size) == name


OFFICE = printing.Printer("L3210", True, ((215.9, 330.2), (210, 297), (215.9, 355.6)), papers=("Folio", "A4", "Legal"))
ROLL = printing.Printer("TM-T82", sizes_mm=((80, 297), (58, 297)), papers=("80x297", "58x297"))
ANY = printing.Printer("LX-310", any_size=True)
LETTER = PrintProfile(SheetKind.LETTER)


def test_a_printer_tells_what_fits_it():
    assert OFFICE.fits((330, 215))
    assert not OFFICE.fits((80, 143))
    assert ANY.fits((80, 143))
    assert printing.Printer("Tua").fits((215, 330))


def test_folio_is_f4_and_legal_is_not():
    only_legal = printing.Printer("P", sizes_mm=((215.9, 355.6),), papers=("Legal",))

    assert OFFICE.papers_like((215, 330)) == ("Folio",)
    assert not only_legal.fits((215, 330))
    assert only_legal.papers_like((215, 330)) == ()


def test_a_roll_takes_what_is_as_wide_and_no_longer():
    assert ROLL.fits((80, 143))
    assert not ROLL.fits((80, 400))
    assert not ROLL.fits((148, 210))


def test_a_sheet_goes_to_the_first_printer_that_knows_its_paper():
    assert printing.choose(LETTER, (215, 330), [ROLL, OFFICE], "Surat 031") is OFFICE
    assert printing.choose(LETTER, (80, 143), [OFFICE, ROLL], "Struk 0419") is ROLL


def test_a_sheet_goes_to_the_printer_of_its_profile():
    assert printing.choose(replace(LETTER, printer="LX-310"), (215, 330), [OFFICE, ANY], "Surat 031") is ANY


def test_no_other_printer_is_taken_in_the_place_of_one_that_is_gone():
    with pytest.raises(PatenError, match="Surat 031 belum tercetak karena printer L5290 tidak ditemukan") as gone:
        printing.choose(replace(LETTER, printer="L5290"), (215, 330), [OFFICE], "Surat 031")

    assert "printer lain untuk Surat di Pengaturan, Printer" in gone.value.hint


def test_a_driver_without_the_paper_is_told_with_the_way_to_teach_it():
    with pytest.raises(PatenError, match=r"printer TM-T82 tidak mengenal kertas F4 \(215 x 330 mm\)") as unknown:
        printing.choose(LETTER, (215, 330), [ROLL], "Surat 031")

    assert unknown.value.hint == printing.paper_hint((215, 330))


def test_a_paper_named_by_the_office_is_believed():
    named = replace(LETTER, printer="TM-T82", paper="F4-kantor")

    assert printing.choose(named, (215, 330), [ROLL], "Surat 031") is ROLL


@on_linux
def test_a_profile_names_copies_tray_and_paper_and_moves_the_sheet(spooler, pdf):
    folder = spooler()
    profile = PrintProfile(SheetKind.LETTER, "L3210", "Folio", "Tray1", 1.5, 0, copies=3)

    printer = printing.print_as(pdf, profile, [OFFICE], "Surat 031")

    asked = (folder / "asked").read_text(encoding="utf-8").split("\n")
    assert printer == "L3210"
    assert asked[:6] == ["-d", "L3210", "-t", "Surat 031", "-n", "3"]
    assert {"media=Folio", "InputSlot=Tray1", "print-scaling=none"} <= set(asked)
    moved = (folder / "paper.pdf").read_bytes()
    assert moved == print_profiles.prepared(pdf, profile) != pdf


@on_linux
def test_a_dot_matrix_printer_gets_its_own_codes_unchanged(spooler):
    folder = spooler()

    printing.print_text(b"\x1b@TANDA TERIMA\r\n\x0c", "LX-310", title="Tanda terima 0419")

    asked = (folder / "asked").read_text(encoding="utf-8").split("\n")
    assert asked[:7] == ["-d", "LX-310", "-t", "Tanda terima 0419", "-o", "raw", "-"]
    assert (folder / "paper.pdf").read_bytes() == b"\x1b@TANDA TERIMA\r\n\x0c"


@on_linux
def test_codes_go_to_the_printer_of_their_profile_once_for_each_copy(spooler):
    folder = spooler()
    profile = PrintProfile(SheetKind.RECEIPT_TEXT, "LX-310", copies=2)

    printer = printing.print_text_as(b"\x1b@\x0c", profile, [OFFICE, ANY], "Tanda terima 0419")

    assert printer == "LX-310"
    assert (folder / "paper.pdf").read_bytes() == b"\x1b@\x0c" * 2


def test_codes_are_not_sent_to_a_printer_that_nobody_named_for_them():
    profile = PrintProfile(SheetKind.RECEIPT_TEXT)

    with pytest.raises(PatenError, match="printer dot matrix belum dipilih") as refused:
        printing.print_text_as(b"\x1b@", profile, [OFFICE, ANY], "Tanda terima 0419")

    assert "Pengaturan, Printer" in refused.value.hint


@on_linux
def test_a_computer_with_one_printer_needs_no_profile_for_codes(spooler):
    folder = spooler()

    profile = PrintProfile(SheetKind.RECEIPT_TEXT)

    assert printing.print_text_as(b"\x1b@", profile, [ROLL], "Tanda terima 0419") == "TM-T82"
    assert (folder / "paper.pdf").read_bytes() == b"\x1b@"


def test_without_any_printer_the_codes_have_no_way_out_either():
    with pytest.raises(PatenError, match="belum punya printer"):
        printing.print_text_as(b"\x1b@", PrintProfile(SheetKind.RECEIPT_TEXT), [], "Tanda terima 0419")


def test_where_the_system_passes_no_codes_on_another_sheet_is_offered(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")

    with pytest.raises(PatenError, match="Windows tidak meneruskan") as refused:
        printing.print_text(b"\x1b@", "LX-310", title="Tanda terima 0419")

    assert "A5 atau setengah F4" in refused.value.hint


@on_linux
def test_the_job_is_known_by_the_name_that_the_spooler_gives_it(tmp_path, monkeypatch, pdf):
    (tmp_path / "lp").write_text("#!/bin/sh\ncat > /dev/null\necho 'request id is L3210-7 (0 file(s))'\n")
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert printing.print_pdf(pdf, "L3210", title="Surat 031") == "L3210-7"


def test_printers_are_listed_without_failing(qapp):
    assert all(isinstance(each, printing.Printer) for each in printing.printers())


def test_a_file_is_written_whole_or_not_at_all(tmp_path, pdf):
    printing.write_pdf(pdf, tmp_path / "surat.pdf")
    assert (tmp_path / "surat.pdf").read_bytes() == pdf

    with pytest.raises(PatenError, match=r"surat\.pdf belum tersimpan"):
        printing.write_pdf(pdf, tmp_path / "tidak ada" / "surat.pdf")

    assert [each.name for each in tmp_path.iterdir()] == ["surat.pdf"]


def test_a_pdf_is_saved_where_the_user_says(qtbot, answering, tmp_path, pdf):
    answering(lambda dialog: dialog.accept())

    saved = printing.save_pdf(pdf, tmp_path / "surat.pdf")

    assert saved == tmp_path / "surat.pdf"
    assert saved.read_bytes() == pdf


@pytest.mark.skipif(bool(printing.printers()), reason="this computer has a printer")
def test_without_a_printer_the_paper_is_named_and_another_way_told(qtbot, tasks):
    done = []

    with qtbot.captureExceptions() as caught:
        printing.print_made(tasks, lambda: b"%PDF", "Surat 0444/PATEN/2026", done.append)
        tasks.wait()

    assert "Surat 0444/PATEN/2026 belum tercetak" in caught[0][1].message
    assert "Simpan sebagai PDF" in caught[0][1].hint
    assert done == []

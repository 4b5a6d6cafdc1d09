import os
import sys

import pytest
from PySide6.QtPrintSupport import QPrinter

from paten_desk.domain.errors import PatenError
from paten_desk.ui import printing
from paten_desk.ui.pdf import page_sizes
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
    assert asked[:6] == ["-d", "L3210", "-n", "2", "-t", "Tanda terima 0419"]
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


def test_where_no_spooler_takes_a_pdf_it_is_painted_at_its_true_size(qapp, tmp_path, pdf):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    printer.setResolution(150)

    printing.paint_on(printer, pdf, "Surat 031")

    painted = (tmp_path / "kertas.pdf").read_bytes()
    assert page_sizes(painted)[0] == pytest.approx(page_sizes(pdf)[0], abs=1)


def test_a_lying_page_is_painted_lying(qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    printer.setResolution(72)

    printing.paint_on(printer, a_pdf(2, 330, 215), "Buku register")

    sizes = page_sizes((tmp_path / "kertas.pdf").read_bytes())
    assert len(sizes) == 2
    assert all(size == pytest.approx((330, 215), abs=2) for size in sizes)


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


def test_a_printer_tells_what_fits_it():
    office = printing.Printer("L3210", sizes_mm=((215.9, 330.2), (210, 297)))
    strip = printing.Printer("TM-T82", any_size=True)

    assert office.fits((330, 215))
    assert not office.fits((80, 143))
    assert strip.fits((80, 143))
    assert printing.Printer("Tua").fits((215, 330))


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

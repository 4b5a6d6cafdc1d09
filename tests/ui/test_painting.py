import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from paten_desk.domain.errors import PatenError
from paten_desk.ui import painting
from paten_desk.ui.pdf import page_sizes, render
from tests.ui.gallery import a_pdf


@pytest.fixture
def printer(qapp, tmp_path):
    """A printer whose paper is a PDF in the test's folder."""

    def make(dpi):
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "kertas.pdf"))
        made.setResolution(dpi)
        return made

    return make


def test_where_no_spooler_takes_a_pdf_it_is_painted_at_its_true_size(printer, tmp_path):
    pdf = a_pdf(1)

    painting.paint_on(printer(150), pdf, "Surat 031")

    painted = (tmp_path / "kertas.pdf").read_bytes()
    assert page_sizes(painted)[0] == pytest.approx(page_sizes(pdf)[0], abs=1)


def test_a_lying_page_is_painted_lying(printer, tmp_path):
    painting.paint_on(printer(72), a_pdf(2, 330, 215), "Buku register")

    sizes = page_sizes((tmp_path / "kertas.pdf").read_bytes())
    assert len(sizes) == 2
    assert all(size == pytest.approx((330, 215), abs=2) for size in sizes)


def test_a_page_painted_in_strips_looks_like_the_page(printer, tmp_path):
    pdf = a_pdf(1)

    painting.paint_on(printer(300), pdf, "Surat 031")

    made = render(pdf, 0, 50)
    painted = render((tmp_path / "kertas.pdf").read_bytes(), 0, 50)
    wide, high = min(made.width(), painted.width()), min(made.height(), painted.height())
    dark = [
        (made.pixelColor(x, y).lightness() < 128, painted.pixelColor(x, y).lightness() < 128)
        for x in range(wide)
        for y in range(high)
    ]
    assert sum(one for one, _ in dark) > 100
    assert sum(one != other for one, other in dark) < len(dark) / 100


def test_other_paper_than_the_sheets_own_is_noticed():
    def taken(width, height):
        paper = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter)
        return QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))

    assert not painting.is_other_paper(taken(215.9, 330.2), (215, 330))
    assert painting.is_other_paper(taken(215.9, 355.6), (215, 330))
    assert painting.is_other_paper(taken(210, 297), (215, 330))
    assert not painting.is_other_paper(painting.layout((330, 215)), (330, 215))


def test_a_printer_that_stops_between_two_pages_has_not_printed(qapp, tmp_path):
    class Stopping(QPrinter):
        def newPage(self):
            return False

    printer = Stopping(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    printer.setResolution(72)

    with pytest.raises(PatenError, match="belum tercetak seluruhnya"):
        painting.paint_on(printer, a_pdf(2), "Surat 031")

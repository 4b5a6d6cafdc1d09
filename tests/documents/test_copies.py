from io import BytesIO

from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from paten_desk.documents import copies


def a_pdf(pages=2):
    out = BytesIO()
    canvas = Canvas(out, pagesize=(609.45, 935.43))
    for page in range(pages):
        canvas.drawString(100, 500, f"Isi surat halaman {page + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_every_page_carries_the_mark_and_its_own_words():
    marked = PdfReader(BytesIO(copies.mark(a_pdf(), 3)))

    for number, page in enumerate(marked.pages, 1):
        words = page.extract_text()
        assert "SALINAN 3" in words
        assert f"Isi surat halaman {number}" in words


def test_the_paper_keeps_its_size_and_the_original_its_bytes():
    original = a_pdf(1)
    before = bytes(original)

    box = PdfReader(BytesIO(copies.mark(original, 1))).pages[0].mediabox

    assert original == before
    assert (float(box.width), float(box.height)) == (609.45, 935.43)

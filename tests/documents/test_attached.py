from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from paten_desk.documents.attached import drawn_pages
from paten_desk.domain.errors import PatenError


def a_pdf(pages=2):
    out = BytesIO()
    canvas = Canvas(out, pagesize=(609, 935))
    for at in range(pages):
        canvas.drawString(100, 800, f"Formulir F-1.02 halaman {at + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def with_everything_that_acts():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(a_pdf())))
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('halo')")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): DictionaryObject(action)})
    writer.add_attachment("data.txt", b"rahasia")
    writer.add_annotation(0, Link(rect=(0, 0, 100, 100), url="https://contoh.example"))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_pages_come_back_as_they_were_drawn(look):
    pdf, pages = drawn_pages(a_pdf())

    read = look(pdf)
    assert pages == len(read) == 2
    assert read.text() == "Formulir F-1.02 halaman 1 Formulir F-1.02 halaman 2"
    assert read.size_mm() == (214.8, 329.8)


def test_scripts_links_and_enclosed_files_do_not_come_along():
    pdf, pages = drawn_pages(with_everything_that_acts())

    reader = PdfReader(BytesIO(pdf))
    assert pages == 2
    assert set(reader.root_object) <= {"/Type", "/Pages"}
    assert all("/Annots" not in page and "/AA" not in page for page in reader.pages)
    for trace in (b"JavaScript", b"EmbeddedFile", b"contoh.example"):
        assert trace not in pdf


def test_the_same_form_gives_the_same_bytes():
    pdf = a_pdf()

    assert drawn_pages(pdf) == drawn_pages(pdf)


def test_a_locked_pdf_is_refused():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(a_pdf())))
    writer.encrypt("rahasia", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)

    with pytest.raises(PatenError, match="terkunci"):
        drawn_pages(out.getvalue())


def test_a_book_is_no_form():
    with pytest.raises(PatenError, match="21 halaman"):
        drawn_pages(a_pdf(21))


@pytest.mark.parametrize("pdf", [b"%PDF-1.7", b"%PDF-1.7\n" + bytes(500), a_pdf()[:200], b"halo", b""])
def test_a_damaged_pdf_is_refused_in_a_sentence(pdf):
    with pytest.raises(PatenError, match=r"rusak|0 halaman"):
        drawn_pages(pdf)


@pytest.mark.parametrize("at", range(0, 1500, 90))
def test_a_pdf_with_a_spoilt_place_is_refused_or_taken_and_never_stops_the_program(at):
    pdf = bytearray(a_pdf())
    pdf[at % len(pdf) : at % len(pdf) + 8] = b"\x00<<[/9 0"

    with suppress(PatenError):
        assert drawn_pages(bytes(pdf))[1] in (1, 2)

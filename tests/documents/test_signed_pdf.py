from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from paten_desk.documents import letter, signed_pdf
from paten_desk.domain.errors import PatenError


def signed(pdf, covers=True):
    """Put a signature field into a PDF, as a signing service does; without `covers` an empty one."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    value = DictionaryObject({NameObject("/Type"): NameObject("/Sig"), NameObject("/Contents"): ByteStringObject(b"0")})
    if covers:
        value[NameObject("/ByteRange")] = ArrayObject([NumberObject(at) for at in (0, 10, 20, 10)])
    field = {NameObject("/FT"): NameObject("/Sig"), NameObject("/T"): TextStringObject("Tanda1")}
    made = writer._add_object(DictionaryObject(field | {NameObject("/V"): writer._add_object(value)}))
    form = DictionaryObject({NameObject("/Fields"): ArrayObject([made])})
    writer._root_object[NameObject("/AcroForm")] = writer._add_object(form)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_signed_pdf_says_how_many_signatures_and_what_stands_on_it(a_letter):
    looked = signed_pdf.look(signed(letter.render(a_letter())))

    assert (looked.pages, looked.signatures) == (1, 1)
    assert "KECAMATAN CONTOH" in looked.words


def test_a_field_that_covers_nothing_is_no_signature(a_letter):
    assert signed_pdf.look(letter.render(a_letter())).signatures == 0
    assert signed_pdf.look(signed(letter.render(a_letter()), covers=False)).signatures == 0


def test_what_cannot_be_read_is_refused_in_words(a_letter):
    locked = PdfWriter(clone_from=PdfReader(BytesIO(letter.render(a_letter()))))
    locked.encrypt("rahasia", algorithm="RC4-128")
    out = BytesIO()
    locked.write(out)

    for pdf, words in (
        (b"bukan", "rusak"),
        (signed(letter.render(a_letter()))[:300], "rusak"),
        (out.getvalue(), "terkunci"),
        (b"%PDF-1.7" + b"0" * signed_pdf.MOST_BYTES, "10 MB"),
    ):
        with pytest.raises(PatenError, match=words):
            signed_pdf.look(pdf)

import pytest

from paten_desk.domain.attachments import MOST_BYTES, NAME_LENGTH, check, check_reason

PDF = b"%PDF-1.7 ..."


def test_a_named_pdf_is_taken():
    assert check("Formulir F-1.02", PDF) == []


@pytest.mark.parametrize(
    ("name", "pdf", "field"),
    [
        (" ", PDF, "name"),
        ("x" * (NAME_LENGTH + 1), PDF, "name"),
        ("Formulir", b"PK\x03\x04", "pdf"),
        ("Formulir", PDF + bytes(MOST_BYTES), "pdf"),
    ],
)
def test_what_cannot_be_given_out_is_named_by_its_field(name, pdf, field):
    assert [problem.field for problem in check(name, pdf)] == [field]


def test_why_a_form_is_retired_must_be_told():
    assert [problem.field for problem in check_reason("  ")] == ["reason"]
    assert check_reason("Diganti") == []

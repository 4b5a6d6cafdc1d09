from dataclasses import replace

import pytest

from paten_desk.domain.numbering import SequenceScope
from paten_desk.domain.workflow import Status
from paten_desk.usecases import number_lines
from tests.builders import a_request


def test_the_books_of_an_office_are_named_begun_or_not(context):
    a_request(context, Status.READY, serial=1)

    found = {held.book: held for held in number_lines.books(context, 2026)}

    assert (found["request"].title, found["request"].last) == ("Nomor pendaftaran", 1)
    assert (found["letter"].title, found["letter"].last) == ("Nomor surat", 1)
    assert (found["register:Register Ahli Waris"].title, found["register:Register Ahli Waris"].last) == (
        "Register Ahli Waris",
        0,
    )
    assert {held.last for held in number_lines.books(context, 2025)} == {0}


@pytest.mark.parametrize(
    ("scope", "classification", "book", "title"),
    [
        (SequenceScope.ALL_MAIL, "2022", "mail", "Nomor surat masuk dan keluar"),
        (SequenceScope.PER_SERVICE, "2022", "letter:SKTM", "Nomor surat Surat Keterangan Tidak Mampu"),
        (SequenceScope.PER_CLASS, "2022", "letter:400.9.14", "Nomor surat 400.9.14"),
        (SequenceScope.PER_CLASS, "old", "letter:401", "Nomor surat 401"),
    ],
)
def test_the_books_follow_the_offices_scope(context, scope, classification, book, title):
    office = replace(context.office, letter_scope=scope, classification=classification)
    found = {held.book: held.title for held in number_lines.books(context.with_office(office), 2026)}

    assert found[book] == title
    assert "letter" not in found

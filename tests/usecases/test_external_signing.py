from dataclasses import replace

import pytest

from paten_desk.domain.errors import PatenError, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Status
from paten_desk.store import archive, journal
from paten_desk.usecases import checks, external_signing, letter_prints, letters, revoking
from tests.builders import a_request
from tests.documents.test_signed_pdf import signed
from tests.usecases.test_letters import text_of
from tests.usecases.test_number_book import second


@pytest.fixture
def issued(context):
    return a_request(context, Status.READY)


def test_a_signed_pdf_becomes_the_letter_and_the_issued_one_stays(context, issued):
    original = letters.original(context, issued.id)
    pdf = signed(original)

    made = external_signing.file_signed(context, issued.id, pdf)

    assert letters.preview(context, issued.id) == pdf
    assert letters.original(context, issued.id) == original
    assert archive.get(made.final, 2026) == pdf
    assert checks.check(context).findings == ()


def test_the_check_looks_for_both_papers(context, issued):
    made = external_signing.file_signed(context, issued.id, signed(letters.original(context, issued.id)))
    named = checks.named([record[2] for record in journal.stored(journal.head().ledger)])

    assert (2026, made.final) in named
    assert (2026, made.document) in named


@pytest.mark.parametrize("what", ["unsigned", "other", "broken"])
def test_what_is_not_this_letter_signed_is_refused_and_nothing_changes(context, issued, what):
    other = a_request(context, Status.READY, serial=2)
    pdf = {
        "unsigned": letters.original(context, issued.id),
        "other": signed(letters.original(context, other.id)),
        "broken": b"%PDF-1.4 rusak",
    }[what]

    with pytest.raises(PatenError):
        external_signing.file_signed(context, issued.id, pdf)

    assert journal.load(Letter, issued.letter).final == ""


def test_only_an_issued_letter_that_counts_takes_one(context, issued):
    pdf = signed(letters.original(context, issued.id))
    with pytest.raises(WrongStatus):
        external_signing.file_signed(context, a_request(context, Status.DRAFTED, serial=3).id, pdf)

    revoking.revoke(context, issued.id, "keliru", second(context, Right.REVOKE))
    with pytest.raises(WrongStatus):
        external_signing.file_signed(context, issued.id, pdf)


def test_copies_are_made_of_the_signed_one(context, issued):
    external_signing.file_signed(context, issued.id, signed(letters.original(context, issued.id)))

    assert "SALINAN 1" in text_of(letter_prints.copy(context, issued.id))


def test_a_number_that_only_ends_like_the_letters_own_is_another_letter(context):
    context = context.with_office(replace(context.office, letter_pattern="{seq}/KEC/{year}"))
    first, *_, eleventh = [a_request(context, Status.READY, serial=serial) for serial in range(1, 12)]

    with pytest.raises(PatenError, match="bukan surat nomor 1/KEC/2026"):
        external_signing.file_signed(context, first.id, signed(letters.original(context, eleventh.id)))

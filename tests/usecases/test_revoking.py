from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid, NoRight, WrongStatus
from paten_desk.domain.letters import Letter, LetterState
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import checks, letter_prints, letters, number_book, number_lines, revoking, work
from tests.builders import a_request, with_officials
from tests.usecases.test_letters import text_of
from tests.usecases.test_number_book import second


@pytest.fixture
def head(context):
    return second(context, Right.REVOKE)


def letter_of(request):
    return journal.load(Letter, journal.load(Request, request.id).letter)


def issue_again(context, made):
    """Walk a replacement to its issue with the officials that are there."""
    while made.status is not Status.READY:
        action = work.actions(context, made)[0]
        if action is Action.DRAFT:
            made = letters.draft(context, made.id)
        elif action is Action.SIGN:
            made = letters.sign(context, made.id, letters.signers(context, made.id)[0][0])
        elif action is Action.MAKE_READY:
            made = letters.issue(context, made.id)
        else:
            made = work.act(context, made.id, action)
    return made


def test_a_revoked_letter_keeps_its_number_and_its_paper_under_the_mark(context, head):
    ready = a_request(context, Status.READY)
    original = letters.original(context, ready.id)

    made = revoking.revoke(context, ready.id, "ada kekeliruan nama", head)

    assert (made.state, made.personal.reason) == (LetterState.REVOKED, "ada kekeliruan nama")
    assert letters.original(context, ready.id) == original
    assert "DICABUT" in text_of(letters.preview(context, ready.id))
    assert "DICABUT" in text_of(letter_prints.copy(context, ready.id))
    assert letters.register(context)[0].state == "revoked"
    assert checks.check(context).findings == ()


def test_a_letter_is_revoked_once_and_only_after_it_was_issued(context, head):
    with pytest.raises(WrongStatus, match="belum diterbitkan"):
        revoking.revoke(context, a_request(context, Status.SIGNED).id, "keliru", head)

    ready = a_request(context, Status.READY, serial=2)
    revoking.revoke(context, ready.id, "keliru", head)
    with pytest.raises(WrongStatus, match="sudah DICABUT"):
        revoking.revoke(context, ready.id, "keliru", head)


def test_nobody_revokes_alone_or_without_a_reason(context, head):
    ready = a_request(context, Status.READY)

    with pytest.raises(NoRight):
        revoking.revoke(context, ready.id, "keliru", None)
    with pytest.raises(Invalid):
        revoking.revoke(context, ready.id, "  ", head)
    with pytest.raises(Invalid):
        revoking.replace_letter(context, ready.id, "", head)


def test_a_replaced_letter_counts_until_the_new_one_is_issued_and_both_name_each_other(context, head):
    old = a_request(context, Status.READY)

    new = revoking.replace_letter(context, old.id, "nama salah ketik", head)
    assert (new.status, new.number) == (Status.ACCEPTED, "0002/PATEN/2026")
    assert letter_of(old).state is LetterState.VALID

    new = issue_again(context, new)
    before, after = letter_of(old), letter_of(new)
    assert (before.state, after.state) == (LetterState.REPLACED, LetterState.VALID)
    assert revoking.links(before) == (None, after)
    assert revoking.links(after)[0] == before
    assert f"Surat ini menggantikan surat Nomor {before.number}" in text_of(letters.original(context, new.id))
    assert "DIGANTI" in text_of(letters.preview(context, old.id))
    assert checks.check(context).findings == ()


def test_a_letter_is_not_replaced_twice_at_once(context, head):
    old = a_request(context, Status.READY)
    new = revoking.replace_letter(context, old.id, "salah", head)

    with pytest.raises(WrongStatus, match="sedang diganti"):
        revoking.replace_letter(context, old.id, "salah lagi", head)

    work.act(context, new.id, Action.CANCEL, "tidak jadi")
    assert revoking.replace_letter(context, old.id, "salah lagi", head).status is Status.ACCEPTED


def test_a_letter_revoked_meanwhile_stays_revoked(context, head):
    old = a_request(context, Status.READY)
    new = revoking.replace_letter(context, old.id, "salah", head)
    revoking.revoke(context, old.id, "dicabut saja", head)

    issue_again(context, new)

    assert letter_of(old).state is LetterState.REVOKED


def test_a_void_number_marks_its_letter(context):
    ready = a_request(context, Status.READY)
    letter = letter_of(ready)

    number_book.void(context, "letter", 2026, letter.serial, "nomor ganda", second(context))

    assert letter_of(ready).state is LetterState.VOIDED
    assert "BATAL" in text_of(letters.preview(context, ready.id))
    assert checks.check(context).findings == ()


def test_a_letter_not_yet_issued_whose_number_is_void_is_numbered_anew(context):
    context = context.with_office(replace(context.office, number_at_print=True))
    signed = a_request(context, Status.SIGNED)
    first = letters.number(context, signed.id)
    number_book.void(context, "letter", 2026, first.serial, "kertas rusak", second(context))

    ready = letters.issue(context, signed.id)

    assert letter_of(ready).serial == first.serial + 1
    lines = number_lines.book(context, "letter", 2026)
    assert [line.state.value for line in lines] == ["voided", "used"]
    assert checks.check(context).findings == ()


def test_the_void_number_of_a_request_marks_no_letter(context):
    ready = a_request(context, Status.READY)

    number_book.void(context, "request", 2026, ready.serial, "nomor ganda", second(context))

    assert letter_of(ready).state is LetterState.VALID


def test_the_replacement_is_signed_by_who_is_in_office_now(context, head):
    old = a_request(context, Status.READY)
    with_officials(context)
    new = issue_again(context, revoking.replace_letter(context, old.id, "salah", head))

    assert letter_of(new).official in dict(letters.signers(context, new.id))


def test_the_signer_reads_what_is_replaced_before_signing(context, head):
    old = a_request(context, Status.READY)
    number = letter_of(old).number

    new = revoking.replace_letter(context, old.id, "nama salah ketik", head)

    assert f"Surat ini menggantikan surat Nomor {number}" in text_of(letters.preview(context, new.id))


def test_a_countersignature_that_replaces_another_calls_it_a_sheet(context, head):
    old = a_request(context, Status.READY, "SKAW")

    new = issue_again(context, revoking.replace_letter(context, old.id, "salah tanggal", head))

    words = text_of(letters.original(context, new.id))
    assert f"Lembar ini menggantikan lembar Nomor {letter_of(old).number}" in words

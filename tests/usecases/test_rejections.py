from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid, NoRight, WrongStatus
from paten_desk.domain.letters import Letter, LetterState
from paten_desk.domain.roles import Right, Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import checks, letter_prints, letters, number_book, number_lines, rejections, revoking, work
from tests.builders import a_request, with_officials
from tests.usecases.test_letters import text_of
from tests.usecases.test_number_book import second

GROUND = "Pasal 5 Peraturan Bupati Contoh Raya Nomor 1 Tahun 2026."


def refused(context, code="SKTM", serial=1):
    made = a_request(context, Status.ACCEPTED, code, serial)
    return work.act(context, made.id, Action.REJECT, "pemohon bukan penduduk kecamatan ini.")


def test_a_refusal_has_a_number_a_reason_a_ground_and_the_right_to_object(context):
    camat = with_officials(context)
    made = rejections.issue(context, refused(context).id, GROUND, camat)

    letter = journal.load(Letter, made.letter)
    words = text_of(letters.original(context, made.id))
    assert letter.number == "400.9.14/001/KEC-CTH/XI/2026"
    assert letter.number in words
    assert "dengan alasan pemohon bukan penduduk kecamatan ini." in words
    assert "Peraturan Bupati Contoh Raya Nomor 1 Tahun 2026." in words
    assert "21 (dua puluh satu) hari kerja" in words
    assert "CAMAT CONTOH" in words
    assert letter.valid_until is None
    assert number_lines.holes(number_lines.book(context, "letter", 2026)) == []
    assert checks.check(context).findings == ()


def test_the_draft_is_marked_and_takes_no_number(context):
    words = text_of(rejections.draft(context, refused(context).id, GROUND))

    assert "KONSEP" in words
    assert number_lines.book(context, "letter", 2026) == []


def test_a_service_without_a_letter_of_its_own_is_refused_in_writing_too(context):
    with_officials(context)
    made = refused(context, "RKTP")

    signers = rejections.signers(context, made.id)
    told = rejections.issue(context, made.id, GROUND, signers[1][0])

    assert len(signers) == 2
    assert "a.n. CAMAT CONTOH" in text_of(letters.preview(context, told.id))


def test_only_what_was_refused_gets_it_and_only_once(context):
    camat = with_officials(context)
    accepted = a_request(context, serial=2)
    with pytest.raises(WrongStatus):
        rejections.issue(context, accepted.id, GROUND, camat)

    made = refused(context)
    assert rejections.is_wanted(made)
    told = rejections.issue(context, made.id, GROUND, camat)
    assert not rejections.is_wanted(told)
    with pytest.raises(WrongStatus, match="Muat ulang"):
        rejections.issue(context, made.id, GROUND, camat)


def test_without_a_ground_or_a_right_nothing_is_issued(context):
    camat = with_officials(context)
    made = refused(context)

    with pytest.raises(Invalid):
        rejections.issue(context, made.id, " ", camat)
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))
    with pytest.raises(NoRight):
        rejections.issue(clerk, made.id, GROUND, camat)
    assert number_lines.book(context, "letter", 2026) == []


def test_a_refusal_is_copied_and_carries_its_proof(context):
    from paten_desk.usecases import proofs, setup
    from tests.conftest import KEY

    setup.make_secrets(context.data, KEY)
    camat = with_officials(context)
    made = rejections.issue(context, refused(context).id, GROUND, camat)

    assert "SALINAN 1" in text_of(letter_prints.copy(context, made.id))
    assert proofs.verify(context, journal.load(Letter, made.letter).proof).request == made.id


def test_a_wrong_refusal_is_replaced_by_a_right_one(context):
    camat = with_officials(context)
    old = rejections.issue(context, refused(context).id, GROUND, camat)
    new = revoking.replace_letter(context, old.id, "dasar hukumnya salah", second(context, Right.REVOKE))

    work.act(context, new.id, Action.REJECT, "pemohon bukan penduduk kecamatan ini.")
    new = rejections.issue(context, new.id, "Pasal 6", camat)

    before, after = (journal.load(Letter, each.letter) for each in (old, new))
    assert (before.state, after.replaces) == (LetterState.REPLACED, before.id)
    assert before.number in text_of(letters.original(context, new.id))
    assert checks.check(context).findings == ()


def test_refusing_a_replacement_leaves_the_letter_that_was_to_be_replaced(context):
    old = a_request(context, Status.READY)
    new = revoking.replace_letter(context, old.id, "warga minta diubah", second(context, Right.REVOKE))

    work.act(context, new.id, Action.REJECT, "datanya sudah benar")
    new = rejections.issue(context, new.id, GROUND, rejections.signers(context, new.id)[0][0])

    assert journal.load(Letter, old.letter).state is LetterState.VALID
    assert journal.load(Letter, new.letter).replaces == ""


def test_a_refusal_whose_number_is_void_is_written_anew(context):
    camat = with_officials(context)
    made = rejections.issue(context, refused(context).id, GROUND, camat)
    old = journal.load(Letter, made.letter)
    number_book.void(context, "letter", 2026, old.serial, "nomor ganda", second(context))

    again = rejections.issue(context, made.id, GROUND, camat)

    assert journal.load(Letter, again.letter).serial == old.serial + 1
    assert journal.load(Letter, old.id).state is LetterState.VOIDED
    assert checks.check(context).findings == ()

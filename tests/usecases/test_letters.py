from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.errors import NoRight, PatenError, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.officials import Official
from paten_desk.domain.roles import Right, Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import connection, journal, numbers
from paten_desk.store.connection import transaction
from paten_desk.usecases import (
    corrections,
    letter_prints,
    letters,
    officials,
    rejections,
    requests,
    revoking,
    services,
    work,
)
from tests.builders import a_request, a_visit, with_officials
from tests.usecases.test_number_book import second


def text_of(pdf):
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages)


def test_a_draft_is_marked_konsep_and_has_no_number(context):
    made = a_request(context, Status.DRAFTED)

    words = text_of(letters.preview(context, made.id))

    assert "KONSEP" in words
    assert "SURAT KETERANGAN TIDAK MAMPU" in words
    assert numbers.last("letter", 2026) == 0


def test_the_number_comes_after_the_signature_and_the_letter_is_stored_for_ever(context):
    signed = a_request(context, Status.SIGNED)
    assert numbers.last("letter", 2026) == 0

    ready = letters.issue(context, signed.id)
    words = text_of(letters.original(context, ready.id))

    assert "400.9.14/001/KEC-CTH/XI/2026" in words
    assert "CAMAT CONTOH" in words
    assert "KONSEP" not in words


def test_a_reprint_is_the_same_letter_under_the_mark_of_a_copy(context):
    ready = a_request(context, Status.READY)
    original = letters.original(context, ready.id)

    first = letter_prints.copy(context, ready.id)
    second = letter_prints.copy(context, ready.id, "hilang di jalan")

    assert letters.original(context, ready.id) == original
    assert "SALINAN 1" in text_of(first)
    assert "SALINAN 2" in text_of(second)
    assert text_of(first).replace("SALINAN 1", "").split() == text_of(original).split()


def test_old_letters_keep_their_official_and_their_text(context):
    ready = a_request(context, Status.READY)
    original = letters.original(context, ready.id)
    camat = journal.load(Letter, ready.letter).official
    from paten_desk.domain.officials import Official

    with transaction():
        held = journal.load(Official, camat)
        journal.record(context.stamp(), "corrected", replace(held, personal=replace(held.personal, name="CAMAT BARU")))

    assert letters.original(context, ready.id) == original
    assert "CAMAT BARU" not in text_of(letter_prints.copy(context, ready.id))


@pytest.mark.parametrize("code", ["RKTP", "CKTP", "DNIB"])
def test_a_service_without_paper_prints_none(context, code):
    made = a_request(context, Status.READY, code)

    for verb in (letters.preview, letters.number, letters.original, letters.draft):
        with pytest.raises(WrongStatus):
            verb(context, made.id)


@pytest.mark.parametrize("code", ["LFC", "LSKD", "LKUA", "LPNS", "SKAW", "SPPF", "SPHT"])
def test_a_countersignature_draws_from_a_register_and_never_from_the_letter_book(context, code):
    made = a_request(context, Status.READY, code)

    letter = journal.load(Letter, made.letter)
    assert letter.book.startswith("register:")
    assert letter.number.startswith("001/REG/")
    assert numbers.last("letter", 2026) == 0
    with pytest.raises(WrongStatus):
        letters.draft(context, made.id)


def test_every_open_service_gives_the_paper_of_its_kind_and_no_other(context):
    for serial, (code, service) in enumerate(sorted(services.catalogue(context).items()), 1):
        if not service.offered:
            continue
        made = a_request(context, Status.READY, code, serial)
        if service.output is OutputKind.NONE:
            assert made.letter == ""
            continue
        words = text_of(letters.original(context, made.id))
        number = journal.load(Letter, made.letter).number
        assert number in words, code
        assert "...." not in words or code in ("SKAW", "SPPF", "SPHT"), code
        assert ("/REG/" in number) == (service.output is OutputKind.COUNTERSIGN), code


def test_at_print_mode_gives_the_number_to_the_draft(context):
    context = context.with_office(replace(context.office, number_at_print=True))
    made = a_request(context, Status.DRAFTED)

    letter = letters.number(context, made.id)

    assert letter.number.startswith("400.9.14/001/")
    assert letters.number(context, made.id).number == letter.number


def test_before_its_time_a_number_is_refused_and_not_burnt(context):
    made = a_request(context, Status.DRAFTED)

    with pytest.raises(WrongStatus, match="belum dapat diberikan"):
        letters.number(context, made.id)

    assert numbers.last("letter", 2026) == 0


def test_a_letter_with_an_empty_blank_is_not_signed_and_gets_no_number(context):
    camat = with_officials(context)
    draft = a_visit(context, "SKDU")
    asked = replace(draft.requests[0], fields={})
    (made,) = requests.register(context, replace(draft, requests=(asked,)))
    work.act(context, made.id, Action.VERIFY)
    work.act(context, made.id, Action.FIELD_CHECK, "usahanya berjalan")
    letters.draft(context, made.id)
    work.act(context, made.id, Action.INITIAL_SECTION)
    work.act(context, made.id, Action.INITIAL_SECRETARY)

    with pytest.raises(PatenError, match="belum terisi"):
        letters.sign(context, made.id, camat)

    assert numbers.last("letter", 2026) == 0
    assert requests.load(context, made.id).status is Status.INITIALLED_SECRETARY


def test_an_official_who_may_not_sign_this_service_is_refused(context):
    made = a_request(context, Status.INITIALLED_SECRETARY, "RPIB")
    with_officials(context)
    chosen = [identity for identity, words in letters.signers(context, made.id)]
    assert len(chosen) == 1

    from paten_desk.usecases import officials

    other = next(held.id for held in officials.officials(context) if held.id not in chosen)
    with pytest.raises(NoRight, match="tidak berwenang"):
        letters.sign(context, made.id, other)


def test_a_power_cut_after_the_number_and_before_the_print_leaves_the_letter_to_print(context, tmp_path):
    from paten_desk.store import archive
    from tests.conftest import KEY

    ready = a_request(context, Status.READY)
    number = journal.load(Letter, ready.letter).number
    archive.close()
    connection.close()

    connection.open_file(tmp_path / "paten.db", KEY)
    archive.open_at(tmp_path, KEY)

    assert number in text_of(letters.original(context, ready.id))
    assert numbers.last("letter", 2026) == 1


def test_the_register_shows_the_newest_letter_first(context):
    a_request(context, Status.READY, serial=1)
    a_request(context, Status.READY, serial=2)

    rows = letters.register(context)

    assert [row.number.split("/")[1] for row in rows] == ["002", "001"]
    assert letters.register(context, rows[-1]) == []


def test_a_dossier_goes_along_with_a_letter_that_refers_to_another_office(context):
    referral = text_of(letters.preview(context, a_request(context, Status.DRAFTED, "PKK").id))
    answer = text_of(letters.preview(context, a_request(context, Status.DRAFTED, "PINF", 2).id))

    assert "Lampiran : 1 (satu) berkas" in referral
    assert "Lampiran : - " in answer


def test_who_does_not_work_here_prints_nothing(context):
    made = a_request(context, Status.READY)
    hall = replace(context, user=replace(context.user, roles=(Role.KABUPATEN,)))

    for act in (letter_prints.record, letter_prints.copy):
        with pytest.raises(NoRight):
            act(hall, made.id)


def test_who_works_on_other_services_changes_no_letter_of_this_one(context):
    made, drafted = a_request(context, Status.READY), a_request(context, Status.DRAFTED, serial=2)
    refused = work.act(context, a_request(context, serial=3).id, Action.REJECT, "bukan penduduk")
    signer = rejections.signers(context, refused.id)[0][0]
    consent = second(context, Right.REVOKE)
    other = replace(context, user=replace(context.user, services=("PSKCK",)))

    for act in (
        lambda: revoking.revoke(other, made.id, "keliru", consent),
        lambda: revoking.replace_letter(other, made.id, "keliru", consent),
        lambda: letters.number(other, made.id),
        lambda: corrections.correct(other, drafted.id, corrections.answers_of(drafted)),
        lambda: rejections.issue(other, refused.id, "Pasal 5", signer),
    ):
        with pytest.raises(NoRight, match="tidak bertugas pada layanan"):
            act()


def test_nothing_is_issued_under_the_name_of_somebody_who_has_left(context):
    signed = a_request(context, Status.SIGNED)
    officials.end(context, work.letter_of(signed).official)

    with pytest.raises(WrongStatus, match="sudah tidak menjabat"):
        letters.issue(context, signed.id)
    assert numbers.last("letter", 2026) == 0

    letters.sign_again(context, signed.id, letters.signers(context, signed.id)[0][0])
    assert "SEKCAM CONTOH" in text_of(letters.original(context, letters.issue(context, signed.id).id))
    with pytest.raises(WrongStatus, match="tidak perlu"):
        letters.sign_again(context, signed.id, letters.signers(context, signed.id)[0][0])


def test_an_official_whose_words_were_mended_still_signs(context):
    signed = a_request(context, Status.SIGNED)
    held = journal.load(Official, work.letter_of(signed).official)
    officials.assign(context, replace(held, personal=replace(held.personal, rank="Pembina (IV/a)")))

    assert letters.issue(context, signed.id).status is Status.READY

from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.errors import Invalid, NoRight, PatenError, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.roles import Right, Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import approvals, corrections, letters, people, requests, services
from tests.builders import a_request, a_user, with_officials
from tests.usecases.test_letters import text_of
from tests.usecases.test_number_book import second


def test_the_konsep_follows_a_correction_and_the_record_keeps_both(context):
    made = a_request(context, Status.DRAFTED)
    answers = replace(corrections.answers_of(made), purpose="berobat ke rumah sakit")

    corrections.correct(context, made.id, answers)

    assert "berobat ke rumah sakit" in text_of(letters.preview(context, made.id))
    assert [record.fact.kind for record in journal.history(made.id)][-1] == "request.corrected.v1"


def test_what_the_paper_lacks_is_named_before_it_is_signed(context):
    camat = with_officials(context)
    made = a_request(context, Status.INITIALLED_SECRETARY)
    empty = replace(corrections.answers_of(made), village_letter_number="")
    made = corrections.correct(context, made.id, empty)

    with pytest.raises(PatenError, match="Nomor surat desa") as caught:
        letters.sign(context, made.id, camat)

    assert "F2" in caught.value.hint
    assert requests.load(context, made.id).status is Status.INITIALLED_SECRETARY


def test_a_full_request_lacks_nothing(context):
    for code in ("SKTM", "DNK", "SKDU", "SKBN", "PKK", "LFC", "RPSP", "RKTP"):
        made = a_request(context, code=code)
        assert corrections.lacking(context, made, services.catalogue(context)[code]) == [], code


def test_an_empty_list_and_an_empty_field_are_named_as_on_the_form(context):
    made = a_request(context, code="SKBN")
    made = corrections.correct(context, made.id, corrections.Answers())

    found = {problem.field for problem in corrections.lacking(context, made, services.catalogue(context)["SKBN"])}

    assert {"fields.documents", "fields.statement_date", "village_letter_number"} <= found


def test_the_same_answers_are_no_record(context):
    made = a_request(context)
    before = journal.head().length

    corrections.correct(context, made.id, corrections.answers_of(made))

    assert journal.head().length == before


def test_after_the_signature_nothing_changes(context):
    made = a_request(context, Status.SIGNED)

    with pytest.raises(WrongStatus, match="sudah ditandatangani"):
        corrections.correct(context, made.id, replace(corrections.answers_of(made), purpose="lain"))
    assert not corrections.is_open(context, made)


def test_a_village_letter_of_tomorrow_is_refused(context):
    made = a_request(context)

    with pytest.raises(Invalid):
        corrections.correct(
            context, made.id, replace(corrections.answers_of(made), village_letter_date=date(2026, 11, 21))
        )


def test_only_those_who_may_correct(context):
    made = a_request(context)
    camat = replace(context, user=replace(context.user, roles=(Role.HEAD,)))

    with pytest.raises(NoRight):
        corrections.correct(camat, made.id, corrections.answers_of(made))


def test_the_people_of_a_request_are_corrected_by_two(context):
    made = a_request(context, Status.DRAFTED)
    kasi = a_user(context, Role.SECTION_HEAD)
    approval = approvals.approve(context, Right.CORRECT_PRINTED, kasi.id, "payung biru tua")
    right = replace(made.personal.applicant, name="MELATI CONTOH")

    corrected = corrections.correct_people(context, made.id, right, made.personal.subjects, approval)

    assert corrected.personal.applicant.name == "MELATI CONTOH"
    assert corrected.number == made.number
    assert journal.history(made.id)[-1].fact.approver == kasi.id
    assert people.open_person(context, corrected.personal.applicant.person).name == "MELATI CONTOH"


def test_the_konsep_follows_the_corrected_person(context):
    made = a_request(context, Status.DRAFTED, code="SKDOM")
    kasi = a_user(context, Role.SECTION_HEAD)
    approval = approvals.approve(context, Right.CORRECT_PRINTED, kasi.id, "payung biru tua")
    about = (made.personal.subjects or (made.personal.applicant,))[0]
    right = replace(about, name="KAMBOJA CONTOH")
    applicant, subjects = (made.personal.applicant, (right,)) if made.personal.subjects else (right, ())

    corrections.correct_people(context, made.id, applicant, subjects, approval)

    assert "KAMBOJA CONTOH" in text_of(letters.preview(context, made.id))


def test_nobody_corrects_a_numbered_person_alone(context):
    made = a_request(context)

    with pytest.raises(NoRight, match="orang kedua"):
        corrections.correct_people(context, made.id, replace(made.personal.applicant, name="LAIN"), ())


def test_a_returned_dossier_has_no_receipt_and_needs_one_person(context):
    made = a_request(context, Status.RETURNED)
    right = replace(made.personal.applicant, name="MELATI CONTOH")

    corrected = corrections.correct_people(context, made.id, right, made.personal.subjects)

    assert corrected.personal.applicant.name == "MELATI CONTOH"
    before = journal.head().length
    corrections.correct_people(context, made.id, corrected.personal.applicant, corrected.personal.subjects)
    assert journal.head().length == before


def test_a_corrected_person_is_checked_like_a_new_one(context):
    made = a_request(context, Status.RETURNED)

    with pytest.raises(Invalid, match="Isi nama"):
        corrections.correct_people(context, made.id, replace(made.personal.applicant, name=""), ())


def test_people_on_a_signed_paper_stay(context):
    made = a_request(context, Status.SIGNED)

    with pytest.raises(WrongStatus, match="isinya tetap"):
        corrections.correct_people(context, made.id, made.personal.applicant, made.personal.subjects)


def test_the_register_of_letters_and_the_proof_name_who_was_corrected(context):
    made = a_request(context, Status.DRAFTED)
    right = tuple(replace(subject, name="KAMBOJA CONTOH") for subject in made.personal.subjects)
    applicant = replace(made.personal.applicant, name="KAMBOJA CONTOH")

    corrections.correct_people(context, made.id, applicant, right, second(context, Right.CORRECT_PRINTED))

    assert journal.load(Letter, made.letter).personal.name == "KAMBOJA CONTOH"
    assert letters.register(context)[0].name == "KAMBOJA CONTOH"


def test_a_correction_after_the_number_keeps_how_long_the_letter_counts(context):
    context = context.with_office(replace(context.office, number_at_print=True))
    made = a_request(context, Status.DRAFTED)
    letters.number(context, made.id)

    corrections.correct(context, made.id, replace(corrections.answers_of(made), purpose="berobat ke rumah sakit"))

    assert journal.load(Letter, made.letter).personal.blanks["valid_until"] == "18 Februari 2027"


def test_a_date_that_is_none_is_not_taken_over(context):
    made = a_request(context, Status.DRAFTED, "DNK")
    wrong = replace(corrections.answers_of(made), fields={**made.personal.fields, "wedding_date": "besok"})

    with pytest.raises(Invalid) as caught:
        corrections.correct(context, made.id, wrong)

    assert [problem.field for problem in caught.value.problems] == ["fields.wedding_date"]

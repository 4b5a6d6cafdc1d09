from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.errors import PatenError
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import corrections, legal_rules, letters, services
from tests.builders import a_request, with_officials


def a_marriage(context, groom=date(2000, 1, 1), bride=date(2000, 1, 1), **fields):
    made = a_request(context, code="DNK")
    held = made.personal
    couple = tuple(replace(p, birth_date=day) for p, day in zip(held.subjects, (groom, bride), strict=True))
    return replace(made, personal=replace(held, subjects=couple, fields={**held.fields, **fields}))


def found(context, request):
    service = services.catalogue(context)[request.service]
    return [(problem.field, problem.text) for problem in legal_rules.problems(context, service, request)]


def test_a_usual_dispensation_is_lawful(context):
    assert found(context, a_marriage(context)) == []


@pytest.mark.parametrize(
    ("groom", "bride"), [(date(2008, 1, 1), date(2000, 1, 1)), (date(2000, 1, 1), date(2008, 1, 1))]
)
def test_who_is_under_nineteen_on_the_wedding_day_needs_a_court(context, groom, bride):
    ((field, text),) = found(context, a_marriage(context, groom, bride))

    assert field == "fields.court_number"
    assert "belum 19 tahun" in text


def test_the_court_s_number_answers_for_both(context):
    young = date(2008, 1, 1)

    assert len(found(context, a_marriage(context, young, young))) == 2
    assert found(context, a_marriage(context, young, young, court_number="12/Pdt.P/2026/PA.CTH")) == []


def test_the_nineteenth_birthday_is_old_enough_and_the_day_before_is_not(context):
    born, eve = date(2007, 12, 1), "2026-11-30"

    assert found(context, a_marriage(context, born, wedding_date="2026-12-01")) == []
    assert len(found(context, a_marriage(context, born, wedding_date=eve))) == 1


def test_who_is_born_on_a_leap_day_is_nineteen_on_the_first_of_march(context):
    born, registered = date(2008, 2, 29), "2027-02-26"

    days = {"kua_registered_on": registered}
    assert len(found(context, a_marriage(context, born, wedding_date="2027-02-28", **days))) == 1
    assert found(context, a_marriage(context, born, wedding_date="2027-03-01", **days)) == []


def test_an_unknown_birth_date_is_not_judged(context):
    assert found(context, a_marriage(context, groom=None, bride=None)) == []


def test_ten_working_days_ahead_need_no_dispensation(context):
    # 20 November 2026 is a Friday: ten working days later it is 4 December.
    ((field, text),) = found(context, a_marriage(context, wedding_date="2026-12-04"))

    assert field == "fields.wedding_date"
    assert "10 hari kerja" in text
    assert "tidak diperlukan" in text
    assert found(context, a_marriage(context, wedding_date="2026-12-03")) == []


def test_dates_that_are_still_empty_are_not_judged(context):
    assert found(context, a_marriage(context, wedding_date="")) == []
    assert found(context, a_marriage(context, kua_registered_on="")) == []


def test_the_dispensation_of_a_minor_is_not_signed_without_the_court(context):
    camat = with_officials(context)
    made = a_request(context, Status.INITIALLED_SECRETARY, code="DNK")
    held = made.personal
    young = tuple(replace(party, birth_date=date(2009, 1, 1)) for party in held.subjects)
    with transaction():
        journal.record(context.stamp(), "corrected", replace(made, personal=replace(held, subjects=young)))

    with pytest.raises(PatenError, match="penetapan dispensasi dari pengadilan"):
        letters.sign(context, made.id, camat)


def test_a_death_is_certified_on_the_word_of_the_village_or_of_a_hospital(context):
    made = a_request(context, code="SKMT")
    held = replace(made.personal, village_letter_number="", village_letter_date=None)
    hospital = replace(held, fields={**held.fields, "death_letter": "CTH/RS/1"})

    assert found(context, made) == []
    assert [field for field, _ in found(context, replace(made, personal=held))] == ["fields.death_letter"]
    assert found(context, replace(made, personal=hospital)) == []
    assert corrections.lacking(context, replace(made, personal=hospital), services.catalogue(context)["SKMT"]) == []


@pytest.mark.parametrize("result", ["Ditolak", "Tidak disetujui", "Menolak kedua calon"])
def test_a_refused_village_officer_is_told_why(context, result):
    made = a_request(context, code="RPDS")
    refused = replace(made, personal=replace(made.personal, fields={**made.personal.fields, "result": result}))
    fields = {**refused.personal.fields, "refusal_reason": "calon belum memenuhi syarat umur"}

    assert [field for field, _ in found(context, refused)] == ["fields.refusal_reason"]
    assert found(context, replace(made, personal=replace(made.personal, fields=fields))) == []
    assert found(context, made) == []


def test_other_services_have_no_rules_of_their_own(context):
    assert found(context, a_request(context)) == []


@pytest.mark.parametrize(
    ("code", "status", "is_lawful"),
    [
        ("SKBM", "Belum Kawin", True),
        ("SKBM", "Belum kawin", True),
        ("SKBM", "", True),
        ("SKBM", "Kawin", False),
        ("SKBM", "Cerai Hidup", False),
        ("SKJD", "Cerai Mati", True),
        ("SKJD", "Cerai hidup", True),
        ("SKJD", "Kawin", False),
        ("SKJD", "Belum Kawin", False),
    ],
)
def test_a_letter_never_states_the_opposite_of_the_marital_status_it_prints(context, code, status, is_lawful):
    made = a_request(context, code=code)
    held = made.personal
    made = replace(made, personal=replace(held, applicant=replace(held.applicant, marital_status=status), subjects=()))

    assert [field for field, _ in found(context, made)] == ([] if is_lawful else ["subject.marital"])


@pytest.mark.parametrize(
    ("said", "sex", "is_lawful"),
    [("Janda", "P", True), ("duda", "L", True), ("Janda", "L", False), ("Duda", "P", False), ("cerai", "P", True)],
)
def test_a_widow_is_a_woman_and_a_widower_a_man(context, said, sex, is_lawful):
    made = a_request(context, code="SKJD")
    held = made.personal
    applicant = replace(held.applicant, sex=sex, marital_status="Cerai Mati")
    fields = {**held.fields, "marital": said}
    made = replace(made, personal=replace(held, applicant=applicant, subjects=(), fields=fields))

    assert [field for field, _ in found(context, made)] == ([] if is_lawful else ["fields.marital"])

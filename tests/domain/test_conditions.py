from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.conditions import KNOWN, Case, answers, case_of, conditions_of
from paten_desk.domain.people import Party, PartyKind
from paten_desk.usecases.reference import shipped_services

TODAY = date(2026, 11, 20)
SERVICES = {service.code: service for service in shipped_services()}
WOMAN = Party(name="CALON CONTOH", birth_date=date(2000, 1, 1), marital_status="Belum kawin")
YOUNG = replace(WOMAN, birth_date=date(2008, 1, 1))
COUPLE = conditions_of(SERVICES["DNK"])


def told(conditions, *about, applicant=WOMAN, expected=1):
    return answers(conditions, Case(applicant, about or (applicant,), expected, TODAY))


def test_every_condition_the_form_answers_stands_in_the_catalogue():
    asked = {words for service in SERVICES.values() for words in conditions_of(service)}

    assert set(KNOWN) <= asked


def test_a_condition_of_several_papers_is_asked_once_in_their_order():
    sktm = SERVICES["SKTM"]
    papers = (*sktm.requirements, replace(sktm.requirements[4], key="SKTM-8"))

    assert conditions_of(replace(sktm, requirements=papers)) == (
        "bila untuk keperluan sekolah atau kuliah",
        "bila untuk keperluan berobat",
        "bila diwajibkan di kabupaten ini",
    )


def test_a_couple_of_age_needs_no_leave_and_one_below_twenty_one_needs_the_parents():
    assert told(COUPLE, WOMAN, WOMAN, expected=2) == {
        "bila ada calon yang belum 19 tahun": False,
        "bila ada calon yang belum 21 tahun": False,
        "bila ada calon yang cerai hidup": False,
        "bila ada calon yang cerai mati": False,
    }
    found = told(COUPLE, WOMAN, YOUNG, expected=2)
    assert found["bila ada calon yang belum 19 tahun"]
    assert found["bila ada calon yang belum 21 tahun"]


def test_nothing_is_said_of_somebody_who_is_not_known_yet():
    assert told(COUPLE, WOMAN, expected=2) == {}
    assert told(COUPLE, WOMAN, Party(name="CALON CONTOH"), expected=2) == {}


def test_ages_of_a_couple_count_on_the_wedding_day():
    dnk = SERVICES["DNK"]
    near = replace(WOMAN, birth_date=date(2007, 12, 1))

    assert case_of(dnk, WOMAN, (WOMAN, near), {"wedding_date": "2026-12-05"}, TODAY).day == date(2026, 12, 5)
    assert case_of(dnk, WOMAN, (WOMAN, near), {"wedding_date": "lusa"}, TODAY).day == TODAY
    assert case_of(dnk, WOMAN, (), {}, TODAY).about == (WOMAN,)


@pytest.mark.parametrize(
    ("status", "words"),
    [("Cerai hidup", "bila ada calon yang cerai hidup"), ("Cerai mati", "bila ada calon yang cerai mati")],
)
def test_who_was_married_before_brings_the_proof(status, words):
    found = told(COUPLE, WOMAN, replace(WOMAN, marital_status=status), expected=2)

    assert found[words]
    assert sum(found.values()) == 1


def test_a_body_that_asks_is_one_and_of_a_person_nothing_follows():
    words = "bila berbentuk badan atau lembaga"

    assert told((words,), applicant=replace(WOMAN, kind=PartyKind.INSTITUTION)) == {words: True}
    assert told((words,)) == {}


@pytest.mark.parametrize(
    ("born", "status", "answer"),
    [
        (date(2011, 1, 1), "Kawin", True),
        (date(2011, 1, 1), "Belum kawin", False),
        (date(2000, 1, 1), "Kawin", False),
        (date(2011, 1, 1), "", None),
    ],
)
def test_only_who_is_young_and_married_shows_the_marriage_book(born, status, answer):
    words = "bila belum 17 tahun tetapi sudah kawin"
    party = replace(WOMAN, birth_date=born, marital_status=status)

    assert told((words,), applicant=party).get(words) is answer


def test_a_child_of_five_brings_a_photograph():
    words = "bila anak berumur 5 tahun ke atas"

    assert told((words,), replace(WOMAN, birth_date=date(2021, 11, 20)))[words]
    assert not told((words,), replace(WOMAN, birth_date=date(2021, 11, 21)))[words]

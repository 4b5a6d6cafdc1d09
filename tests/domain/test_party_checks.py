from dataclasses import replace
from datetime import date, timedelta

import pytest

from paten_desk.domain.party_checks import check_party, check_proxy
from paten_desk.domain.people import Party, PartyKind, Proxy

TODAY = date(2026, 11, 26)
CITIZEN = Party(name="SITI CONTOH", nik="9999054505900001", sex="P", birth_date=date(1990, 5, 5))


def said(party, **asked):
    return [(problem.field, problem.blocks) for problem in check_party(party, TODAY, "applicant.", **asked)]


def test_a_citizen_with_a_card_has_no_problem():
    assert said(CITIZEN) == []


@pytest.mark.parametrize(
    ("party", "field", "blocks"),
    [
        (replace(CITIZEN, name="  "), "applicant.name", True),
        (replace(CITIZEN, name="A" * 101), "applicant.name", True),
        (replace(CITIZEN, name="S\u0410MSUL"), "applicant.name", False),
        (replace(CITIZEN, nik=""), "applicant.nik", True),
        (replace(CITIZEN, nik="99990545"), "applicant.nik", True),
        (replace(CITIZEN, sex="L"), "applicant.nik", False),
        (replace(CITIZEN, birth_date=date(1990, 5, 6)), "applicant.nik", False),
        (replace(CITIZEN, kk=CITIZEN.nik), "applicant.nik", True),
        (replace(CITIZEN, kk="123"), "applicant.kk", True),
        (replace(CITIZEN, kind=PartyKind.INSTITUTION), "applicant.represents", True),
    ],
)
def test_each_problem_stands_under_its_field(party, field, blocks):
    assert said(party) == [(field, blocks)]


def test_a_birth_in_the_future_is_refused():
    party = replace(CITIZEN, nik="", no_nik_reason="bayi baru lahir", birth_date=TODAY + timedelta(days=1))

    assert said(party) == [("applicant.birth_date", True)]


def test_a_newborn_needs_a_reason_for_having_no_nik():
    assert said(Party(name="BAYI CONTOH", no_nik_reason="bayi baru lahir")) == []


def test_a_village_government_needs_no_nik():
    party = Party(PartyKind.VILLAGE_GOVERNMENT, "KEPALA DESA CONTOH", represents="Pemerintah Desa Melati")

    assert said(party) == []


def test_a_nik_of_an_unknown_province_is_only_pointed_out():
    assert said(CITIZEN, provinces=frozenset({"16"})) == [("applicant.nik", False)]


def test_who_brings_the_dossier_must_have_a_name():
    assert check_proxy(None, TODAY) == []
    assert [each.field for each in check_proxy(Proxy(has_letter=True), TODAY, "proxy.")] == ["proxy.name"]


def test_without_a_power_of_attorney_the_clerk_is_told_and_not_stopped():
    (problem,) = check_proxy(Proxy("BUDI CONTOH", "9999050101900001", "anak"), TODAY, "proxy.")

    assert (problem.field, problem.blocks) == ("proxy.has_letter", False)


def test_a_short_number_of_the_proxy_is_refused():
    found = check_proxy(Proxy("BUDI CONTOH", "99990501", has_letter=True), TODAY, "proxy.")

    assert [(each.field, each.blocks) for each in found] == [("proxy.nik", True)]

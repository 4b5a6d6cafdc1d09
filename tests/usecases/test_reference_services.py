import json
import re

import msgspec
import pytest

from paten_desk.documents import templates
from paten_desk.documents.template_file import BLANKS
from paten_desk.domain.catalogue import OutputKind, Scope, ServiceStatus
from paten_desk.paths import resource
from paten_desk.usecases import reference

SERVICES = {service.code: service for service in reference.shipped_services()}
BORROWED = {"statement", "referral", "recommendation"}

# What blanks the letters of a marriage dispensation take from the two subjects and the calendar, not from the form.
FROM_THE_COUPLE = {
    f"{who}_{what}"
    for who in ("groom", "bride")
    for what in ("name", "nik", "birth", "religion", "occupation", "marital", "address")
} | {"working_days_left"}

every_service = pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)


def codes(wanted):
    return {code for code, service in SERVICES.items() if wanted(service)}


def test_fifty_services_ship_each_with_its_own_code():
    assert len(reference.shipped_services()) == len(SERVICES) == 50


def test_the_catalogue_has_no_words_the_program_does_not_know():
    raw = json.loads(resource("services.json").read_bytes())

    for row, service in zip(raw, reference.shipped_services(), strict=True):
        held = json.loads(msgspec.json.encode(service))
        assert {key: held.get(key) for key in row if key not in ("fields", "requirements")} == {
            key: value for key, value in row.items() if key not in ("fields", "requirements")
        }
        assert all(set(field) <= {"key", "label", "kind", "required", "columns"} for field in row.get("fields", ()))
        assert all(set(paper) <= {"key", "text", "when"} for paper in row["requirements"])


@every_service
def test_a_shipped_service_is_free_and_complete(service):
    assert service.id == ""
    assert (service.fee_rupiah, service.fee_basis) == (0, "")
    assert service.duration.amount > 0
    for text in (
        service.name,
        service.category,
        service.legal_basis,
        service.code_2022,
        service.code_old,
        service.register_book,
    ):
        assert text == text.strip() != ""


@every_service
def test_papers_have_lasting_keys_and_conditions_in_words(service):
    assert [paper.key for paper in service.requirements] == [
        f"{service.code}-{at}" for at in range(1, len(service.requirements) + 1)
    ]
    assert any(not paper.when for paper in service.requirements)
    assert all(paper.when == "" or paper.when.startswith("bila ") for paper in service.requirements)


@every_service
def test_texts_are_calm_indonesian_without_loose_ends(service):
    texts = [service.name, service.note, service.statement, *(field.label for field in service.fields)]
    texts += [text for paper in service.requirements for text in (paper.text, paper.when)]

    for text in texts:
        assert text == " ".join(text.split())
        assert not re.search(
            r"[!?_{}\[\]<>]|\b(the|and|file|upload|online|form|fee|valid|error)\b", text, re.IGNORECASE
        )
    assert service.note == "" or service.note.endswith(".")
    assert not service.statement.endswith(".")
    assert all(not paper.text.endswith(".") for paper in service.requirements)


def test_what_is_only_countersigned_and_what_gives_no_paper():
    assert codes(lambda service: service.output is OutputKind.COUNTERSIGN) == set(
        "LFC LSKD LKUA LPNS SKAW SPPF SPHT".split()
    )
    assert codes(lambda service: service.output is OutputKind.NONE) == set("RKTP CKTP DNIB AJB".split())


def test_abolished_permits_and_land_deeds_are_not_offered():
    historical = codes(lambda service: service.status is ServiceStatus.HISTORICAL)

    assert historical == {"IUMK", "IMBR", "SITU", "IHO"}
    assert codes(lambda service: service.status is ServiceStatus.SPECIAL) == {"AJB"}
    assert codes(lambda service: not service.offered) == historical | {"AJB"}


def test_a_fee_is_possible_only_where_the_law_leaves_it_to_a_perda():
    assert codes(lambda service: service.fee_needs_perda) == {"RPJ", "IMBR", "SITU", "IHO"}


def test_papers_of_the_civil_registry_stand_in_the_book_that_locks_the_fee():
    assert codes(lambda service: service.register_book == "Register Adminduk") == set(
        "PKK RKTP CKTP SKPW SKDTG PAKL PAKM PKIA PBIO".split()
    )


def test_children_health_money_and_crime_are_marked_as_sensitive():
    assert set("SKTM DNK SKPEN SKMT PSKCK PAKL PAKM PKIA PADU".split()) <= codes(lambda service: service.sensitive)


def test_only_a_marriage_is_about_two_people():
    assert codes(lambda service: service.subjects != 1) == {"DNK"}


def test_the_legal_terms_are_the_law_s():
    assert str(SERVICES["RPDS"].duration) == "7 hari kerja"
    assert str(SERVICES["PINF"].duration) == "10 hari kerja"


def test_both_halves_of_paten_are_there():
    halves = {scope: codes(lambda service, scope=scope: service.scope is scope) for scope in Scope}

    assert {"RIK", "RPBG", "IUMK"} <= halves[Scope.LICENCE]
    assert {"SKTM", "PKK", "LFC"} <= halves[Scope.NON_LICENCE]


@every_service
def test_only_posts_that_exist_sign_and_only_where_there_is_paper(service):
    assert set(service.signatories) <= {"head", "secretary", "section_head", "regent"}
    assert bool(service.signatories) is (service.output is not OutputKind.NONE)


@every_service
def test_every_open_service_with_paper_has_a_text(service):
    open_with_paper = service.status is ServiceStatus.ACTIVE and service.output is not OutputKind.NONE

    assert (service.template in templates.names()) is open_with_paper
    assert bool(service.title) is open_with_paper


def test_a_countersignature_uses_a_countersigning_text_and_nothing_else_does():
    countersigning = codes(lambda service: service.template.startswith("countersign_"))

    assert countersigning == codes(lambda service: service.output is OutputKind.COUNTERSIGN)


def test_the_list_of_borrowed_frames_is_exactly_the_truth():
    listed = json.loads(resource("borrowed_frames.json").read_text(encoding="utf-8"))

    assert listed == [code for code, service in SERVICES.items() if service.template in BORROWED]


@pytest.mark.parametrize("code", [code for code, held in SERVICES.items() if held.template not in ("", *BORROWED)])
def test_a_form_asks_exactly_what_its_own_letter_prints(code):
    service = SERVICES[code]
    printed = {
        name.removeprefix("field.")
        for name in templates.blanks_of(templates.template(service.template))
        if "field." in name
    }
    asked = {field.key for field in service.fields if field.kind != "list"}
    lists = {field.key: tuple(key for key, _ in field.columns) for field in service.fields if field.kind == "list"}

    if code == "DNK":
        printed -= FROM_THE_COUPLE
    assert asked == printed - set(lists)
    assert lists == templates.lists_of(templates.template(service.template))


def test_every_service_has_a_letter_of_its_own():
    own = [service.template for service in SERVICES.values() if service.template]
    shared = {name for name in own if own.count(name) > 1}

    assert shared == {"countersign_land", "proposal_recommendation"}
    assert not any(service.statement for service in SERVICES.values())


@every_service
def test_the_form_asks_each_thing_once_in_words_that_fit(service):
    assert len({field.key for field in service.fields}) == len(service.fields)
    assert all(len(field.label) <= 28 for field in service.fields)


@pytest.mark.parametrize("code", ["SKBM", "SKPEN", "SKBR", "SKJD", "SKBN", "SKAW"])
def test_what_only_the_citizen_can_know_rests_on_a_statement_with_a_duty_stamp(code):
    service = SERVICES[code]

    assert service.duty_stamp
    assert any("meterai" in paper.text for paper in service.requirements)
    assert "statement_date" in {field.key for field in service.fields}


@pytest.mark.parametrize("code", [code for code, held in SERVICES.items() if held.template])
def test_a_letter_can_be_issued_with_the_fields_its_form_requires(code):
    service = SERVICES[code]
    values = dict.fromkeys(BLANKS, "CONTOH") | {"title": service.title, "statement": service.statement}
    values |= {f"field.{field.key}": "CONTOH" for field in service.fields if field.required and field.kind != "list"}
    if code == "DNK":
        values |= {f"field.{key}": "CONTOH" for key in FROM_THE_COUPLE}
    lists = {field.key: [dict.fromkeys(dict(field.columns), "CONTOH")] for field in service.fields if field.columns}
    lists["details"] = [{"name": field.label, "value": "CONTOH"} for field in service.fields]

    assert templates.compose(templates.template(service.template), values, lists, issuing=True)


@every_service
def test_fields_are_of_known_kinds_and_dates_are_dates(service):
    for field in service.fields:
        assert field.kind in ("text", "long", "date", "number", "rupiah", "time", "list")
        assert bool(field.columns) is (field.kind == "list")
        assert field.label[:1].isupper()
        assert (field.kind == "date") is (field.key.endswith(("_on", "_date")))

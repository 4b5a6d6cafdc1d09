from dataclasses import replace

from paten_desk.domain.people import Party, PartyKind, Person
from paten_desk.domain.roles import Role
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import people, requests
from tests.builders import a_request, a_user, a_visit


def test_a_citizen_is_found_by_name_number_and_phone_on_both_engines(context_on_both):
    draft = a_visit(context_on_both, name="HJ. NOERAINI CONTOH", phone="+62 812-0000-1111")
    requests.register(context_on_both, draft)

    for words in ("nuraini", "contoh nuraini", draft.applicant.nik, draft.applicant.nik[:8], "081200001111"):
        assert [row.name for row in people.find(context_on_both, words)] == ["HJ. NOERAINI CONTOH"], words
    assert people.find(context_on_both, "%' OR 1=1") == []
    assert people.find(context_on_both, "") == []


def test_what_was_written_down_last_comes_back(context):
    draft = a_visit(context)
    requests.register(context, draft)

    known = people.recall(context, f" {draft.applicant.nik[:6]} {draft.applicant.nik[6:]} ")

    assert known.name == draft.applicant.name
    assert known.person
    assert people.recall(context, "123") is None


def test_the_same_person_again_is_no_new_record(context):
    draft = a_visit(context)
    requests.register(context, draft)
    requests.register(context, replace(draft, token=context.new_id()))

    (person,) = journal.load_all(Person)
    assert len(journal.history(person.id)) == 1


def test_institutions_are_not_remembered_as_citizens(context):
    body = Party(PartyKind.INSTITUTION, "BUDI CONTOH", represents="Yayasan Contoh")

    with transaction():
        assert people.remember(context, body) == body
    assert journal.load_all(Person) == []


def test_texts_are_stored_in_one_form(context):
    made = people.tidy(Party(name="  SITI \u202e CONTOH ", nik="9999 0541 0790 0001", phone="+62812-3", rt="3", rw=""))

    assert (made.name, made.nik, made.phone, made.rt, made.rw) == (
        "SITI CONTOH",
        "9999054107900001",
        "08123",
        "003",
        "",
    )


def test_a_citizens_requests_are_listed_newest_first(context):
    draft = a_visit(context)
    requests.register(context, draft)
    requests.register(context, replace(a_visit(context, "SKDOM"), applicant=draft.applicant))

    rows = people.requests_of(context, draft.applicant.nik)

    assert [row.service for row in rows] == ["SKDOM", "SKTM"]


def test_each_look_at_a_citizen_is_a_record_but_not_each_second(context, clock):
    made = a_request(context)
    person = made.personal.applicant.person
    before = len(journal.history(person))

    clock.forward(minutes=1)
    people.open_person(context, person)
    other = replace(context, user=a_user(context, Role.COUNTER_CLERK))
    people.open_person(other, person)
    people.open_person(other, person)
    clock.forward(minutes=16)
    people.open_person(other, person)

    looks = journal.history(person)[before:]
    assert [(record.fact.kind, record.fact.actor) for record in looks] == [
        ("person.looked_up.v1", other.user.id),
        ("person.looked_up.v1", other.user.id),
    ]


def test_a_warning_about_a_taken_nik_is_no_look(context):
    made = a_request(context)
    before = journal.head().length

    assert people.name_of(context, made.personal.applicant.nik) == made.personal.applicant.name
    assert people.name_of(context, "") == ""
    assert journal.head().length == before


def test_a_nik_and_a_name_that_both_differ_are_somebody_else(context):
    made = a_request(context)
    party = made.personal.applicant
    other = replace(party, nik=f"{party.nik[:-1]}{(int(party.nik[-1]) + 1) % 10}", name="KAMBOJA CONTOH")

    with transaction():
        remembered = people.remember(context, other)
        mended = people.remember(context, replace(party, nik=other.nik[:-2] + "77"))

    assert remembered.person != party.person
    assert mended.person == party.person
    assert people.open_person(context, remembered.person).name == "KAMBOJA CONTOH"
    assert people.open_person(context, party.person).name == party.name


def test_a_family_is_found_by_its_card_without_the_asking_one(context):
    father = a_visit(context, serial=1, kk="9999050101900001")
    mother = a_visit(context, serial=2, kk="9999050101900001")
    a_visit(context, serial=3)
    (first,) = requests.register(context, father)
    requests.register(context, mother)

    found = people.family(context, "9999 0501 0190 0001", first.personal.applicant.person)

    assert [row.name for row in found] == [mother.applicant.name]
    assert people.family(context, "9999") == []


def test_who_is_recorded_already_is_found_while_they_are_typed_anew(context):
    visit = a_visit(context, name="HJ. SITI AMINAH")
    requests.register(context, visit)
    typed = replace(visit.applicant, nik="", no_nik_reason="lupa membawa KTP", name="SITI AMINAH")

    (row,) = people.doubles(context, typed)

    assert row.name == "HJ. SITI AMINAH"
    assert people.doubles(context, replace(typed, name="SI")) == []
    assert people.doubles(context, replace(typed, nik=visit.applicant.nik)) == []


def test_a_citizen_without_a_number_is_no_double_of_their_own_record(context):
    (made,) = requests.register(context, a_visit(context, nik="", no_nik_reason="belum rekam"))

    assert people.doubles(context, made.personal.applicant) == []

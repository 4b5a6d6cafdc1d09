from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight, NotFound, WrongStatus
from paten_desk.domain.people import Person
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store import people as store
from paten_desk.usecases import checks, citizens, people, requests
from tests.builders import a_request, a_user, a_visit


@pytest.fixture
def two(context_on_both):
    """Return two requests of one person whose NIK was typed wrong once."""
    draft = a_visit(context_on_both)
    (first,) = requests.register(context_on_both, draft)
    nik = f"{draft.applicant.nik[:-1]}{(int(draft.applicant.nik[-1]) + 1) % 10}"
    name = f"{draft.applicant.name} B"
    (second,) = requests.register(context_on_both, a_visit(context_on_both, nik=nik, name=name))
    return first, second


def test_everything_of_one_citizen_comes_together_and_the_look_is_recorded(context, clock):
    made = a_request(context, Status.READY)
    party = made.personal.applicant
    clock.forward(minutes=16)

    held = citizens.open_citizen(context, party.person)

    assert [row.id for row in held.requests] == [made.id]
    assert [row.request for row in held.letters] == [made.id]
    assert held.family == [] or all(row.id != party.person for row in held.family)
    assert journal.history(party.person)[-1].fact.kind == "person.looked_up.v1"


def test_somebody_without_nik_has_their_own_requests_and_no_namesakes(context):
    mine = a_visit(context, serial=1, name="SULASTRI CONTOH", nik="", no_nik_reason="belum rekam")
    other = a_visit(context, serial=2, name="SULASTRI CONTOH")
    (made,) = requests.register(context, mine)
    requests.register(context, other)

    held = citizens.open_citizen(context, made.personal.applicant.person)

    assert [row.id for row in held.requests] == [made.id]


def test_a_child_finds_the_request_that_the_parent_brought(context):
    draft = a_visit(context, serial=3)
    child = replace(draft.applicant, name="KEMUNING CONTOH", nik="9999054101150009")
    (made,) = requests.register(context, replace(draft, requests=(replace(draft.requests[0], subjects=(child,)),)))
    person = made.personal.subjects[0].person

    assert [row.id for row in citizens.open_citizen(context, person).requests] == [made.id]


def test_merged_records_are_one_citizen_and_come_apart_again(context_on_both, two):
    context, (first, second) = context_on_both, two
    stays, goes = first.personal.applicant.person, second.personal.applicant.person
    before = journal.load(Person, goes)

    citizens.merge(context, stays, goes)
    held = citizens.open_citizen(context, goes)
    assert held.party.person == stays
    assert {row.id for row in held.requests} == {first.id, second.id}
    assert [row.id for row in held.merged] == [goes]
    assert people.recall(context, second.personal.applicant.nik).person == stays
    assert [row.id for row in people.find(context, first.personal.applicant.name)] == [stays]
    assert requests.load(context, second.id) == second

    citizens.unmerge(context, goes)
    assert journal.load(Person, goes) == before
    assert [row.id for row in citizens.open_citizen(context, goes).requests] == [second.id]
    verbs = [record.fact.kind for record in journal.history(goes)]
    assert "person.merged.v1" in verbs
    assert "person.unmerged.v1" in verbs
    assert checks.check(context).findings == ()


def test_who_was_merged_is_registered_as_the_one_that_stays_and_changes_nothing_of_it(context_on_both, two):
    context, (first, second) = context_on_both, two
    stays, goes = first.personal.applicant.person, second.personal.applicant.person
    citizens.merge(context, stays, goes)
    before = journal.load(Person, stays)

    (made,) = requests.register(context, replace(a_visit(context, serial=4), applicant=second.personal.applicant))

    assert made.personal.applicant.person == stays
    assert made.personal.applicant.nik == second.personal.applicant.nik
    assert journal.load(Person, stays) == before


def test_a_record_is_merged_once_and_not_with_itself(context_on_both, two):
    context, (first, second) = context_on_both, two
    stays, goes = first.personal.applicant.person, second.personal.applicant.person

    with pytest.raises(WrongStatus, match="satu catatan yang sama"):
        citizens.merge(context, stays, stays)
    with pytest.raises(WrongStatus, match="tidak sedang digabungkan"):
        citizens.unmerge(context, goes)
    citizens.merge(context, stays, goes)
    for one, other in ((stays, goes), (goes, stays)):
        with pytest.raises(WrongStatus, match="sudah pernah digabungkan"):
            citizens.merge(context, one, other)
    with pytest.raises(NotFound):
        citizens.open_citizen(context, "nobody")


def test_twins_are_those_with_the_same_name_or_a_like_one_born_the_same_year(context_on_both, two):
    first, second = two

    found = citizens.twins(context_on_both, first.personal.applicant.person)

    assert second.personal.applicant.person in [row.id for row in found]
    assert first.personal.applicant.person not in [row.id for row in found]


def test_who_wrote_the_record_and_the_chiefs_see_the_numbers_others_do_not(context):
    party = a_request(context).personal.applicant
    chief = replace(context, user=a_user(context, Role.SECTION_HEAD))
    clerk = replace(context, user=a_user(context, Role.COUNTER_CLERK))
    own = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    assert citizens.reveal(chief, party.person).nik == party.nik
    assert journal.history(party.person)[-1].fact.kind == "person.revealed.v1"
    assert citizens.reveal(own, party.person).nik == party.nik
    with pytest.raises(NoRight):
        citizens.reveal(clerk, party.person)


def test_only_who_may_look_up_opens_and_only_who_may_correct_merges(context):
    party = a_request(context).personal.applicant
    admin = replace(context, user=a_user(context, Role.ADMIN))
    informs = replace(context, user=a_user(context, Role.INFO))

    with pytest.raises(NoRight):
        citizens.open_citizen(admin, party.person)
    for call in (citizens.merge, citizens.side_by_side):
        with pytest.raises(NoRight):
            call(informs, party.person, party.person)
    assert store.row(party.person).merged_into == ""

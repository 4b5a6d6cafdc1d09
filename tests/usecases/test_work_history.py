from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import requests, work
from tests.builders import a_request, a_user


def test_the_way_shows_who_did_what_when_and_what_is_still_to_come(context, clock):
    made = a_request(context)
    clock.forward(minutes=20)
    work.act(context, made.id, Action.VERIFY)

    steps = work.history(context, made.id)

    assert [(step.action, step.who) for step in steps[:3]] == [
        (Action.ACCEPT, "Petugas Contoh"),
        (Action.VERIFY, "Petugas Contoh"),
        (Action.DRAFT, ""),
    ]
    assert steps[1].at == context.now()
    assert steps[-1].action is Action.HAND_OVER
    assert all(step.at is None for step in steps[2:])


def test_a_return_begins_the_way_anew(context):
    made = a_request(context)
    work.act(context, made.id, Action.VERIFY)
    work.act(context, made.id, Action.RETURN, "berkas tertukar")

    steps = work.history(context, made.id)

    assert [step.action for step in steps if step.at] == [Action.RETURN]
    assert [step.action for step in steps if not step.at][:2] == [Action.ACCEPT, Action.VERIFY]


def test_what_has_ended_has_nothing_to_come(context):
    made = a_request(context)
    work.act(context, made.id, Action.REJECT, "bukan warga")

    assert [step.action for step in work.history(context, made.id)] == [Action.ACCEPT, Action.REJECT]


def test_revealing_the_numbers_is_a_record(context):
    made = a_request(context)

    party = work.reveal(context, made.id)

    assert party.nik == made.personal.applicant.nik
    assert journal.history(made.id)[-1].fact.kind == "request.revealed.v1"
    assert requests.load(context, made.id) == made
    assert len([step for step in work.history(context, made.id) if step.at]) == 1


def test_only_those_who_work_with_a_dossier_see_its_numbers(context):
    made = a_request(context)
    visitor = replace(context, user=replace(context.user, roles=(Role.INFO,)))

    with pytest.raises(NoRight):
        work.reveal(visitor, made.id)

    assert journal.history(made.id)[-1].fact.kind == "request.registered.v1"


def test_a_row_names_its_next_step_by_what_the_service_gives(context):
    a_request(context, Status.VERIFIED, "SKTM", 1)
    a_request(context, Status.VERIFIED, "SKAW", 2)
    rows = requests.worklist(context, frozenset({Status.VERIFIED}))

    found = {row.service: work.next_of(row) for row in rows}

    assert found == {"SKTM": Action.DRAFT, "SKAW": Action.INITIAL_SECTION}


def test_only_letters_with_a_number_are_counted(context):
    drafted = a_request(context, Status.DRAFTED, serial=1)
    ready = a_request(context, Status.READY, serial=2)

    assert work.numbered_letters(context) == 1
    assert work.letter_of(drafted).number == ""
    assert work.letter_of(ready).number
    assert work.letter_of(a_request(context, serial=3)) is None


def test_a_clerk_sees_the_numbers_of_their_own_requests_only(context):
    clerk = replace(context, user=a_user(context, Role.COUNTER_CLERK, display="Loket Contoh"))
    theirs, mine = a_request(clerk), a_request(context, serial=2)

    assert work.reveal(clerk, theirs.id).nik == theirs.personal.applicant.nik
    assert not work.may_reveal(clerk, mine)
    with pytest.raises(NoRight):
        work.reveal(clerk, mine.id)


def test_an_auditor_sees_no_number_in_full(context):
    auditor = replace(context, user=a_user(context, Role.AUDITOR, display="Pemeriksa Contoh"))
    made = a_request(context)

    assert work.actions(auditor, made) == []
    with pytest.raises(NoRight):
        work.reveal(auditor, made.id)


def test_who_works_on_other_services_cannot_touch_this_one(context):
    kasi = replace(context, user=a_user(context, Role.SECTION_HEAD, services=("SKU",)))
    made, theirs = a_request(context), a_request(context, code="SKU", serial=2)

    assert work.actions(kasi, made) == []
    with pytest.raises(NoRight, match="tidak bertugas pada layanan SKTM"):
        work.act(kasi, made.id, Action.VERIFY)
    assert work.act(kasi, theirs.id, Action.VERIFY).status is Status.VERIFIED

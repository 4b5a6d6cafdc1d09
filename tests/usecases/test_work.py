from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid, NoRight, WrongStatus
from paten_desk.domain.requests import PauseReason, is_late, is_paused
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import requests, work
from tests.builders import a_request


def test_each_step_is_a_record_even_when_one_person_does_several(context):
    made = a_request(context, Status.HANDED_OVER)

    kinds = [record.fact.kind for record in journal.history(made.id)]

    assert kinds == [
        "request.registered.v1",
        "request.verified.v1",
        "request.drafted.v1",
        "request.initialled_section.v1",
        "request.initialled_secretary.v1",
        "request.signed.v1",
        "request.made_ready.v1",
        "request.handed_over.v1",
    ]


def test_a_step_from_the_wrong_place_is_refused_in_words(context):
    made = a_request(context)

    with pytest.raises(WrongStatus, match="sedang diterima"):
        work.act(context, made.id, Action.INITIAL_SECTION)


def test_a_handed_over_request_goes_no_further(context):
    made = a_request(context, Status.HANDED_OVER)

    assert work.actions(context, made) == []
    with pytest.raises(WrongStatus, match="sudah diambil"):
        work.act(context, made.id, Action.CANCEL, "salah orang")


@pytest.mark.parametrize("action", [Action.RETURN, Action.REJECT, Action.CANCEL, Action.PAUSE])
def test_what_sends_a_citizen_away_needs_a_reason(context, action):
    made = a_request(context)

    with pytest.raises(Invalid, match="alasan"):
        work.act(context, made.id, action, "  ")


def test_a_paused_request_waits_and_is_not_late(context, clock):
    made = work.act(context, a_request(context).id, Action.PAUSE, "menunggu Dukcapil", PauseReason.OTHER_AGENCY)
    clock.forward(days=3)

    assert is_paused(made)
    assert not is_late(made, context.now())
    assert requests.overdue(context) == 0
    with pytest.raises(WrongStatus):
        work.act(context, made.id, Action.VERIFY)
    resumed = work.act(context, made.id, Action.RESUME)
    assert resumed.pauses[0].until == context.now()


def test_a_clerk_without_the_right_is_told_who_may(context):
    made = a_request(context)
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight, match="kepala seksi") as caught:
        work.act(clerk, made.id, Action.VERIFY)

    assert caught.value.hint.startswith("Minta bantuan")
    assert Action.VERIFY not in work.actions(clerk, made)


def test_an_office_without_initials_skips_them(context):
    context = context.with_office(replace(context.office, initials=()))

    made = a_request(context, Status.SIGNED)

    assert not any("initialled" in record.fact.kind for record in journal.history(made.id))


def test_a_rejected_request_ends_with_its_reason(context):
    made = work.act(context, a_request(context).id, Action.REJECT, "bukan warga kecamatan ini")

    held = requests.load(context, made.id)
    assert held.status is Status.REJECTED
    assert held.ended_at == context.now()
    assert held.personal.reason == "bukan warga kecamatan ini"


def test_a_request_is_not_cancelled_beside_a_letter_that_counts(context):
    made = a_request(context, Status.READY)

    assert Action.CANCEL not in work.actions(context, made)
    with pytest.raises(WrongStatus, match="sudah terbit"):
        work.act(context, made.id, Action.CANCEL, "salah orang")

from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid, NoRight, WrongStatus
from paten_desk.domain.lateness import is_late
from paten_desk.domain.requests import PauseReason, is_paused
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import letters, requests, services, work, worklists
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


def test_a_step_is_left_out_with_a_reason_and_the_history_says_so(context):
    made = a_request(context, Status.DRAFTED)

    work.skip(context, made.id, Action.INITIAL_SECTION, "Kasi sedang diklat")

    held = requests.load(context, made.id)
    assert held.status is Status.DRAFTED
    assert work.actions(context, held)[0] is Action.INITIAL_SECRETARY
    (left,) = [step for step in work.history(context, made.id) if step.skipped]
    assert (left.action, left.who) == (Action.INITIAL_SECTION, context.user.display)
    assert journal.history(made.id)[-1].fact.kind == "request.step_skipped.v1"
    (row,) = worklists.waiting(context, {Action.INITIAL_SECRETARY})
    assert row.id == made.id


def test_a_signature_is_never_left_out(context):
    made = a_request(context, Status.INITIALLED_SECRETARY)

    assert work.skippable(context, made) is None
    with pytest.raises(WrongStatus, match="tidak dapat dilewati"):
        work.skip(context, made.id, Action.SIGN, "camat di luar kota")


def test_no_step_is_left_out_without_a_reason_or_by_a_clerk(context):
    made = a_request(context)
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(Invalid):
        work.skip(context, made.id, Action.VERIFY, "  ")
    with pytest.raises(NoRight, match="kepala seksi"):
        work.skip(clerk, made.id, Action.VERIFY, "antrean panjang")


def test_a_returned_dossier_takes_the_whole_way_again(context):
    made = a_request(context)
    work.skip(context, made.id, Action.VERIFY, "sudah diperiksa di desa")
    work.act(context, made.id, Action.RETURN, "KK belum ada")

    held = requests.complete(context, made.id, made.papers)

    assert work.actions(context, held)[0] is Action.VERIFY


def test_the_way_is_the_one_of_the_day_of_acceptance(context):
    made = a_request(context)
    plain = context.with_office(replace(context.office, initials=()))

    work.act(plain, made.id, Action.VERIFY)
    drafted = letters.draft(plain, made.id)

    assert work.actions(plain, drafted)[0] is Action.INITIAL_SECTION


def test_a_service_with_its_own_steps_asks_for_no_others(context):
    service = replace(services.catalogue(context)["SKTM"], steps=("field_check",))
    services.change(context, service, context.today())

    made = a_request(context, Status.SIGNED)

    done = [step.action for step in work.history(context, made.id) if step.at]
    assert done == [Action.ACCEPT, Action.FIELD_CHECK, Action.DRAFT, Action.SIGN]

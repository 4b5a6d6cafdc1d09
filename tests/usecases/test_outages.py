from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from paten_desk.domain.errors import Invalid, NoRight, WrongStatus
from paten_desk.domain.outages import Outage, OutagePersonal
from paten_desk.domain.requests import PauseReason, Request, is_paused
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.exchange import strict_json
from paten_desk.store import journal
from paten_desk.usecases import outages, requests, timing, work
from tests.builders import a_request
from tests.conftest import WIB


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def dark(since, until=None, **what):
    return Outage("", PauseReason.OUTAGE, at(since), until and at(until), personal=OutagePersonal("PLN padam"), **what)


def away(since, post="head"):
    return replace(dark(since), kind=PauseReason.OFFICIAL_AWAY, post=post)


def held(request):
    return journal.load(Request, request.id)


def test_one_entry_pauses_every_open_request_as_of_its_time(context, clock):
    early = a_request(context, serial=1)
    clock.at = at("2026-11-20 10:20")
    late = a_request(context, serial=2)
    clock.at = at("2026-11-20 10:30")

    made = outages.begin(context, dark("2026-11-20 10:00"))

    assert made.touched == 2
    assert held(early).pauses[0].since == at("2026-11-20 10:00")
    assert held(late).pauses[0].since == at("2026-11-20 10:20")
    assert {held(each).pauses[0].outage for each in (early, late)} == {made.outage.id}
    assert outages.running(context) == [made.outage]
    assert requests.overdue(context) == 0


def test_its_end_resumes_them_over_a_night_and_a_week_end(context, clock):
    request = a_request(context)
    clock.at = at("2026-11-20 10:00")
    made = outages.begin(context, dark("2026-11-20 10:00"))
    clock.at = at("2026-11-23 08:00")

    ended = outages.end(context, made.outage.id)

    assert ended.touched == 1
    assert outages.running(context) == []
    assert not is_paused(held(request))
    assert held(request).due_at == at("2026-11-23 08:30")
    assert timing.spent(context, held(request)).net_minutes == 30
    kinds = [record.fact.kind for record in journal.history(request.id)]
    assert kinds == ["request.registered.v1", "request.paused.v1", "request.resumed.v1"]
    assert [record.fact.kind for record in journal.history(made.outage.id)] == ["outage.begun.v1", "outage.ended.v1"]


def test_who_is_registered_meanwhile_is_touched_too(context, clock):
    made = outages.begin(context, dark("2026-11-20 09:00"))
    request = a_request(context)
    assert request.pauses[0].since == at("2026-11-20 09:30")
    clock.at = at("2026-11-20 11:00")

    outages.end(context, made.outage.id)

    assert held(request).due_at == at("2026-11-20 13:30")


def test_an_outage_that_is_over_is_entered_in_one_go(context, clock):
    request = a_request(context)
    clock.at = at("2026-11-20 11:00")

    made = outages.begin(context, dark("2026-11-20 09:45", "2026-11-20 10:15"))

    assert made.touched == 1
    assert outages.running(context) == []
    assert held(request).due_at == at("2026-11-20 11:00")
    later = a_request(context, serial=2)
    assert later.pauses == ()
    assert outages.begin(context, dark("2026-11-20 09:00", "2026-11-20 09:20")).touched == 0


def test_it_may_have_ended_earlier_than_somebody_noted(context, clock):
    request = a_request(context)
    made = outages.begin(context, dark("2026-11-20 09:30"))
    clock.at = at("2026-11-20 11:00")

    outages.end(context, made.outage.id, at("2026-11-20 10:00"))

    assert held(request).due_at == at("2026-11-20 11:00")


def test_an_absence_touches_only_what_nobody_else_may_sign(context, clock):
    camat_only, several = a_request(context, code="SKAW", serial=1), a_request(context, code="SKTM", serial=2)
    clock.forward(minutes=1)

    made = outages.begin(context, away("2026-11-20 09:30"))

    assert made.touched == 1
    assert is_paused(held(camat_only))
    assert not is_paused(held(several))
    assert outages.words(made.outage) == "Pejabat tidak di tempat: Camat"


def test_who_waits_for_somebody_else_is_touched_when_that_is_over(context, clock):
    request = a_request(context)
    work.act(context, request.id, Action.PAUSE, "menunggu Dukcapil", PauseReason.OTHER_AGENCY)
    clock.forward(minutes=10)
    made = outages.begin(context, dark("2026-11-20 09:40"))
    assert made.touched == 0
    clock.forward(minutes=10)

    going_on = work.act(context, request.id, Action.RESUME)

    assert is_paused(going_on)
    assert going_on.pauses[-1].outage == made.outage.id
    assert going_on.pauses[-1].since == at("2026-11-20 09:50")


def test_who_can_go_on_in_spite_of_it_is_resumed_alone(context, clock):
    request = a_request(context)
    outages.begin(context, dark("2026-11-20 09:30"))
    clock.forward(minutes=10)

    assert not is_paused(work.act(context, request.id, Action.RESUME))


def test_of_two_that_overlap_the_second_goes_on_when_the_first_ends(context, clock):
    request = a_request(context, code="SKAW")
    first = outages.begin(context, dark("2026-11-20 09:30")).outage
    clock.at = at("2026-11-20 10:00")
    second = outages.begin(context, away("2026-11-20 09:45")).outage
    clock.at = at("2026-11-20 10:30")

    outages.end(context, first.id)
    assert is_paused(held(request))
    clock.at = at("2026-11-20 11:00")
    outages.end(context, second.id)

    found = held(request)
    assert [(pause.since, pause.until) for pause in found.pauses] == [
        (at("2026-11-20 09:30"), at("2026-11-20 10:30")),
        (at("2026-11-20 10:30"), at("2026-11-20 11:00")),
    ]
    assert timing.spent(context, found).net_minutes == 0


def test_what_is_finished_or_given_back_is_left_alone(context, clock):
    for at_, status in enumerate((Status.READY, Status.RETURNED), 1):
        a_request(context, status, serial=at_)
    clock.forward(minutes=1)

    assert outages.begin(context, dark("2026-11-20 09:30")).touched == 0


def test_many_requests_are_touched_in_one_transaction(context, clock, monkeypatch):
    monkeypatch.setattr(outages, "PAGE", 2)
    made = [a_request(context, serial=serial) for serial in range(1, 6)]
    clock.forward(minutes=1)

    begun = outages.begin(context, dark("2026-11-20 09:30"))
    clock.forward(minutes=10)

    assert begun.touched == 5
    assert outages.end(context, begun.outage.id).touched == 5
    assert not any(is_paused(held(each)) for each in made)


def test_an_outage_ends_once_and_not_before_it_began(context, clock):
    made = outages.begin(context, dark("2026-11-20 09:00")).outage
    with pytest.raises(Invalid):
        outages.end(context, made.id, at("2026-11-20 08:00"))
    outages.end(context, made.id)

    with pytest.raises(WrongStatus):
        outages.end(context, made.id)


def test_times_that_cannot_be_and_people_who_may_not(context):
    with pytest.raises(Invalid):
        outages.begin(context, dark("2026-11-20 10:00"))
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))
    with pytest.raises(NoRight):
        outages.begin(clerk, dark("2026-11-20 09:00"))
    with pytest.raises(NoRight):
        outages.end(clerk, "x")
    assert journal.load_all(Outage) == []


def test_its_records_are_such_as_a_sealed_file_carries(context, clock):
    request = a_request(context)
    made = outages.begin(context, dark("2026-11-20 09:30")).outage
    clock.forward(minutes=30)
    outages.end(context, made.id)

    for identity in (request.id, made.id):
        for record in journal.history(identity):
            strict_json.decode(record.body)


def test_both_engines_pause_and_resume(context_on_both, clock):
    request = a_request(context_on_both)
    made = outages.begin(context_on_both, dark("2026-11-20 09:30")).outage
    clock.forward(minutes=30)
    outages.end(context_on_both, made.id)

    assert held(request).due_at - request.due_at == timedelta(minutes=30)

from datetime import timedelta

import pytest

from paten_desk.domain.errors import Invalid, WrongStatus
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import field_checks, requests, work
from tests.builders import a_request


def test_an_appointment_is_kept_and_can_be_moved(context):
    made = a_request(context, Status.VERIFIED, "SKDU")
    tomorrow = context.now() + timedelta(days=1)

    field_checks.plan(context, made.id, tomorrow, context.user.id)
    field_checks.plan(context, made.id, tomorrow + timedelta(hours=2), context.user.id)

    assert requests.load(context, made.id).field_check.at == tomorrow + timedelta(hours=2)
    assert [row.field_check_at[:10] for row in field_checks.appointments(context)] == [tomorrow.date().isoformat()]


def test_what_has_an_appointment_comes_before_what_has_none(context_on_both):
    without = a_request(context_on_both, Status.VERIFIED, "SKDU", 1)
    planned = a_request(context_on_both, Status.VERIFIED, "SKDU", 2)
    field_checks.plan(context_on_both, planned.id, context_on_both.now() + timedelta(days=3), context_on_both.user.id)

    assert [row.id for row in field_checks.appointments(context_on_both)] == [planned.id, without.id]


def test_what_was_found_is_kept_and_the_request_goes_on(context):
    made = a_request(context, Status.VERIFIED, "SKDU")

    with pytest.raises(Invalid):
        field_checks.finish(context, made.id, " ")
    done = field_checks.finish(context, made.id, "usahanya berjalan di alamat itu")

    assert done.status is Status.FIELD_CHECKED
    assert requests.load(context, made.id).personal.finding == "usahanya berjalan di alamat itu"
    assert "usahanya" not in str(journal.history(made.id)[-1].fact.data)
    assert field_checks.appointments(context) == []


def test_a_request_without_a_field_check_gets_no_appointment(context):
    made = a_request(context)
    later = context.now() + timedelta(days=1)

    with pytest.raises(WrongStatus):
        field_checks.plan(context, made.id, later, context.user.id)
    skipped = a_request(context, Status.VERIFIED, "SKDU", 2)
    work.skip(context, skipped.id, Action.FIELD_CHECK, "sudah diperiksa minggu lalu")
    with pytest.raises(WrongStatus):
        field_checks.plan(context, skipped.id, later, context.user.id)


def test_those_who_may_go_are_offered_by_name(context):
    assert (context.user.id, context.user.display) in field_checks.officers(context)

import uuid
from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.errors import NoRight
from paten_desk.domain.roles import Right, Role
from tests.builders import a_request


def test_the_office_speaks_its_own_time(context):
    east = context.with_office(replace(context.office, zone="WIT"))

    assert context.now().hour == 9
    assert east.now().hour == 11
    assert east.now().tzname() == "WIT"


def test_the_business_day_never_goes_back(context, clock):
    a_request(context)
    clock.forward(days=-400)

    assert context.now().date() == date(2025, 10, 16)
    assert context.today() == date(2026, 11, 20)


def test_ids_follow_the_clock_and_never_repeat(context, clock):
    first = context.new_id()
    clock.forward(seconds=1)
    later = context.new_id()

    assert uuid.UUID(first).version == 7
    assert first < later
    assert len({context.new_id() for _ in range(100)}) == 100


def test_a_missing_right_names_who_has_it(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight, match="Petugas Contoh tidak berwenang") as caught:
        clerk.demand(Right.CLOSE_DAY)

    assert "camat" in caught.value.hint


def test_secrets_are_not_written_into_logs(context):
    assert context.data_key.hex() not in repr(context)
    assert str(context.data_key) not in repr(context)

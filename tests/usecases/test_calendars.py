import json
from dataclasses import replace
from datetime import datetime

import pytest

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.errors import NoRight, Rejected
from paten_desk.domain.roles import Role
from paten_desk.usecases import calendars
from tests.conftest import WIB

FIXED = {"2027-01-01": "a", "2027-05-01": "b", "2027-06-01": "c", "2027-08-17": "d", "2027-12-25": "e"}


def decree(**days):
    facts = {"year": 2027, "decree": "SKB Contoh 1/2026", "days": {**FIXED, **days}}
    return json.dumps(facts).encode()


def test_a_promise_of_this_year_stands_on_the_decree(context):
    made = calendars.promise(context, datetime(2026, 11, 20, 9, 30, tzinfo=WIB), Duration(60, Unit.MINUTES))

    assert made.due_at == datetime(2026, 11, 20, 10, 30, tzinfo=WIB)
    assert not made.estimated


def test_a_promise_into_a_year_without_a_decree_is_an_estimate(context):
    made = calendars.promise(context, datetime(2026, 12, 30, 9, 0, tzinfo=WIB), Duration(5, Unit.DAYS))

    assert made.due_at.year == 2027
    assert made.estimated


def test_an_imported_decree_ends_the_estimate_and_changes_the_version(context):
    before = calendars.calendar(context).version

    calendars.import_file(context, decree(**{"2027-01-04": "libur daerah"}))
    made = calendars.promise(context, datetime(2026, 12, 31, 9, 0, tzinfo=WIB), Duration(1, Unit.DAYS))

    assert made.due_at.date().isoformat() == "2027-01-05"
    assert not made.estimated
    assert made.calendar != before


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[]", b'{"year": 2027}'])
def test_what_is_no_holiday_file_is_refused_in_words(context, content):
    with pytest.raises(Rejected) as caught:
        calendars.import_file(context, content)

    assert caught.value.hint


def test_only_those_who_may_change_the_calendar(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        calendars.import_file(clerk, decree())

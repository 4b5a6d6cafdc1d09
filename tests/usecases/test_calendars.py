import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from paten_desk.domain.calendar import Duration, Unit, is_working_day
from paten_desk.domain.calendar_settings import FIVE_DAYS, Season
from paten_desk.domain.errors import Invalid, NoRight, Rejected
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Role
from paten_desk.exchange import strict_json
from paten_desk.store import journal
from paten_desk.usecases import calendars, intake, requests
from tests.builders import a_request, a_visit
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


SIX_DAYS = (*("07:30-14:00",) * 4, "07:30-11:30", "07:30-12:30", "")


def test_before_the_office_sets_anything_the_hours_of_the_regulation_count(context):
    held = calendars.settings(context)

    assert held.id == ""
    assert held.week == FIVE_DAYS
    assert calendars.check(context, held) == []


def test_own_hours_count_from_their_day_and_promises_name_the_new_calendar(context):
    before = calendars.promise(context, datetime(2026, 11, 20, 16, 15, tzinfo=WIB), Duration(60, Unit.MINUTES))

    made = calendars.change(context, replace(calendars.settings(context), since=date(2026, 11, 21), week=SIX_DAYS))
    after = calendars.promise(context, datetime(2026, 11, 20, 16, 15, tzinfo=WIB), Duration(60, Unit.MINUTES))

    assert before.due_at == datetime(2026, 11, 23, 8, 15, tzinfo=WIB)
    assert after.due_at == datetime(2026, 11, 21, 8, 15, tzinfo=WIB)
    assert after.calendar != before.calendar
    assert calendars.settings(context) == made
    assert [record.fact.kind for record in journal.history(made.id)] == ["calendar.changed.v1"]


def test_changing_hours_rewrites_no_promise_that_was_made(context):
    request = a_request(context)

    calendars.change(context, replace(calendars.settings(context), week=SIX_DAYS))

    assert journal.load(Request, request.id) == request


def test_the_hours_of_one_day_are_changed_again_in_the_same_version(context):
    made = calendars.change(context, replace(calendars.settings(context), week=SIX_DAYS))
    again = calendars.change(context, replace(made, week=FIVE_DAYS, counter=("",) * 7))
    later = calendars.change(context, replace(again, since=date(2027, 1, 4), counter=("8.00-14.00", *("",) * 6)))

    assert again.id == made.id
    assert again.counter == ()
    assert later.id != made.id
    assert later.counter[0] == "08:00-14:00"
    with pytest.raises(Invalid):
        calendars.change(context, replace(again, week=SIX_DAYS))


def test_ramadan_has_its_own_hours(context):
    season = Season("Ramadan", date(2027, 2, 8), date(2027, 3, 9))

    calendars.change(context, replace(calendars.settings(context), seasons=(season,)))
    made = calendars.promise(context, datetime(2027, 2, 10, 14, 45, tzinfo=WIB), Duration(30, Unit.MINUTES))

    assert made.due_at == datetime(2027, 2, 11, 8, 15, tzinfo=WIB)


def test_a_local_day_off_counts_in_the_hours_in_force_and_in_those_to_come(context):
    coming = calendars.change(context, replace(calendars.settings(context), since=date(2026, 12, 1), week=SIX_DAYS))

    newest = calendars.add_local_day(context, date(2026, 12, 14), "  Hari Jadi  Contoh Raya ")
    calendars.add_local_day(context, date(2026, 11, 24), "Pemilihan kepala desa")

    assert newest.id == coming.id
    assert newest.local == {"2026-12-14": "Hari Jadi Contoh Raya"}
    made = calendars.calendar(context)
    assert not is_working_day(made, date(2026, 12, 14))
    assert not is_working_day(made, date(2026, 11, 24))
    assert is_working_day(made, date(2026, 12, 12))  # a Saturday of the six-day week
    assert not is_working_day(made, date(2026, 11, 28))


def test_a_local_day_off_is_taken_back_by_setting_the_hours_without_it(context):
    held = calendars.add_local_day(context, date(2026, 11, 24), "Pemilihan kepala desa")

    calendars.change(context, replace(held, local={}))

    assert is_working_day(calendars.calendar(context), date(2026, 11, 24))


@pytest.mark.parametrize(
    ("day", "name", "field"),
    [
        (None, "Hari jadi", "day"),
        (date(2026, 12, 25), "Hari jadi", "day"),
        (date(2026, 11, 19), "Hari jadi", "day"),
        (date(2026, 12, 14), " ", "name"),
    ],
)
def test_a_local_day_off_that_cannot_be_is_said(context, day, name, field):
    assert [problem.field for problem in calendars.check_local_day(context, day, name)] == [field]
    with pytest.raises(Invalid):
        calendars.add_local_day(context, day, name)


def test_only_those_who_may_change_the_office_set_its_hours(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        calendars.change(clerk, calendars.settings(clerk))
    with pytest.raises(NoRight):
        calendars.add_local_day(clerk, date(2026, 12, 14), "Hari jadi")


def test_outside_counter_hours_a_request_is_warned_of_and_taken_all_the_same(context, clock):
    counter = (*("08:00-14:00",) * 4, "08:00-10:30", "", "")
    calendars.change(context, replace(calendars.settings(context), counter=counter))
    assert calendars.check_intake(context, context.now()) == []
    clock.forward(hours=2)
    visit = a_visit(context)

    (warning,) = [problem for problem in intake.check(context, visit) if problem.field == "requests.0.service"]

    assert not warning.blocks
    assert warning.text == "Loket tidak buka pada jam ini; janji dihitung dalam jam kerja."
    assert len(requests.register(context, visit)) == 1


@pytest.mark.parametrize(
    ("now", "year"), [("2026-11-30", 0), ("2026-12-01", 2027), ("2027-01-04", 2027), ("2027-12-31", 2028)]
)
def test_from_december_on_the_coming_year_is_missed(context, clock, now, year):
    clock.at = datetime.fromisoformat(f"{now} 09:00").replace(tzinfo=WIB)

    assert calendars.missing_year(context) == year


def test_a_loaded_decree_ends_the_warning(context, clock):
    clock.at = datetime(2026, 12, 1, 9, 0, tzinfo=WIB)

    calendars.import_file(context, decree())

    assert calendars.missing_year(context) == 0


def test_its_records_are_such_as_a_sealed_file_carries(context):
    season = Season("Ramadan", date(2027, 2, 8), date(2027, 3, 9))
    held = replace(calendars.settings(context), seasons=(season,), counter=FIVE_DAYS, local={"2026-12-14": "Hari jadi"})
    made = calendars.change(context, held)

    (record,) = journal.history(made.id)

    strict_json.decode(record.body)

from datetime import date, timedelta

from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import books, journal
from paten_desk.usecases import requests, work
from tests.builders import a_request, a_visit

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def test_many_requests_are_read_at_once_as_they_are_one_by_one(context_on_both, monkeypatch):
    monkeypatch.setattr(books, "CHUNK", 2)
    made = [a_request(context_on_both, serial=serial).id for serial in (1, 2, 3)]

    found = books.many(Request, [*made, "unknown", made[0]])

    assert found == {identity: journal.load(Request, identity) for identity in made}


def test_nothing_is_asked_of_the_database_for_no_entities(context):
    assert books.many(Request, []) == {}
    assert books.times("request.registered.v1", []) == {}


def test_records_of_a_kind_tell_when_they_were_made(context_on_both, clock):
    made = a_request(context_on_both)
    first = clock()
    clock.forward(hours=1)
    work.act(context_on_both, made.id, Action.VERIFY)

    assert books.times("request.registered.v1", [made.id])[made.id] == [(1, first)]
    assert books.times("request.verified.v1", [made.id])[made.id] == [(2, first + timedelta(hours=1))]


def test_a_request_is_shown_as_it_was_when_it_was_returned(context_on_both):
    made = a_request(context_on_both, Status.RETURNED)
    complete = a_visit(context_on_both).requests[0].papers
    requests.complete(context_on_both, made.id, complete)

    (found,) = books.passed("request.returned.v1", NOVEMBER, DECEMBER)

    assert (found.rev, found.request) == (1, made)


def test_records_of_other_months_are_not_looked_at(context_on_both, clock):
    a_request(context_on_both, Status.RETURNED, serial=1)
    clock.forward(days=20)
    second = a_request(context_on_both, Status.RETURNED, serial=2)
    clock.forward(days=31)
    a_request(context_on_both, Status.RETURNED, serial=3)

    found = books.passed("request.returned.v1", DECEMBER, date(2027, 1, 1))

    assert [each.request.id for each in found] == [second.id]
    assert books.passed("request.returned.v1", date(2027, 2, 1), date(2027, 3, 1)) == []


def test_what_was_taken_away_in_a_month_is_listed_in_that_order(context_on_both, clock):
    a_request(context_on_both, serial=1)
    second = a_request(context_on_both, Status.HANDED_OVER, serial=2)
    clock.forward(hours=1)
    third = a_request(context_on_both, Status.HANDED_OVER, serial=3)

    assert books.handed_over(NOVEMBER, DECEMBER) == [second.id, third.id]
    assert books.handed_over(DECEMBER, date(2027, 1, 1)) == []

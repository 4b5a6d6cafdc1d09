from dataclasses import replace
from datetime import date

from paten_desk.domain.workflow import Status
from paten_desk.usecases import requests, searches
from paten_desk.usecases.searches import How
from tests.builders import a_request, a_visit


def test_one_text_finds_request_citizen_and_letter_on_both_engines(context_on_both):
    made = a_request(context_on_both, Status.READY)
    name = made.personal.applicant.name

    for text in (name, " ".join(reversed(name.split())), name.lower()[: len(name) - 1]):
        found = searches.look(context_on_both, text)

        assert [row.id for row in found.requests] == [made.id], text
        assert [row.id for row in found.people] == [made.personal.applicant.person]
        assert [row.request for row in found.letters] == [made.id]
        assert searches.totals(context_on_both, found) == searches.Totals(1, 1, 1)


def test_the_number_of_a_letter_as_written_finds_it(context):
    a_request(context, Status.READY, serial=1)
    made = a_request(context, Status.READY, serial=2)
    number = next(row.number for row in searches.look(context, made.personal.applicant.name).letters)

    assert [row.request for row in searches.look(context, number).letters] == [made.id]


def test_the_last_digits_of_a_nik_and_of_a_number_find_both(context):
    made = a_request(context)
    nik = made.personal.applicant.nik

    for many in (4, 5, 6):
        found = searches.look(context, nik[-many:])
        assert made.id in [row.id for row in found.requests]
        assert made.personal.applicant.person in [row.id for row in found.people]
    assert made.id in [row.id for row in searches.look(context, "000001").requests]


def test_old_spelling_is_tried_only_where_nothing_else_is_found_and_is_marked(context):
    requests.register(context, a_visit(context, name="JUSUF CONTOH"))

    assert searches.look(context, "jusuf").how is How.AS_TYPED
    found = searches.look(context, "yusuf contoh")
    assert found.how is How.OLD_SPELLING
    assert [row.name for row in found.people] == ["JUSUF CONTOH"]
    assert searches.look(context, "zakaria") == searches.Found("zakaria", How.AS_TYPED, [], [], [])


def test_who_came_without_a_card_is_found_by_a_like_name_year_and_village(context):
    draft = a_visit(
        context,
        name="RUKIYAH BINTI SALEH",
        nik="",
        no_nik_reason="belum rekam",
        birth_date=date(1951, 3, 1),
        village="Melati",
        village_code="99.99.05.2001",
    )
    requests.register(context, draft)

    found = searches.look(context, "rukiah binti salih 1951 melati")

    assert found.how is How.ALIKE
    assert [row.name for row in found.people] == ["RUKIYAH BINTI SALEH"]
    assert searches.totals(context, found).people == 1
    assert searches.more_people(context, found, found.people[0].rowno) == []
    assert searches.look(context, "rukiah binti salih 1952 melati").people == []
    assert searches.look(context, "rukiah binti salih 1951 kamboja").people == []


def test_long_lists_go_on_page_by_page_and_are_counted_exactly(context, monkeypatch):
    monkeypatch.setattr(searches, "PAGE", 2)
    party = a_visit(context).applicant
    made = [
        requests.register(context, replace(a_visit(context, serial=serial), applicant=party))[0] for serial in (1, 2, 3)
    ]

    found = searches.look(context, party.name)

    assert not searches.is_whole(found)
    assert searches.totals(context, found) == searches.Totals(3, 1, 0)
    rest = searches.more_requests(context, found, found.requests[-1].rowno)
    assert [row.id for row in (*found.requests, *rest)] == [each.id for each in reversed(made)]
    assert searches.more_letters(context, found, 1) == []


def test_whom_a_request_is_about_finds_it_too(context):
    draft = a_visit(context, serial=3)
    child = replace(draft.applicant, name="KEMUNING CONTOH", nik="9999054101150009")
    (made,) = requests.register(context, replace(draft, requests=(replace(draft.requests[0], subjects=(child,)),)))

    assert [row.id for row in searches.look(context, "kemuning").requests] == [made.id]
    assert [row.id for row in searches.look(context, "9999054101150009").requests] == [made.id]

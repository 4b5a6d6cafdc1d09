from datetime import timedelta

from paten_desk.store import shifts
from tests.builders import a_request


def test_a_day_is_read_newest_first_and_counts_by_person(context_on_both):
    context = context_on_both
    first, second = a_request(context), a_request(context, serial=2)

    found = shifts.of_day("request.registered.v1", context.today())

    assert [record.fact.entity for record in found] == [second.id, first.id]
    assert shifts.registered_by(context.user.id, context.today()) == 2
    assert shifts.registered_by("somebody else", context.today()) == 0
    assert shifts.of_day("request.registered.v1", context.today() + timedelta(days=1)) == []

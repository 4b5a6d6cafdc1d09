from paten_desk.domain.workflow import Status
from paten_desk.store import tallies
from tests.builders import a_request


def test_the_figures_of_each_office_and_day_are_counted_on_both_engines(context_on_both):
    a_request(context_on_both, Status.HANDED_OVER, serial=1)
    a_request(context_on_both, Status.RETURNED, serial=2)

    (row,) = tallies.per_day()

    assert (row.day, row.received, row.finished, row.returned) == ("2026-11-20", 1, 1, 1)
    assert tallies.per_day("2026-11-21") == []

import pytest

from paten_desk.domain.lateness import STANDS_STILL, is_broken
from paten_desk.domain.workflow import OPEN, Status
from paten_desk.store import figures, requests
from paten_desk.store.figures import Which, span
from tests import full_office

EVERYTHING = Which("", statuses=frozenset(Status))


@pytest.fixture
def now(context_on_both, clock):
    full_office.fill(context_on_both, clock)
    return clock().isoformat(timespec="seconds")


def test_the_database_and_the_domain_agree_on_every_promise(now):
    late = {row.id for row in figures.page(Which(now, is_late=True))}

    for row in figures.page(EVERYTHING):
        stands = bool(row.paused) or Status(row.status) in STANDS_STILL
        told = is_broken(row.due_at, row.ready_at or row.ended_at, now, stands=stands)
        assert (row.id in late) is told, row
    assert 0 < len(late) < figures.tally(EVERYTHING).count


def test_late_and_not_late_are_everything(now):
    counts = [figures.tally(Which(now, is_late=is_late)).count for is_late in (True, False)]

    assert sum(counts) == figures.tally(EVERYTHING).count


def test_groups_add_up_to_the_whole(now):
    whole = figures.tally(Which(now, statuses=OPEN))

    assert sum(held.count for held in figures.by_step(whole.which).values()) == whole.count
    for group in (figures.by_day, figures.by_service):
        assert sum(held.count for held in group(whole.which).values()) == whole.count


def test_pages_follow_each_other_without_a_gap_in_both_orders(now, clock):
    days = span(clock().date().replace(day=1), clock().date())
    for which in (Which(now, statuses=OPEN), Which(now, received=days), Which(now, done=days)):
        whole = figures.page(which)
        found = []
        while page := figures.page(which, found[-1] if found else None, 3):
            found += page
        assert found == whole
    received = [row.received_at for row in figures.page(Which(now, received=days))]
    assert received == sorted(received, reverse=True)
    due = [row.due_at for row in figures.page(Which(now, statuses=OPEN))]
    assert due == sorted(due)


def test_the_count_of_late_ones_is_that_of_the_old_question(now):
    in_hand = OPEN - STANDS_STILL

    assert figures.tally(Which(now, statuses=in_hand, is_late=True)).count == requests.overdue(now)

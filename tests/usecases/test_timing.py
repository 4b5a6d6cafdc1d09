from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from paten_desk.domain.calendar import working_minutes
from paten_desk.domain.requests import Pause, PauseReason, Request, first_promise
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import calendars, proofs, requests, timing, work
from paten_desk.usecases.timing import Spent, spent
from tests.builders import a_request
from tests.conftest import WIB
from tests.domain.test_calendar_years import YEARS


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def paused(context, clock, begins, ends, **what):
    """Register an hour's work on Friday at 09.30, due 10.30, and let it stand still for a while."""
    made = a_request(context, **what)
    clock.at = at(begins)
    work.act(context, made.id, Action.PAUSE, "menunggu Dukcapil", PauseReason.OTHER_AGENCY)
    clock.at = at(ends)
    return work.act(context, made.id, Action.RESUME)


def test_before_acceptance_no_time_is_spent(context):
    assert spent(context, a_request(context, Status.RETURNED)) == Spent()


def test_gross_and_net_are_told_side_by_side(context, clock):
    made = paused(context, clock, "2026-11-20 10:00", "2026-11-23 08:00")  # over a night and a week-end
    clock.at = at("2026-11-23 08:15")

    # Friday 09.30-11.30 and 13.00-16.30, Monday 07.30-08.15; paused from 10.00 on Friday until 08.00 on Monday
    assert spent(context, made) == Spent(375, 45, 330, at("2026-11-23 08:30"), False, True)
    assert made.due_at == at("2026-11-23 08:30")
    assert first_promise(made) == made.promised_at == at("2026-11-20 10:30")


def test_lateness_counts_by_net_time(context, clock):
    made = paused(context, clock, "2026-11-20 10:00", "2026-11-23 08:00")

    clock.at = at("2026-11-23 08:31")

    assert spent(context, made).is_late
    assert requests.overdue(context) == 1


def test_a_pause_that_begins_too_late_mends_nothing(context, clock):
    made = paused(context, clock, "2026-11-20 11:00", "2026-11-20 13:30")  # 60 minutes of work, after 10.30

    assert made.due_at == at("2026-11-20 11:30")
    assert spent(context, made).is_late


def test_a_pause_at_night_moves_nothing(context, clock):
    made = paused(context, clock, "2026-11-20 17:00", "2026-11-21 20:00")

    assert made.due_at == at("2026-11-20 10:30")
    assert made.promised_at is None
    assert spent(context, made).paused_minutes == 0


def test_while_it_stands_still_a_request_does_not_grow_late(context, clock):
    made = a_request(context)
    clock.forward(minutes=30)
    made = work.act(context, made.id, Action.PAUSE, "menunggu Dukcapil", PauseReason.OTHER_AGENCY)
    clock.forward(days=3, hours=2)

    found = spent(context, made)

    assert not found.is_late
    assert found.is_late_gross
    assert found.net_minutes == 30
    assert found.gross_minutes == found.net_minutes + found.paused_minutes


def test_every_pause_moves_the_promise_once_and_the_first_promise_stays(context, clock):
    made = paused(context, clock, "2026-11-20 09:45", "2026-11-20 10:15")
    work.act(context, made.id, Action.PAUSE, "menunggu lagi", PauseReason.OTHER_AGENCY)
    clock.forward(minutes=10)
    made = work.act(context, made.id, Action.RESUME)

    assert made.due_at == at("2026-11-20 11:10")
    assert made.promised_at == at("2026-11-20 10:30")
    assert journal.load(type(made), made.id) == made


def test_pauses_of_an_older_program_are_counted_too(context, clock):
    made = a_request(context)
    old = replace(made, pauses=(Pause(PauseReason.OUTAGE, at("2026-11-20 09:40"), at("2026-11-20 10:10")),))
    clock.at = at("2026-11-20 10:45")

    assert spent(context, old) == Spent(75, 45, 30, at("2026-11-20 11:00"), False, True)

    again = replace(old, pauses=(*old.pauses, Pause(PauseReason.OUTAGE, at("2026-11-20 10:45"))))
    assert timing.resumed(context, again, at("2026-11-20 10:50")).due_at == at("2026-11-20 11:05")


def test_pauses_that_overlap_count_once(context):
    made = a_request(context)
    pauses = (
        Pause(PauseReason.OUTAGE, at("2026-11-20 09:40"), at("2026-11-20 10:10")),
        Pause(PauseReason.APPLICANT, at("2026-11-20 10:00"), at("2026-11-20 10:20")),
    )
    calendar = calendars.calendar(context)

    assert timing.paused_minutes(calendar, replace(made, pauses=pauses), at("2026-11-20 11:00")) == 40


def test_the_time_ends_when_the_paper_is_ready_not_when_it_is_fetched(context, clock):
    made = a_request(context, Status.READY)
    clock.forward(days=5)

    assert spent(context, made) == Spent(0, 0, 0, at("2026-11-20 10:30"))


def test_the_code_on_the_receipt_stays_the_one_that_was_printed(context, clock):
    made = a_request(context)
    printed = proofs.of_receipt(context, made)
    clock.forward(minutes=30)
    work.act(context, made.id, Action.PAUSE, "menunggu Dukcapil", PauseReason.OTHER_AGENCY)
    clock.forward(minutes=30)
    made = work.act(context, made.id, Action.RESUME)

    assert made.due_at == at("2026-11-20 11:00")
    assert proofs.of_receipt(context, made) == printed


def test_a_file_that_is_completed_anew_begins_with_a_fresh_promise(context, clock):
    made = paused(context, clock, "2026-11-20 10:00", "2026-11-20 10:20")
    clock.at = at("2026-11-23 09:00")
    made = work.act(context, made.id, Action.RETURN, "surat desa belum ada")
    made = requests.complete(context, made.id, made.papers)

    assert made.promised_at is None
    assert made.due_at == at("2026-11-23 10:00")
    assert spent(context, made).paused_minutes == 0


STEPS = st.lists(st.integers(1, 4000), min_size=2, max_size=12)


@settings(max_examples=40)
@given(steps=STEPS)
def test_net_time_is_never_more_than_gross_time(steps):
    start = at("2026-11-20 09:30")
    marks = [start]
    for step in steps:
        marks.append(marks[-1] + timedelta(minutes=step))
    pairs = zip(marks[1::2], marks[2::2], strict=False)
    pauses = tuple(Pause(PauseReason.OUTAGE, begins, ends) for begins, ends in pairs)
    made = Request("a", "b", "SKTM", start.date(), Status.ACCEPTED, start, accepted_at=start, pauses=pauses)

    gross = working_minutes(YEARS, start, marks[-1])
    stood = timing.paused_minutes(YEARS, made, marks[-1])

    assert 0 <= stood <= gross

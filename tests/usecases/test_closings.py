from datetime import date, timedelta

import pytest

from paten_desk.domain import ledger as chain
from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import closings, handover, letters, requests, work
from paten_desk.usecases.handover import HandoverDraft
from tests import full_office
from tests.builders import a_request, a_visit
from tests.usecases.test_letters import text_of

FRIDAY = date(2026, 11, 20)


def test_what_is_carried_in_and_received_is_ended_or_carried_out(context_on_both, clock):
    a_request(context_on_both, Status.HANDED_OVER, serial=1)
    a_request(context_on_both, Status.ACCEPTED, serial=2)
    rejected = a_request(context_on_both, Status.ACCEPTED, serial=3)
    work.act(context_on_both, rejected.id, Action.REJECT, "bukan warga")
    requests.register(context_on_both, a_visit(context_on_both, serial=4, is_complete=False))

    first = closings.close(context_on_both)
    clock.forward(days=3)
    a_request(context_on_both, Status.ACCEPTED, serial=5)
    second = closings.close(context_on_both)

    (friday,), (monday,) = first.totals, second.totals
    assert (friday.received, friday.finished, friday.ended_otherwise, friday.carried_out) == (3, 1, 1, 1)
    assert first.returned == 1
    assert (monday.carried_in, monday.received, monday.carried_out) == (1, 1, 2)
    assert (first.first_number, first.last_number) == ("0001/PATEN/2026", "0003/PATEN/2026")


def test_a_day_is_closed_once(context):
    closings.close(context)

    with pytest.raises(WrongStatus, match="sudah ditutup"):
        closings.close(context)


def test_a_forgotten_closing_is_made_next_morning_and_marked_late(context, clock):
    a_request(context)
    clock.forward(days=3)
    assert closings.unclosed_days(context) == [FRIDAY]
    a_request(context, serial=2)

    with pytest.raises(WrongStatus, match="belum ditutup"):
        closings.close(context)
    made = closings.close(context, FRIDAY)

    assert made.late
    assert made.totals[0].received == 1
    assert closings.unclosed_days(context) == []
    assert closings.close(context).late is False


def test_the_sheet_carries_the_head_of_the_journal(context):
    a_request(context, Status.HANDED_OVER)
    before = journal.head()

    made = closings.close(context)

    words = text_of(closings.stored_pdf(context, FRIDAY))
    assert made.journal_head == chain.text_of(before.leaf)
    assert closings.closing_line(context, made) in words
    assert "Surat Keterangan Tidak Mampu" in words


def test_tomorrow_cannot_be_closed(context):
    with pytest.raises(WrongStatus, match="belum tiba"):
        closings.close(context, FRIDAY + timedelta(days=1))


def test_a_day_without_work_is_closed_too(context):
    made = closings.close(context)

    assert made.totals == ()
    assert made.first_number == ""


def test_those_from_outside_are_counted_apart_and_stand_on_the_sheet(context):
    a_request(context, serial=1)
    full_office.from_outside(context, 2)
    full_office.from_outside(context, 3)

    made = closings.close(context)

    assert (made.totals[0].received, made.totals[0].outside) == (3, 2)
    words = " ".join(text_of(closings.stored_pdf(context, FRIDAY)).split())
    assert "Surat Keterangan Tidak Mampu 0 3 2 0 0 0 3 0 / 0" in words


def test_a_paper_that_lay_ready_in_time_is_on_time_however_late_it_is_taken(context, clock):
    ready, slow = a_request(context, Status.READY, serial=1), a_request(context, Status.SIGNED, serial=2)
    clock.forward(hours=5)
    slow = letters.issue(context, slow.id)
    for each in (ready, slow):
        draft = HandoverDraft(each.personal.applicant.name, answer=handover.question(each).answer)
        handover.hand_over(context, each.id, draft)

    (totals,) = closings.close(context).totals

    assert (totals.finished, totals.on_time, totals.late) == (2, 1, 1)


def come_to_nothing(context, clock):
    with transaction():
        requests.register(context, a_visit(context, serial=2))
        clock.forward(days=1)
        assert len(closings.unclosed_days(context)) == 2
        raise ZeroDivisionError


def test_open_days_are_seen_as_they_come_and_none_that_came_to_nothing(context_on_both, clock):
    a_request(context_on_both, serial=1)
    clock.forward(days=3)
    assert closings.unclosed_days(context_on_both) == [FRIDAY]

    with pytest.raises(ZeroDivisionError):
        come_to_nothing(context_on_both, clock)
    assert closings.unclosed_days(context_on_both) == [FRIDAY]

    a_request(context_on_both, serial=2)
    clock.forward(days=1)
    assert closings.unclosed_days(context_on_both) == [FRIDAY, FRIDAY + timedelta(days=4)]

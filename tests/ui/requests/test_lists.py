from datetime import datetime, timedelta

from paten_desk.domain.reminders import Outcome
from paten_desk.domain.workflow import Status
from paten_desk.ui.requests.lists import READY, age_cell, around, groups, page_of, row_of, told_words, visit_cell
from paten_desk.usecases import field_checks, reminders
from tests.builders import a_request


def rows(context, name):
    beside = around(context, {})
    return [row_of(context, name, each, beside).cells for each in page_of(context, name, None)]


def test_what_lies_ready_says_how_long_and_whether_the_citizen_was_told(context, clock):
    first = a_request(context, Status.READY, serial=1)
    clock.forward(days=8)
    a_request(context, Status.READY, serial=2)
    reminders.tell(context, first.id, Outcome.REACHED)

    found = [(cells[0], cells[-1]) for cells in rows(context, READY)]

    assert found == [
        (("Siap 8 hari", "warn"), "Dikabari 28 Nov"),
        (("Siap hari ini", "good"), "Belum dikabari"),
    ]


def test_a_paper_nobody_collects_for_a_month_is_late(context, clock):
    a_request(context, Status.READY)
    clock.forward(days=31)

    (row,) = reminders.uncollected(context)

    assert age_cell(row, context.now()) == ("Siap 31 hari", "late")
    assert told_words(row) == "Belum dikabari"


def test_an_appointment_stands_in_its_list_by_day_and_hour(context):
    made = a_request(context, Status.VERIFIED, "SKDU")
    (row,) = field_checks.appointments(context)
    assert visit_cell(row, context.now()) == ("Belum dijadwalkan", "warn")

    at = context.now() + timedelta(hours=2)
    field_checks.plan(context, made.id, at, context.user.id)

    (row,) = field_checks.appointments(context)
    assert visit_cell(row, context.now()) == (f"Hari ini {at:%H.%M}", "accent")
    assert visit_cell(row, at + timedelta(minutes=1))[1] == "late"
    assert isinstance(datetime.fromisoformat(row.field_check_at), datetime)


def test_each_row_names_the_desk_on_which_the_papers_lie(context):
    a_request(context)

    ((*_, desk, _),) = rows(context, "verify")

    assert desk == context.user.display


def test_every_list_of_the_user_has_a_page(context):
    a_request(context)

    assert all(isinstance(page_of(context, name, None), list) for name in (*groups(context), "board", "mine"))

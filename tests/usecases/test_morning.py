from dataclasses import replace
from datetime import date, datetime

import pytest

from paten_desk.domain.outages import Outage, OutagePersonal
from paten_desk.domain.requests import PaperState, PauseReason
from paten_desk.domain.workflow import Action, Status
from paten_desk.usecases import morning, outages, requests, work
from tests.builders import a_request
from tests.conftest import WIB


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=WIB)


def test_the_board_begins_with_what_is_late_and_ends_with_what_stands_still(context, clock):
    still = a_request(context, serial=1)
    work.act(context, still.id, Action.PAUSE, "menunggu Dukcapil")
    late = a_request(context, serial=2)
    clock.at = at("2026-11-20 13:00")
    soon = a_request(context, serial=3)
    a_request(context, Status.READY, serial=4)

    assert [row.id for row in morning.board(context)] == [late.id, soon.id, still.id]
    assert morning.count(context) == 3


def test_the_board_is_read_page_by_page(context, clock):
    made = [a_request(context, serial=serial) for serial in range(1, 6)]
    work.act(context, made[1].id, Action.PAUSE, "menunggu Dukcapil")

    found, last = [], None
    while page := morning.board(context, last, 2):
        found += [row.id for row in page]
        last = page[-1]

    assert found == [made[at_].id for at_ in (0, 2, 3, 4, 1)]


@pytest.mark.parametrize(
    ("due", "now", "words"),
    [
        ("2026-11-20 10:30", "2026-11-20 10:05", ("Sisa 25 menit", False)),
        ("2026-11-20 13:30", "2026-11-20 11:00", ("Sisa 1 jam", False)),  # the Friday break does not count
        ("2026-11-20 16:30", "2026-11-20 13:15", ("Sisa 3 jam 15 menit", False)),
        ("2026-11-25 16:00", "2026-11-20 10:00", ("Sisa 3 hari kerja", False)),
        ("2026-11-20 16:00", "2026-11-23 08:00", ("Lewat 1 jam", True)),  # over the week-end
        ("2026-11-16 16:00", "2026-11-20 13:00", ("Lewat 4 hari kerja", True)),
    ],
)
def test_what_is_left_is_told_in_working_time(context, due, now, words):
    assert morning.left_words(context, at(due), at(now)) == words


def test_the_morning_list_has_late_today_and_the_next_working_day(context, clock):
    a_request(context, serial=1)  # due on Friday at 10.30
    clock.at = at("2026-11-20 15:50")
    a_request(context, serial=2)  # due on Monday at 08.00 or so
    still = a_request(context, serial=3)
    work.act(context, still.id, Action.PAUSE, "menunggu Dukcapil")
    a_request(context, code="SKAW", serial=4)

    made = morning.morning(context)

    late, today, tomorrow = made.parts
    assert [line.number[:4] for line in late.lines] == ["0001"]
    assert late.lines[0].left.startswith("Lewat 3 jam")
    assert late.lines[0].due == "Jumat 20-11-2026\npukul 10.30"
    assert late.lines[0].step == "Verifikasi"
    assert today.lines == ()
    assert tomorrow.title == "Jatuh tempo Senin, 23 November 2026"
    assert "0002" in [line.number[:4] for line in tomorrow.lines]
    assert made.notes == ("1 permohonan sedang ditunda dan tidak tertulis di sini.",)
    assert morning.pdf(context).startswith(b"%PDF")


def test_the_morning_list_names_what_stops_the_office(context):
    outages.begin(context, Outage("", PauseReason.OUTAGE, at("2026-11-20 09:00"), personal=OutagePersonal("PLN padam")))

    assert morning.morning(context).notes == ("Gangguan listrik atau jaringan sejak 20 November 2026 pukul 09.00.",)


@pytest.mark.parametrize(
    ("now", "limit"),
    [
        ("2026-11-25 16:00", None),  # the 27th is the fifth working day after Friday the 20th
        ("2026-11-26 08:00", date(2026, 11, 27)),
        ("2026-11-27 08:00", date(2026, 11, 27)),
        ("2026-11-30 08:00", date(2026, 11, 27)),
    ],
)
def test_the_silence_limit_is_told_a_working_day_ahead(context, clock, now, limit):
    made = a_request(context)
    work.act(context, made.id, Action.PAUSE, "pejabat pergi", PauseReason.OFFICIAL_AWAY)  # stops no law
    clock.at = at(now)

    assert [(each.row.id, each.limit) for each in morning.silent(context)] == ([(made.id, limit)] if limit else [])


def test_what_is_decided_is_no_longer_silent(context, clock):
    a_request(context, Status.SIGNED, serial=1)
    a_request(context, Status.RETURNED, serial=2)
    clock.forward(days=20)

    assert morning.silent(context) == []


def test_the_limit_is_the_offices_own_setting(context, clock):
    a_request(context)
    clock.at = at("2026-11-26 08:00")
    longer = context.with_office(replace(context.office, silence_days=10))

    assert len(morning.silent(context)) == 1
    assert morning.silent(longer) == []


def test_one_that_came_on_a_day_off_begins_on_the_next_working_day(context, clock):
    clock.at = at("2026-11-21 10:00")
    a_request(context)

    clock.at = at("2026-11-26 08:00")
    assert morning.silent(context) == []
    clock.at = at("2026-11-27 08:00")
    assert [each.limit for each in morning.silent(context)] == [date(2026, 11, 30)]


def test_one_that_was_handed_back_counts_from_when_it_came_again(context, clock):
    made = a_request(context, Status.RETURNED)
    clock.at = at("2026-11-24 09:00")
    papers = tuple(replace(paper, state=PaperState.THERE) for paper in made.papers)
    requests.complete(context, made.id, papers)

    clock.at = at("2026-11-27 08:00")
    assert morning.silent(context) == []
    clock.at = at("2026-11-30 08:00")
    assert [each.limit for each in morning.silent(context)] == [date(2026, 12, 1)]

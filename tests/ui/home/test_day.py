from datetime import timedelta

import pytest

from paten_desk.domain.workflow import Status
from paten_desk.ui.home import day
from paten_desk.ui.home.bars import Bar
from paten_desk.usecases import requests, services
from tests.builders import a_request
from tests.conftest import MORNING


@pytest.mark.parametrize(("hour", "words"), [(7, "pagi"), (11, "siang"), (16, "sore"), (20, "malam")])
def test_the_greeting_knows_the_part_of_the_day(hour, words):
    assert day.greeting(MORNING.replace(hour=hour), "Rina") == f"Selamat {words}, Rina"


def test_only_what_was_accepted_today_came_in_today(context, clock):
    a_request(context, serial=1)
    clock.forward(days=3)
    a_request(context, Status.HANDED_OVER, serial=2)
    a_request(context, Status.RETURNED, serial=3)

    rows = requests.received_on(context, context.today())

    assert day.received(rows, context.today()) == day.Received(1, 1)


def test_bars_show_the_most_asked_first_and_what_is_late(context, clock):
    for serial in (1, 2):
        a_request(context, code="SKTM", serial=serial)
    a_request(context, Status.READY, "SKU", 3)
    rows = requests.received_on(context, context.today())
    clock.forward(hours=8)

    bars = day.day_bars(rows, context.now(), context.today(), services.catalogue(context))

    assert bars == [Bar("Tidak Mampu", 2, 2), Bar("Usaha", 1)]


def test_rare_services_share_one_bar(context):
    codes = ("SKTM", "SKU", "SKDOM", "SKBN", "SKBM", "SKBR", "PSKCK", "PKK", "RIK", "LFC")
    for serial, code in enumerate(codes, 1):
        a_request(context, code=code, serial=serial)
    rows = requests.received_on(context, context.today())

    bars = day.day_bars(rows, context.now(), context.today(), services.catalogue(context))

    assert len(bars) == day.MOST_BARS
    assert bars[-1] == Bar("3 layanan lain", 3)
    assert sum(bar.count for bar in bars) == len(codes)


def test_the_nearest_promise_is_an_hour_or_a_delay(context):
    a_request(context, code="SKTM")
    (row,) = requests.worklist(context, frozenset({Status.ACCEPTED}))

    due, late = day.nearest(row, context.now())
    assert due.startswith("janji terdekat ")
    assert late == ""
    assert day.nearest(row, context.now() + timedelta(days=2))[1].startswith("terlama ")
    assert day.nearest(None, context.now()) == ("", "")

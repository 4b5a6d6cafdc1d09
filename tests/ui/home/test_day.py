from datetime import timedelta

import pytest

from paten_desk.domain.workflow import Status
from paten_desk.ui.home import day
from paten_desk.usecases import figures, requests, services
from tests import full_office
from tests.builders import a_request
from tests.conftest import MORNING


@pytest.fixture
def home(context, clock):
    full_office.fill(context, clock)
    return figures.home(context)


@pytest.mark.parametrize(("hour", "words"), [(7, "pagi"), (11, "siang"), (16, "sore"), (20, "malam")])
def test_the_greeting_knows_the_part_of_the_day(hour, words):
    assert day.greeting(MORNING.replace(hour=hour), "Rina") == f"Selamat {words}, Rina"


def test_the_nearest_promise_is_an_hour_or_a_delay(context):
    a_request(context, code="SKTM")
    (row,) = requests.worklist(context, frozenset({Status.ACCEPTED}))

    due, late = day.nearest(row, context.now())
    assert due.startswith("janji terdekat ")
    assert late == ""
    assert day.nearest(row, context.now() + timedelta(days=2))[1].startswith("terlama ")
    assert day.nearest(None, context.now()) == ("", "")


def test_each_day_is_spoken_with_what_is_late_and_from_outside(context, home):
    *_, friday, saturday, monday = day.day_marks(home, context.today())

    assert friday.spoken == "Jumat 20 November: 7 permohonan, 4 lewat janji, 2 dari luar kecamatan"
    assert friday.title == "Masuk Jumat, 20 November 2026"
    assert saturday.name == "21"
    assert (monday.title, monday.is_now) == ("Masuk hari ini", True)


def test_promises_kept_have_their_share(home):
    kept, broken = day.kept_marks(home)

    assert kept.name == "tepat janji (66 %)"
    assert kept.spoken == "4 permohonan, 1 dari luar kecamatan selesai tepat janji"
    assert (broken.count, broken.title) == (2, "Lewat janji sejak 12 Nov")


def test_what_waits_is_named_by_its_step(home):
    marks = day.waiting_marks(home)

    assert [mark.name for mark in marks] == [
        *("Verifikasi", "Paraf", "Tanda tangan", "Siap diambil", "Dikembalikan", "Ditunda"),
    ]
    assert marks[0].title == "Menunggu: verifikasi"
    assert marks[0].spoken.startswith("Verifikasi: 4 permohonan, ")


def test_bars_show_the_most_asked_first(context, home):
    marks = day.service_marks(home, services.catalogue(context))

    assert [(mark.name, mark.count) for mark in marks] == [
        ("Domisili", 3),
        ("Tidak Mampu", 3),
        ("Pengantar SKCK", 1),
    ]


def test_rare_services_share_one_bar_and_one_list(context):
    codes = ("SKTM", "SKU", "SKDOM", "SKBN", "SKBM", "SKBR", "PSKCK", "PKK", "RIK", "LFC")
    for serial, code in enumerate(codes, 1):
        a_request(context, code=code, serial=serial)

    marks = day.service_marks(figures.home(context), services.catalogue(context))

    assert len(marks) == day.MOST_BARS
    assert (marks[-1].name, marks[-1].count) == ("3 layanan lain", 3)
    assert figures.count(context, marks[-1].key).count == 3
    assert sum(mark.count for mark in marks) == len(codes)

from datetime import timedelta

import pytest

from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.requests import PauseReason
from paten_desk.domain.workflow import Action, Status
from paten_desk.ui.requests import words
from paten_desk.ui.steps import StopState
from paten_desk.usecases import requests, services, work
from tests.builders import a_request
from tests.conftest import MORNING


@pytest.mark.parametrize(
    ("minutes", "chip"),
    [
        (-125, ("Terlambat 2 jam", "late")),
        (-20, ("Terlambat 20 menit", "late")),
        (-3 * 24 * 60, ("Terlambat 3 hari", "late")),
        (35, ("Sisa 35 menit", "warn")),
        (6 * 60, ("Hari ini 15.30", "accent")),
        (3 * 24 * 60, ("Senin 23 Nov", "neutral")),
    ],
)
def test_a_promise_is_a_word_and_a_tone(minutes, chip):
    assert words.due_chip(MORNING + timedelta(minutes=minutes), MORNING) == chip


def test_what_waits_for_the_citizen_is_not_late(context, clock):
    a_request(context, Status.READY)
    clock.forward(days=9)
    (row,) = requests.worklist(context, frozenset({Status.READY}))

    assert words.promise(row, context.now()) == ("Siap diambil", "good")


def test_a_paused_request_says_so(context):
    made = work.act(context, a_request(context).id, Action.PAUSE, "menunggu Dukcapil", PauseReason.OTHER_AGENCY)
    (row,) = requests.worklist(context, frozenset({Status.ACCEPTED}))

    assert words.promise(row, context.now()) == words.promise_of(made, context.now()) == ("Ditunda", "neutral")


def test_numbers_of_people_stay_hidden_in_lists():
    assert words.short_nik("9999050101900007") == "9999••••0007"
    assert words.short_nik("") == "tanpa NIK"
    assert words.short_number("0444/PATEN/2026") == "0444"
    assert words.short_number("") == "–"


def test_a_service_is_called_by_what_tells_it_from_the_others():
    assert words.short_service("Surat Keterangan Tidak Mampu") == "Tidak Mampu"
    assert words.short_service("Rekomendasi Izin Keramaian") == "Rekomendasi Izin Keramaian"


def test_the_way_stands_at_the_next_step(context, clock):
    made = a_request(context, Status.VERIFIED)
    steps = work.history(context, made.id)

    stops = words.stops(made, steps, context.now(), OutputKind.LETTER)

    assert [stop.state for stop in stops[:4]] == [StopState.DONE, StopState.DONE, StopState.NOW, StopState.LATER]
    assert stops[1].second == "Petugas Contoh, hari ini 09.30"
    assert stops[2].second == "menunggu operator"
    clock.forward(days=30)
    assert words.stops(made, steps, context.now(), OutputKind.LETTER)[2].state is StopState.LATE


def test_the_next_step_of_a_service_without_paper_is_no_number(context):
    catalogue = services.catalogue(context)

    assert words.next_words(Action.MAKE_READY, catalogue["SKTM"]) == "Beri nomor"
    assert words.next_words(Action.MAKE_READY, catalogue["RKTP"]) == "Selesaikan"
    assert words.next_words(None, catalogue["SKTM"]) == "–"

from dataclasses import replace
from datetime import timedelta

import pytest

from paten_desk.domain.requests import is_paused
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action
from paten_desk.ui.fields import TextField
from paten_desk.ui.requests.page import RequestsPage
from paten_desk.usecases import outages, requests, worklists
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, come_back, press, words, write


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, RequestsPage(context, tasks))


def noted(qtbot, answering, text="PLN padam", **typed):
    """Return how the form is filled: its cursor begins in the note."""

    def fill(dialog):
        for field in dialog.findChildren(TextField.__mro__[1]):
            if field.name in typed:
                field.editor.setText(typed[field.name])
        write(qtbot, dialog, text)
        answering("Mengerti")
        push(dialog, "Catat")

    return fill


def test_an_outage_is_noted_and_ended_by_one_key(context, clock, page, qtbot, answering):
    request = a_request(context)
    clock.forward(minutes=15)

    answering(noted(qtbot, answering))
    press(qtbot, page, "F8")

    assert is_paused(requests.load(context, request.id))
    assert page.outage.isVisible()
    assert "Gangguan listrik atau jaringan sejak Jumat, 20 November 2026 pukul 09.45" in words(page)
    assert page.outage.button.words() == "Akhiri gangguan"
    clock.forward(minutes=30)
    come_back(qtbot, page)

    def agree(dialog):
        assert dialog.buttons["now"].hasFocus()  # Enter is enough
        answering("Mengerti")
        push(dialog, "Akhiri sekarang")

    answering(agree)
    press(qtbot, page, "F8")

    held = requests.load(context, request.id)
    assert not is_paused(held)
    assert held.due_at - request.due_at == timedelta(minutes=30)
    assert not page.outage.isVisible()
    assert outages.running(context) == []


def test_what_is_wrong_stands_under_its_field(context, page, qtbot, answering):
    seen = []

    def wrong(dialog):
        push(dialog, "Catat")
        fields = {each.name: each for each in dialog.findChildren(TextField.__mro__[1])}
        seen.append(fields["Keterangan"].problem())
        fields["Pukul"].editor.setText("23.00")
        fields["Sampai pukul, pada hari itu"].editor.setText("pagi")
        push(dialog, "Catat")
        seen.append(fields["Sampai pukul, pada hari itu"].problem())
        fields["Sampai pukul, pada hari itu"].editor.setText("")
        push(dialog, "Catat")
        seen.append(fields["Pukul"].problem())
        fields["Sejak tanggal"].editor.setText("")
        push(dialog, "Catat")
        seen.append(fields["Sejak tanggal"].problem())
        push(dialog, "Kembali")

    answering(wrong)
    press(qtbot, page, "F8")

    assert seen == [
        "Tulis apa yang terjadi agar pemeriksa dapat mengerti.",
        "Tulis jam seperti 9.30 atau 14.05.",
        "Waktu mulainya belum tiba; isi waktu yang sudah lewat.",
        "Isi tanggalnya.",
    ]
    assert outages.running(context) == []


def test_an_outage_that_is_over_is_entered_with_both_times(context, clock, page, qtbot, answering):
    request = a_request(context)
    clock.forward(hours=1)

    answering(noted(qtbot, answering, **{"Pukul": "9.40", "Sampai pukul, pada hari itu": "9.50"}))
    press(qtbot, page, "F8")

    held = requests.load(context, request.id)
    assert (held.due_at - request.due_at).total_seconds() == 600
    assert not page.outage.isVisible()


def test_it_ends_at_an_earlier_time(context, clock, page, qtbot, answering):
    a_request(context)
    answering(noted(qtbot, answering))
    press(qtbot, page, "F8")
    clock.forward(hours=1)
    come_back(qtbot, page)

    def earlier(dialog):
        answering(at_ten)
        push(dialog, "Berakhir lebih awal")

    def at_ten(dialog):
        write(qtbot, dialog, "10.00")
        answering("Mengerti")
        push(dialog, "Simpan")

    answering(earlier)
    press(qtbot, page, "F8")

    (row,) = worklists.waiting(context, {Action.VERIFY})
    assert row.due_at == "2026-11-20T11:00:00+07:00"


def test_of_several_the_one_that_ended_is_asked_for(context, clock, page, qtbot, answering):
    answering(noted(qtbot, answering))
    press(qtbot, page, "F8")
    come_back(qtbot, page)
    answering(noted(qtbot, answering, "server Dukcapil"))
    press(qtbot, page, "Shift+F8")
    come_back(qtbot, page)
    assert len(outages.running(context)) == 2

    answering("Kembali")
    press(qtbot, page, "F8")

    assert len(outages.running(context)) == 2


def test_the_counter_sees_the_bar_and_cannot_press_it(context, tasks, qtbot):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))
    page = bring_up(qtbot, RequestsPage(clerk, tasks))

    press(qtbot, page, "F8")

    assert not page.outage.button.isVisible()
    assert outages.running(context) == []

from datetime import timedelta

from paten_desk.domain.workflow import Status
from paten_desk.ui.requests import visiting
from paten_desk.usecases import requests
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import press, words, write


def test_an_appointment_is_asked_for_and_kept(context, qtbot, answering):
    made = a_request(context, Status.VERIFIED, "SKDU")
    day = context.today() + timedelta(days=3)

    def fill(dialog):
        write(qtbot, dialog, f"{day:%d-%m-%Y}")
        press(qtbot, dialog, "Return")
        push(dialog, "Simpan")

    answering(fill)
    assert visiting.plan(context, made)

    kept = requests.load(context, made.id).field_check
    assert (kept.at.date(), kept.at.hour, kept.officer) == (day, 9, context.user.id)


def test_a_day_that_is_over_is_told_under_its_field(context, qtbot, answering):
    made = a_request(context, Status.VERIFIED, "SKDU")
    said = []

    def fill(dialog):
        write(qtbot, dialog, f"{context.today() - timedelta(days=1):%d-%m-%Y}")
        push(dialog, "Simpan")
        said.extend(words(dialog))
        push(dialog, "Kembali")

    answering(fill)
    assert not visiting.plan(context, made)

    assert "Waktu ini sudah lewat; pilih waktu yang akan datang." in said


def test_the_finding_is_asked_for_and_kept(context, qtbot, answering):
    made = a_request(context, Status.VERIFIED, "SKDU")

    def fill(dialog):
        write(qtbot, dialog, "usahanya berjalan")
        push(dialog, "Simpan hasil")

    answering(fill)
    assert visiting.finish(context, made)

    assert requests.load(context, made.id).status is Status.FIELD_CHECKED

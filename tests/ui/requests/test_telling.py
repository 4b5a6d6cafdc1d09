from PySide6.QtWidgets import QApplication

from paten_desk.domain.reminders import Outcome
from paten_desk.domain.workflow import Status
from paten_desk.ui.requests import telling
from paten_desk.usecases import reminders, requests
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import words


def test_a_citizen_is_told_and_it_is_kept(context, qtbot, answering):
    made = a_request(context, Status.READY, "SKDU")
    said = []

    def read(dialog):
        form = dialog.findChild(telling.TellingForm)
        said.extend(words(dialog))
        assert form.code.width() > 100
        push(dialog, "Salin teks")
        push(dialog, "Catat")

    answering(read)
    assert telling.ask(context, made.id)

    assert requests.load(context, made.id).calls[0].outcome is Outcome.MESSAGE
    assert any("dapat diambil" in text for text in said)
    assert QApplication.clipboard().text() == reminders.message(context, made.id).text


def test_without_a_result_nothing_is_kept(context, qtbot, answering):
    made = a_request(context, Status.READY)
    answering("Kembali")

    assert not telling.ask(context, made.id)
    assert requests.load(context, made.id).calls == ()

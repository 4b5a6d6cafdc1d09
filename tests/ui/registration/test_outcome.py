import pytest
from PySide6.QtWidgets import QApplication, QLabel

from paten_desk.domain.errors import PatenError
from paten_desk.ui import printing
from paten_desk.ui.registration.outcome import Outcome
from paten_desk.usecases import requests
from tests.builders import a_visit
from tests.ui.conftest import press


@pytest.fixture
def outcome(qtbot, context, tasks):
    made = Outcome(context, tasks)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def seen(widget):
    QApplication.processEvents()
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def test_the_number_and_the_promise_stand_beside_the_receipt(outcome, context, tasks):
    outcome.show_visit(requests.register(context, a_visit(context)))
    tasks.wait()

    assert "0001/PATEN/2026" in seen(outcome)
    assert "Hari ini, pukul 10.30 WIB" in seen(outcome)
    assert outcome.pdf().startswith(b"%PDF")


def test_the_strip_for_a_small_printer_is_one_choice_away(outcome, context, tasks):
    outcome.show_visit(requests.register(context, a_visit(context)))
    tasks.wait()
    before = outcome.pdf()

    press(outcome, "Lembar: Struk 80 mm")
    tasks.wait()

    assert outcome.pdf() != before
    assert any(words.startswith("80 ×") for words in seen(outcome))


def test_a_returned_dossier_names_what_is_missing(outcome, context, tasks):
    (request,) = requests.register(context, a_visit(context, is_complete=False))

    outcome.show_visit((request,))
    tasks.wait()

    assert "Dikembalikan" in seen(outcome)
    assert any(words.startswith("• ") for words in seen(outcome))


def test_without_a_printer_the_clerk_is_told_what_to_do(outcome, context, tasks, monkeypatch, qtbot):
    monkeypatch.setattr(printing, "printers", list)
    outcome.show_visit(requests.register(context, a_visit(context)))
    tasks.wait()

    with qtbot.captureExceptions() as caught:
        outcome.print.click()
        tasks.wait()

    assert isinstance(caught[0][1], PatenError)
    assert "belum punya printer" in caught[0][1].message


def test_a_request_can_be_opened_from_here(outcome, context, tasks, qtbot):
    (request,) = requests.register(context, a_visit(context))
    outcome.show_visit((request,))
    tasks.wait()

    with qtbot.waitSignal(outcome.open_request) as asked:
        press(outcome, "Buka berkas")

    assert asked.args == [request.id]

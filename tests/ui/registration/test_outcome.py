from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from paten_desk.domain.errors import PatenError
from paten_desk.domain.printing import PrintProfile, SheetKind
from paten_desk.ui import printing
from paten_desk.ui.registration.outcome import Outcome
from paten_desk.usecases import print_profiles, receipts, requests
from tests.builders import a_visit
from tests.ui.conftest import press
from tests.ui.pages import press as key


@pytest.fixture
def outcome(qtbot, context, tasks):
    made = Outcome(context, tasks)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def choose(outcome, form, tasks):
    outcome.sheet.set_value(form)
    outcome.sheet.changed.emit()
    tasks.wait()


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

    choose(outcome, "80mm", tasks)

    assert outcome.pdf() != before
    assert any(words.startswith("80 ×") for words in seen(outcome))


def test_every_size_of_receipt_is_offered(outcome, context, tasks):
    outcome.show_visit(requests.register(context, a_visit(context)))

    offered = [outcome.sheet.combo.itemText(at) for at in range(outcome.sheet.combo.count())]

    assert offered == [*receipts.FORMATS.values(), "Teks (dot matrix)"]


def test_the_arrow_keys_choose_a_size(qtbot, outcome, context, tasks):
    outcome.activateWindow()
    qtbot.waitUntil(outcome.isActiveWindow)
    outcome.show_visit(requests.register(context, a_visit(context)))
    tasks.wait()
    outcome.sheet.editor.setFocus()

    for _ in range(3):
        key(qtbot, outcome, "Down")
    tasks.wait()

    assert any(words.startswith("58 ×") for words in seen(outcome))


def test_the_next_citizen_gets_the_size_that_was_chosen_last_on_this_computer(qtbot, outcome, context, tasks):
    outcome.show_visit(requests.register(context, a_visit(context)))
    choose(outcome, "half_f4", tasks)

    tomorrow = Outcome(context, tasks)
    qtbot.addWidget(tomorrow)
    tomorrow.show_visit(requests.register(context, a_visit(context, serial=2)))
    tasks.wait()

    assert tomorrow.sheet.value() == "half_f4"


def test_what_is_missing_is_told_whatever_size_was_chosen_last(outcome, context, tasks):
    print_profiles.keep_receipt_form(context, "text")
    outcome.show_visit(requests.register(context, a_visit(context, is_complete=False)))
    tasks.wait()

    assert outcome.print.words() == "Cetak lembar kekurangan"
    assert outcome.pdf().startswith(b"%PDF")


def test_the_text_for_a_dot_matrix_printer_is_read_before_it_is_printed(outcome, context, tasks):
    outcome.show_visit(requests.register(context, a_visit(context)))
    tasks.wait()

    choose(outcome, "text", tasks)

    assert outcome.text.isVisible()
    assert not outcome.preview.isVisible()
    assert "TANDA TERIMA BERKAS   Nomor 0001/PATEN/2026" in outcome.text.toPlainText()
    assert not outcome.save.isEnabled()

    choose(outcome, "a5", tasks)

    assert outcome.preview.isVisible()
    assert outcome.save.isEnabled()


@pytest.mark.parametrize("copies", [1, 2])
def test_the_dot_matrix_printer_gets_its_codes_as_often_as_its_profile_says(outcome, context, tasks, printer, copies):
    print_profiles.save(context, PrintProfile(SheetKind.RECEIPT_TEXT, "L3210", copies=copies))
    (request,) = requests.register(context, a_visit(context))
    outcome.show_visit((request,))
    choose(outcome, "text", tasks)

    outcome.print.click()
    tasks.wait()

    assert printer.content() == receipts.receipt_text(context, request.visit) * copies
    assert "raw" in printer.options()
    assert outcome.said.text().startswith("Diterima printer L3210 pukul 09.30")


def test_two_dossiers_of_one_service_that_were_given_back_are_told_apart(outcome, context, tasks):
    visit = a_visit(context, is_complete=False)
    twice = replace(visit, requests=(*visit.requests, *visit.requests))

    outcome.show_visit(requests.register(context, twice))

    offered = [outcome.sheet.combo.itemText(at) for at in range(outcome.sheet.combo.count())]
    assert offered == ["Kekurangan SKTM, berkas 1", "Kekurangan SKTM, berkas 2"]


def test_where_there_is_no_room_for_the_paper_the_number_still_stands(outcome, context, tasks):
    outcome.show_visit(requests.register(context, a_visit(context)))
    tasks.wait()
    outcome.preview.hide()

    outcome.resize(500, 330)

    assert "0001/PATEN/2026" in seen(outcome)
    assert not outcome.preview.isVisible()
    assert outcome.sheet.isVisible()


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

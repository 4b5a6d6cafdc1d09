import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from paten_desk.domain.requests import is_paused
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.ui.requests import acting
from paten_desk.usecases import letters, officials, requests, work
from tests.builders import a_request, with_officials
from tests.ui.conftest import press


@pytest.fixture
def act(context, tasks):
    """Do a step and return how often it was told to be done."""

    def do(request, action):
        done = []
        acting.act(context, tasks, request, action, lambda: done.append(1))
        tasks.wait()
        return len(done)

    return do


def test_a_plain_step_asks_nothing(context, act):
    made = a_request(context)

    assert act(made, Action.VERIFY) == 1
    assert requests.load(context, made.id).status is Status.VERIFIED


def test_sending_a_citizen_away_asks_for_the_reason(context, act, answering, qtbot):
    made = a_request(context)

    def give(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit), "KK sudah tidak berlaku")
        press(dialog, "Kembalikan")

    answering(give)

    assert act(made, Action.RETURN) == 1
    held = requests.load(context, made.id)
    assert (held.status, held.personal.reason) == (Status.RETURNED, "KK sudah tidak berlaku")


def test_going_back_from_the_question_does_nothing(context, act, answering):
    made = a_request(context)
    answering("Kembali")

    assert act(made, Action.REJECT) == 0
    assert requests.load(context, made.id).status is Status.ACCEPTED


def test_a_pause_asks_for_its_cause_and_its_words(context, act, answering, qtbot):
    made = a_request(context)

    def give(dialog):
        form = dialog.findChild(acting.PauseForm)
        press(dialog, "Tunda")
        assert "paling sedikit 5 huruf" in form.reason.problem()
        form.cause.set_value("other_agency")
        qtbot.keyClicks(form.reason.editor, "menunggu Dukcapil")
        qtbot.keyClick(form.reason.editor, Qt.Key.Key_Return)

    answering(give)

    assert act(made, Action.PAUSE) == 1
    held = requests.load(context, made.id)
    assert is_paused(held)
    assert held.pauses[0].reason == "other_agency"


def test_the_signature_is_noted_with_enter_for_the_first_official(context, act, answering, qtbot):
    made = a_request(context, Status.INITIALLED_SECRETARY)
    camat = with_officials(context)
    answering(lambda dialog: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))

    assert act(made, Action.SIGN) == 1
    held = requests.load(context, made.id)
    assert held.status is Status.SIGNED
    assert journal.load(letters.Letter, held.letter).official == camat


def test_without_officials_the_signature_waits(context, act, answering):
    made = a_request(context, Status.INITIALLED_SECRETARY)
    answering("Mengerti")

    assert act(made, Action.SIGN) == 0
    assert requests.load(context, made.id).status is Status.INITIALLED_SECRETARY


def test_several_steps_in_a_row_are_one_record_each_and_stop_at_the_signature(context):
    made = a_request(context)
    assert acting.ahead(context, made) == 4

    done = acting.walk(context, made)

    assert done.status is Status.INITIALLED_SECRETARY
    assert len(journal.history(made.id)) == 5
    assert acting.ahead(context, done) == 0


def test_the_button_says_what_the_step_does():
    service = letters.OutputKind

    assert acting.verb(Action.MAKE_READY, service.LETTER) == "Beri nomor dan terbitkan"
    assert acting.verb(Action.MAKE_READY, service.NONE) == "Tandai siap diambil"
    assert acting.verb(Action.SIGN, service.LETTER) == "Sudah ditandatangani"


def test_a_letter_whose_signer_has_left_is_signed_by_who_is_in_office_before_it_is_issued(context, act, answering):
    made = a_request(context, Status.SIGNED)
    old = work.letter_of(made)
    officials.end(context, old.official)
    answering("Kembali")
    assert act(made, Action.MAKE_READY) == 0
    assert requests.load(context, made.id).status is Status.SIGNED

    answering("Catat tanda tangan")

    assert act(made, Action.MAKE_READY) == 1
    new = work.letter_of(requests.load(context, made.id))
    assert new.document
    assert new.signature.name == "SEKCAM CONTOH"

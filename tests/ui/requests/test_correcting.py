from dataclasses import replace

from paten_desk.domain.workflow import Status
from paten_desk.ui.requests.correcting import AnswersForm
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.usecases import corrections, requests
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, press, words


def an_unfilled(context, status=Status.VERIFIED):
    made = a_request(context, status, "SKDU")
    return corrections.correct(context, made.id, replace(corrections.answers_of(made), village_letter_number=""))


def test_f2_fills_what_the_letter_lacks(context, tasks, qtbot, answering):
    made = an_unfilled(context)
    page = bring_up(qtbot, RequestPage(context, tasks, made.id))
    assert any("Tekan F2" in text for text in words(page))

    def fill(dialog):
        form = dialog.findChild(AnswersForm)
        form.letter_number.editor.setFocus()
        qtbot.keyClicks(form.letter_number.line, "470/7/KADES/2026")
        push(dialog, "Simpan perubahan")

    answering(fill)
    press(qtbot, page, "F2")

    assert requests.load(context, made.id).personal.village_letter_number == "470/7/KADES/2026"
    assert not any("Tekan F2" in text for text in words(page))


def test_going_back_changes_nothing(context, tasks, qtbot, answering):
    made = an_unfilled(context)
    page = bring_up(qtbot, RequestPage(context, tasks, made.id))

    answering("Kembali")
    press(qtbot, page, "F2")

    assert requests.load(context, made.id) == made


def test_a_date_that_cannot_be_read_stays_in_the_dialog(context, qapp):
    form = AnswersForm(context, an_unfilled(context))
    form.letter_date.line.setText("99-99-2026")

    assert not form.allowed()
    assert form.letter_date.problem()


def test_after_the_signature_there_is_nothing_to_change(context, tasks, qtbot):
    made = a_request(context, Status.SIGNED)

    page = bring_up(qtbot, RequestPage(context, tasks, made.id))

    assert not page.correct.isVisible()

import pytest

from paten_desk.domain.workflow import Status
from paten_desk.ui.handover.form import HandoverForm
from paten_desk.usecases import handover, requests
from tests.builders import a_request
from tests.ui.pages import bring_up, heard, press, words, write


@pytest.fixture
def form(context, qtbot):
    made = HandoverForm(context)
    made.refresh = lambda: None
    return bring_up(qtbot, made, width=420)


def test_before_a_paper_is_chosen_the_form_says_how_to_begin(form):
    assert "Pilih surat yang akan diserahkan." in words(form)
    assert not form.save.isVisible()


def test_the_form_is_filled_for_the_applicant_and_asks_one_question(context, form):
    made = a_request(context, Status.READY)

    form.show_request(made)

    assert form.name.value() == made.personal.applicant.name
    assert form.relation.value() == "pemohon sendiri"
    assert handover.question(made).text in words(form)
    assert handover.question(made).answer not in words(form)


def test_a_wrong_answer_shows_what_the_dossier_says_and_asks_for_a_reason(context, form, qtbot):
    made = a_request(context, Status.READY)
    gone = heard(form.handed_over)
    form.show_request(made)
    form.begin()

    write(qtbot, form, "tidak tahu")
    press(qtbot, form, "Ctrl+S")

    assert form.answer.problem().startswith("Jawaban belum cocok")
    assert f"Di berkas tertulis: {handover.question(made).answer}" in words(form)
    assert form.override_reason.isVisible()
    assert gone == []

    form.override_reason.editor.setFocus()
    write(qtbot, form, "dikenal langsung oleh Kasi")
    press(qtbot, form, "Ctrl+S")

    assert requests.load(context, made.id).personal.collector.overridden
    assert len(gone) == 1


def test_a_proxy_needs_the_letter(context, form, qtbot):
    made = a_request(context, Status.READY)
    form.show_request(made)
    form.answer.set_value(handover.question(made).answer)
    form.name.set_value("ORANG LAIN")
    assert not form.proxy_letter.isVisible()

    form.relation.segments.choose("penerima kuasa")
    form.relation.changed.emit()
    press(qtbot, form, "Ctrl+S")
    assert "surat kuasa" in form.proxy_letter.problem()

    form.proxy_letter.set_value(True)
    press(qtbot, form, "Ctrl+S")
    assert requests.load(context, made.id).status is Status.HANDED_OVER


def test_a_short_nik_of_the_collector_is_told_under_its_field(context, form, qtbot):
    made = a_request(context, Status.READY)
    form.show_request(made)
    form.answer.set_value(handover.question(made).answer)
    form.nik.set_value("99990501")

    press(qtbot, form, "Ctrl+S")

    assert "baru terisi 8" in form.nik.problem()
    assert requests.load(context, made.id).status is Status.READY


def test_looking_again_keeps_what_was_typed(context, form):
    made = a_request(context, Status.READY)
    form.show_request(made)
    form.answer.set_value("sudah diketik")

    form.show_request(requests.load(context, made.id))

    assert form.answer.value() == "sudah diketik"

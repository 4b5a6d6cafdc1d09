import pytest

from paten_desk.domain.workflow import Status
from paten_desk.ui.handover.page import TWO_PANELS, HandoverPage
from paten_desk.usecases import handover, proofs, receipts, requests
from tests.builders import a_request
from tests.ui.pages import bring_up, press, words, write


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, HandoverPage(context, tasks))


def test_before_the_first_letter_the_list_says_what_will_be_here(page):
    assert "Surat muncul di sini begitu diberi nomor dan terbit." in words(page)


def test_a_letter_is_handed_over_by_its_last_digits_and_one_answer(context, page, qtbot):
    other = a_request(context, Status.READY, serial=1)
    made = a_request(context, Status.READY, serial=2)
    page.refresh()

    write(qtbot, page, "2")
    press(qtbot, page, "Return")
    write(qtbot, page, handover.question(made).answer)
    press(qtbot, page, "Ctrl+S")

    assert requests.load(context, made.id).status is Status.HANDED_OVER
    assert requests.load(context, other.id).status is Status.READY
    assert f"Nomor 0002 sudah diserahkan kepada {made.personal.applicant.name}." in words(page)
    assert page.box.value() == ""
    assert page.box.editor.hasFocus()


def hand_over(context, page, qtbot):
    made = a_request(context, Status.READY)
    page.refresh()
    write(qtbot, page, "1")
    press(qtbot, page, "Return")
    write(qtbot, page, handover.question(made).answer)
    press(qtbot, page, "Ctrl+S")
    return made


def test_the_slip_for_both_to_sign_is_printed_by_a_key_after_the_hand_over(context, page, qtbot, tasks, printer):
    made = hand_over(context, page, qtbot)

    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    assert printer.content() == receipts.handover_pdf(context, made.id)
    assert printer.title() == "Bukti penyerahan 0001"
    assert "Bukti penyerahan 0001 diterima printer L3210 pukul 09.30." in words(page)
    assert page.box.editor.hasFocus()


def test_before_a_hand_over_there_is_no_slip_to_print(context, page, qtbot, tasks, printer):
    a_request(context, Status.READY)
    page.refresh()

    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    assert not page.print.isVisible()
    assert printer.is_blank()


def test_the_slip_is_offered_until_the_next_citizen_is_looked_for(context, page, qtbot):
    hand_over(context, page, qtbot)
    assert page.print.isVisible()

    write(qtbot, page, "2")

    assert not page.print.isVisible()


def test_on_a_narrow_page_list_and_form_take_turns(context, tasks, qtbot):
    page = bring_up(qtbot, HandoverPage(context, tasks), width=TWO_PANELS - 20)
    a_request(context, Status.READY, serial=1)
    a_request(context, Status.READY, serial=2)
    page.refresh()
    assert page.box.isVisible()
    assert not page.form.isVisible()

    press(qtbot, page, "Down")
    press(qtbot, page, "Down")
    assert page.box.isVisible()

    press(qtbot, page, "Return")

    assert page.form.answer.editor.hasFocus()
    assert not page.box.isVisible()

    press(qtbot, page, "Ctrl+F")

    assert page.box.editor.hasFocus()
    assert not page.form.isVisible()


def test_a_row_that_is_only_shown_begins_nothing(context, page):
    a_request(context, Status.READY)

    page.refresh()

    assert page.table.rows.rowCount() == 1
    assert not page.form.save.isVisible()


def test_the_arrow_goes_to_the_list_and_enter_begins(context, page, qtbot):
    a_request(context, Status.READY)
    page.refresh()

    press(qtbot, page, "Down")
    assert page.table.view.hasFocus()

    press(qtbot, page, "Return")
    assert page.form.answer.editor.hasFocus()


def test_the_code_of_a_receipt_finds_its_letter(context, page):
    a_request(context, Status.READY, serial=1)
    made = a_request(context, Status.READY, serial=2)

    page.box.set_value(proofs.of_receipt(context, made))
    page.box.changed.emit()

    assert [row.key.id for row in page.table.rows.rows] == [made.id]


def test_what_is_not_ready_is_not_offered(context, page, qtbot):
    a_request(context, Status.ACCEPTED, serial=1)

    write(qtbot, page, "1")

    assert "Tidak ada yang siap diambil dengan nomor atau nama itu." in words(page)


def test_another_page_can_bring_its_request(context, page):
    made = a_request(context, Status.READY)

    page.show_view(made.id)

    assert page.form.save.isVisible()
    assert page.form.answer.editor.hasFocus()


def test_work_that_ends_elsewhere_leaves_the_answer_alone(context, page, qtbot):
    a_request(context, Status.READY)
    page.refresh()
    press(qtbot, page, "Return")
    write(qtbot, page, "jawaban")

    page.refresh()

    assert page.form.answer.value() == "jawaban"
    assert page.form.answer.editor.hasFocus()

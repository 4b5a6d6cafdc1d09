import pytest

from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.ui.requests.people_page import PeoplePage
from paten_desk.usecases import requests
from tests.builders import a_request, a_user
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, heard, press, words, write


@pytest.fixture
def kasi(context):
    return a_user(context, Role.SECTION_HEAD)


def rename(page, name):
    page.applicant.fields.name_field.line.setText(name)


def agree(qtbot):
    def with_password(dialog):
        write(qtbot, dialog, "payung biru tua")
        press(qtbot, dialog, "Return")

    return with_password


def test_two_people_correct_who_a_numbered_request_is_of(context, qtbot, answering, kasi):
    made = a_request(context)
    page = bring_up(qtbot, PeoplePage(context, made))
    left = heard(page.back)
    rename(page, "MELATI CONTOH")

    answering(agree(qtbot))
    press(qtbot, page, "Ctrl+S")

    corrected = requests.load(context, made.id)
    assert corrected.personal.applicant.name == "MELATI CONTOH"
    assert journal.history(made.id)[-1].fact.approver == kasi.id
    assert left == [()]


def test_without_the_second_person_everything_stays_with_what_was_typed(context, qtbot, answering, kasi):
    made = a_request(context)
    page = bring_up(qtbot, PeoplePage(context, made))
    left = heard(page.back)
    rename(page, "MELATI CONTOH")

    answering("Kembali")
    press(qtbot, page, "Ctrl+S")

    assert requests.load(context, made.id) == made
    assert page.applicant.fields.name_field.value() == "MELATI CONTOH"
    assert left == []


def test_a_returned_dossier_is_corrected_alone_and_its_subject_too(context, qtbot):
    made = a_request(context, Status.RETURNED)
    page = bring_up(qtbot, PeoplePage(context, made))
    page.whom.setFocus()
    press(qtbot, page, "Right")
    form = page.subjects.forms[0]
    form.fields.name_field.line.setText("KAMBOJA CONTOH")
    form.fields.no_nik_reason.line.setText("bayi baru lahir")

    press(qtbot, page, "Ctrl+S")

    assert [each.name for each in requests.load(context, made.id).personal.subjects] == ["KAMBOJA CONTOH"]


def test_what_is_wrong_stands_under_its_field(context, qtbot):
    made = a_request(context)
    page = bring_up(qtbot, PeoplePage(context, made))
    rename(page, "")

    press(qtbot, page, "Ctrl+S")

    assert page.applicant.fields.name_field.problem() == "Isi nama sesuai KTP."
    assert page.applicant.fields.name_field.line.hasFocus()
    assert requests.load(context, made.id) == made


def test_nothing_typed_is_nothing_recorded_and_esc_leads_back(context, qtbot):
    made = a_request(context)
    page = bring_up(qtbot, PeoplePage(context, made))
    left, before = heard(page.back), journal.head().length

    press(qtbot, page, "Ctrl+S")
    press(qtbot, page, "Esc")

    assert journal.head().length == before
    assert len(left) == 2


def test_esc_asks_before_something_typed_is_left(context, qtbot, answering):
    page = bring_up(qtbot, PeoplePage(context, a_request(context)))
    left = heard(page.back)
    rename(page, "MELATI CONTOH")

    answering("Kembali")
    press(qtbot, page, "Esc")
    assert left == []

    answering("Tinggalkan perubahan")
    page.leave_it.click()
    assert left == [()]


def test_the_look_at_full_numbers_is_recorded(context, qtbot, clock):
    made = a_request(context)
    clock.forward(minutes=20)

    bring_up(qtbot, PeoplePage(context, made))

    looked = journal.history(made.personal.applicant.person)[-1]
    assert looked.fact.kind == "person.looked_up.v1"


@pytest.mark.parametrize("way", ["Shift+F2", "F2"])
def test_the_request_leads_to_its_people(context, tasks, qtbot, answering, way):
    page = bring_up(qtbot, RequestPage(context, tasks, a_request(context).id))
    made = heard(page.page_made)

    if way == "F2":
        answering(lambda dialog: push(dialog, "Betulkan data orang"))
    press(qtbot, page, way)

    assert isinstance(made[0], PeoplePage)


def test_after_the_signature_people_stay(context, tasks, qtbot):
    page = bring_up(qtbot, RequestPage(context, tasks, a_request(context, Status.SIGNED).id))
    made = heard(page.page_made)

    press(qtbot, page, "Shift+F2")

    assert made == []
    assert "Betulkan data orang" not in words(page)

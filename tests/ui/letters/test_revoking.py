import pytest
from PySide6.QtWidgets import QApplication

from paten_desk.domain.letters import Letter, LetterState
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui.letters import revoking
from paten_desk.ui.letters.page import LettersPage
from tests.builders import a_request, a_user
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, heard, press, words, write


@pytest.fixture
def issued(context):
    a_user(context, Role.SECTION_HEAD)
    return a_request(context, Status.READY)


@pytest.fixture
def page(issued, context, tasks, qtbot):
    made = bring_up(qtbot, LettersPage(context, tasks))
    made.show_view("book")
    tasks.wait()
    return made


def letter_of(request):
    return journal.load(Letter, journal.load(Request, request.id).letter)


def agreeing(qtbot, answering):
    def agree(dialog):
        write(qtbot, dialog, "payung biru tua")
        press(qtbot, dialog, "Return")

    answering(agree)


def saying(qtbot, answering, why, key=""):
    """Fill the form: another way by a key, the reason, on; then let the second person agree."""

    def fill(dialog):
        if key:
            press(qtbot, dialog, key)
            press(qtbot, dialog, "Space")
        press(qtbot, dialog, "Return")
        write(qtbot, dialog, why)
        agreeing(qtbot, answering)
        push(dialog, "Lanjut")

    answering(fill)


def test_a_letter_is_revoked_with_a_reason_and_a_second_person(issued, page, tasks, qtbot, answering):
    saying(qtbot, answering, "salah orang", "Right")
    page.end.click()
    tasks.wait()

    assert letter_of(issued).state is LetterState.REVOKED
    assert page.book.rows.rows[0].cells[2] == ("DICABUT", "late")
    assert any("DICABUT sejak 20 November 2026: salah orang" in text for text in words(page))
    assert "Dicabut" in words(page)
    assert not page.end.isVisible()


def test_a_replacement_opens_its_request(issued, page, tasks, qtbot, answering):
    opened = heard(page.open_request)

    def fill(dialog):
        press(qtbot, dialog, "Return")
        write(qtbot, dialog, "nama salah")
        answering(agree)
        push(dialog, "Lanjut")

    def agree(dialog):
        write(qtbot, dialog, "payung biru tua")
        press(qtbot, dialog, "Return")
        answering(told)

    def told(dialog):
        assert any("Permohonan 0002/PATEN/2026 dibuat" in text for text in words(dialog))
        press(qtbot, dialog, "Return")

    answering(fill)
    page.end.click()
    tasks.wait()

    assert opened == [letter_of(issued).replacement]
    assert letter_of(issued).state is LetterState.VALID


def test_without_a_reason_the_form_stays(issued, page, answering):
    def fill(dialog):
        push(dialog, "Lanjut")
        assert "Tulis alasannya; ia tercatat di buku surat." in words(dialog)
        assert QApplication.focusWidget() is not None
        dialog.reject()

    answering(fill)
    page.end.click()

    assert letter_of(issued).state is LetterState.VALID


def test_a_letter_that_counts_and_stands_alone_says_nothing(issued):
    assert revoking.standing(letter_of(issued)) == ""

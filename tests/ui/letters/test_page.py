from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from paten_desk.domain.letters import Letter
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui import printing
from paten_desk.ui.letters.page import LettersPage
from paten_desk.usecases import letters, requests
from tests.builders import a_request, with_officials
from tests.ui.pages import bring_up, come_back, heard, press, words


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, LettersPage(context, tasks))


def test_an_empty_pile_says_when_letters_come(page):
    assert "Tidak ada surat yang menunggu tanda tangan." in words(page)
    assert not page.next.isVisible()


def test_a_letter_is_signed_numbered_and_shown_in_the_register_by_keys(context, page, tasks, qtbot, answering):
    made = a_request(context, Status.INITIALLED_SECRETARY)
    with_officials(context)
    page.refresh()
    page.begin()

    answering(lambda dialog: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    press(qtbot, page, "Ctrl+S")
    assert requests.load(context, made.id).status is Status.SIGNED
    come_back(qtbot, page)

    press(qtbot, page, "Ctrl+Tab")
    assert page.next.words() == "Beri nomor dan terbitkan"
    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert requests.load(context, made.id).status is Status.READY
    assert page.tabs["book"].isChecked()
    assert page.print.words() == "Cetak surat"
    assert page.print.hasFocus()
    assert page.copy.isVisible()


def test_the_preview_is_the_paper_that_prints(context, page, tasks):
    made = a_request(context, Status.READY)
    page.show_view("book")
    tasks.wait()

    assert page.preview._sheets[0]._pdf == letters.original(context, made.id)
    assert "Sudah terbit" in words(page)


def test_enter_opens_the_request_behind_the_letter(context, page, qtbot):
    made = a_request(context, Status.READY)
    opened = heard(page.open_request)
    page.show_view("book")

    press(qtbot, page, "Return")

    assert opened == [made.id]


@pytest.mark.skipif(bool(printing.printers()), reason="this computer has a printer")
def test_a_copy_is_counted_even_where_the_printer_is_dead(context, page, tasks, qtbot):
    made = a_request(context, Status.READY)
    page.show_view("book")
    tasks.wait()

    with qtbot.captureExceptions() as caught:
        press(qtbot, page, "Ctrl+Shift+P")
        tasks.wait()

    assert "belum tercetak" in caught[0][1].message
    assert journal.load(Letter, made.letter).copies == 1


def test_a_letter_is_saved_byte_for_byte(context, page, tasks, tmp_path, monkeypatch):
    made = a_request(context, Status.READY)
    page.show_view("book")
    tasks.wait()
    asked = []
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        lambda parent, title, suggested, *_, **__: (asked.append(suggested), (str(tmp_path / "surat.pdf"), ""))[1],
    )

    page.save.click()
    tasks.wait()

    assert (tmp_path / "surat.pdf").read_bytes() == letters.original(context, made.id)
    assert asked[0].endswith("Tidak Mampu.pdf")


def test_in_a_narrow_window_list_and_paper_take_turns(context, tasks, qtbot):
    a_request(context, Status.INITIALLED_SECRETARY)
    page = bring_up(qtbot, LettersPage(context, tasks), width=844)
    assert page.pile.isVisible()
    assert not page.preview.isVisible()

    press(qtbot, page, "F6")

    assert page.preview.isVisible()
    assert not page.pile.isVisible()


def test_who_may_not_sign_sees_the_paper_but_no_step(context, tasks, qtbot):
    a_request(context, Status.INITIALLED_SECRETARY)
    operator = replace(context, user=replace(context.user, roles=(Role.OPERATOR,)))

    page = bring_up(qtbot, LettersPage(operator, tasks))

    assert page.print.isVisible()
    assert not page.next.isVisible()


def test_an_office_that_numbers_at_print_gives_the_number_before_the_signature(context, tasks, qtbot):
    made = a_request(context, Status.INITIALLED_SECRETARY)
    early = context.with_office(replace(context.office, number_at_print=True))
    page = bring_up(qtbot, LettersPage(early, tasks))
    assert page.number.isVisible()

    page.number.click()

    assert journal.load(Letter, made.letter).serial == 1
    assert not page.number.isVisible()

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from paten_desk.domain.number_book import NumberEntry, NumberState
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui.numbers.page import NumbersPage
from paten_desk.usecases import number_lines
from tests.builders import a_request, a_user
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, come_back, press, words, write

PASSWORD = "payung biru tua"


@pytest.fixture
def page(context, tasks, qtbot):
    a_user(context, Role.SECTION_HEAD)
    a_request(context, Status.READY)
    return bring_up(qtbot, NumbersPage(context, tasks))


@pytest.fixture
def agree(qtbot, answering):
    """Answer a form by typing into its fields one after the other, then let the second person agree."""

    def fill(verb, *texts, two=True):
        def consent(dialog):
            write(qtbot, dialog, PASSWORD)
            press(qtbot, dialog, "Return")

        def typed(dialog):
            for line, text in zip(dialog.findChildren(QLineEdit), texts, strict=True):
                line.setText(text)
            if two:
                answering(consent)
            push(dialog, verb)

        answering(typed)

    return fill


def states(page):
    return [(row.cells[0], row.cells[-1][0]) for row in page.table.rows.rows]


def test_the_book_shows_every_number_and_says_that_all_are_explained(page):
    assert states(page) == [("1", "Terpakai")]
    assert "1 nomor, semuanya terjelaskan" in words(page)


def test_numbers_are_set_aside_by_two_and_one_is_filled_in(qtbot, context, page, agree):
    agree("Cadangkan", "2", "Pak Sekcam", "listrik padam di desa")
    press(qtbot, page, "Ctrl+N")

    assert states(page) == [("3", "Dicadangkan"), ("2", "Dicadangkan"), ("1", "Terpakai")]
    come_back(qtbot, page)
    page.begin()
    agree("Simpan", "20-11-2026", "MELATI CONTOH", "Pengantar", two=False)
    press(qtbot, page, "F2")

    assert states(page)[1] == ("2", "Ditulis tangan")
    (filled,) = (held for held in journal.load_all(NumberEntry) if held.state is NumberState.FILLED)
    assert filled.personal.name == "MELATI CONTOH"


def test_a_number_is_voided_with_a_reason_and_a_second_person(qtbot, context, page, agree):
    agree("Nyatakan batal", "salah ketik nama")

    press(qtbot, page, "Ctrl+D")

    assert states(page) == [("1", "BATAL")]
    (entry,) = journal.load_all(NumberEntry)
    assert journal.history(entry.id)[0].fact.approver
    assert not page.void.isEnabled()


def test_a_number_is_not_voided_without_a_reason(qtbot, page, answering):
    def nothing(dialog):
        push(dialog, "Nyatakan batal")
        assert any("Tulis alasannya" in text for text in words(dialog))
        dialog.reject()

    answering(nothing)
    press(qtbot, page, "Ctrl+D")

    assert states(page) == [("1", "Terpakai")]


def test_a_forgotten_letter_gets_a_number_between(qtbot, page, agree):
    agree("Sisipkan", "19-11-2026", "KAMBOJA CONTOH", "Keterangan", "terlewat saat listrik padam")

    press(qtbot, page, "Ctrl+I")

    assert states(page) == [("1.a", "Nomor sisipan"), ("1", "Terpakai")]


def test_a_paper_book_goes_on_before_the_first_number(qtbot, context, tasks, answering):
    page = bring_up(qtbot, NumbersPage(context, tasks))
    assert "Belum ada nomor" in words(page)

    def last(dialog):
        write(qtbot, dialog, "114")
        press(qtbot, dialog, "Return")

    answering(last)
    push(page, "Lanjutkan buku kertas")

    assert states(page) == [("1–114", "Buku kertas")]
    assert not page.start.isVisible()


def test_the_registration_numbers_are_a_book_of_their_own(page):
    page.book.set_value("request")
    page.book.changed.emit()

    assert [row.cells[1] for row in page.table.rows.rows] == ["0001/PATEN/2026"]


def test_without_a_printer_the_proof_says_so_in_a_sentence(qtbot, page, tasks, answering):
    answering("Cetak")
    press(qtbot, page, "Ctrl+P")

    with qtbot.captureExceptions() as raised:
        tasks.wait()

    assert "Bukti buku nomor 11-2026" in str(raised[0][1])


def test_who_may_only_look_changes_nothing(qtbot, context, tasks):
    a_request(context, Status.READY)
    auditor = replace(context, user=a_user(context, Role.AUDITOR, display="Pemeriksa Contoh"))
    page = bring_up(qtbot, NumbersPage(auditor, tasks))

    buttons = (page.void, page.insert, page.fill, page.reserve, page.print)
    assert [button.isEnabled() for button in buttons] == [False] * 5
    assert number_lines.book(auditor, "letter", 2026)[0].serial == 1

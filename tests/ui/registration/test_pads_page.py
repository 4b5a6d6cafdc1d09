import pytest
from PySide6.QtWidgets import QLineEdit

from paten_desk.domain.pads import free
from paten_desk.ui import printing
from paten_desk.ui.registration.pads_page import PadsPage
from paten_desk.usecases import pads
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, come_back, heard, press, words, write


@pytest.fixture
def page(context, tasks, qtbot):
    return bring_up(qtbot, PadsPage(context, tasks))


def test_an_empty_list_says_how_to_begin(page):
    assert "Belum ada lembar di daftar ini" in words(page)


def test_a_new_pad_is_shown_as_it_prints_and_goes_to_the_printer(qtbot, page, context, tasks, answering, monkeypatch):
    printed = []
    monkeypatch.setattr(printing, "printers", lambda: [printing.Printer("L3210")])
    monkeypatch.setattr(printing, "print_pdf", lambda pdf, name, title, **_: printed.append((pdf[:4], name, title)))

    def fill(dialog):
        line = dialog.findChild(QLineEdit)
        line.setText("5")
        push(dialog, "Buat buku")

    answering(fill)
    press(qtbot, page, "Ctrl+N")
    tasks.wait()
    come_back(qtbot, page)
    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    assert free(pads.pads(context)[0]) == (1, 2, 3, 4, 5)
    assert printed == [(b"%PDF", "L3210", "Tanda terima kertas K-2026-0001 sampai K-2026-0005")]
    press(qtbot, page, "Esc")
    assert "5 lembar belum dipakai, 0 sudah diketik, 0 rusak" in words(page)


@pytest.mark.parametrize("amount", ["0", "101", "banyak"])
def test_an_amount_that_cannot_be_is_told(page, context, answering, amount):
    def fill(dialog):
        dialog.findChild(QLineEdit).setText(amount)
        push(dialog, "Buat buku")
        assert "Cetak 1 sampai 100 lembar sekali jalan." in words(dialog)
        dialog.reject()

    answering(fill)
    page.make.click()

    assert pads.pads(context) == []


def test_a_spoiled_slip_moves_to_its_list_with_the_reason(qtbot, page, context, answering):
    pads.make(context, 3)
    page.refresh()
    page.begin()

    def say(dialog):
        write(qtbot, dialog, "tersiram kopi")
        push(dialog, "Catat rusak")

    answering(say)
    press(qtbot, page, "F2")

    assert free(pads.pads(context)[0]) == (2, 3)
    come_back(qtbot, page)
    press(qtbot, page, "F6")
    assert [row.cells[1:3] for row in page.table.rows.rows] == [("K-2026-0001", "tersiram kopi")]
    assert not page.spoil.isVisible()


def test_a_pad_is_shown_again_after_the_printer_jammed(qtbot, page, context, tasks):
    pads.make(context, 2)
    page.refresh()
    page.begin()

    press(qtbot, page, "Ctrl+O")
    tasks.wait()

    assert page._pdf.startswith(b"%PDF")
    assert len(pads.pads(context)) == 1


def test_esc_leads_from_the_pad_to_the_list_and_from_there_back(qtbot, page, context, tasks):
    left = heard(page.back)
    page._show(pads.make(context, 1))
    tasks.wait()

    press(qtbot, page, "Esc")
    assert left == []
    press(qtbot, page, "Esc")
    assert left == [()]

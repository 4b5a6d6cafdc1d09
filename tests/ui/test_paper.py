import os
from types import SimpleNamespace

import pytest
from PySide6.QtPrintSupport import QPrinterInfo

from paten_desk.domain.letters import Letter
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui import paper, printing
from paten_desk.usecases import print_jobs
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import words, write

EPSON = SimpleNamespace(
    printerName=lambda: "Epson", isDefault=lambda: True, supportedPageSizes=list, supportsCustomPageSizes=lambda: True
)


@pytest.fixture
def epson(tmp_path, monkeypatch):
    """A printer of the system, and a spooler that keeps what it is given; returns the papers' file names."""
    kept = tmp_path / "kertas"
    kept.mkdir()
    spooler = tmp_path / "lp"
    spooler.write_text(f'#!/bin/sh\ncat > "{kept}/$(ls {kept} | wc -l).pdf"\n', encoding="utf-8")
    spooler.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(QPrinterInfo, "availablePrinters", staticmethod(lambda: [EPSON]))
    return lambda: sorted(kept.iterdir())


def letter_of(request):
    return journal.load(Letter, journal.load(Request, request.id).letter)


def test_a_printed_letter_waits_no_more(context, tasks, epson):
    request = a_request(context, Status.READY)
    said = []

    paper.print_letter(context, tasks, request, said.append)
    tasks.wait()

    assert said == ["Epson"]
    assert len(epson()) == 1
    assert letter_of(request).prints == 1
    assert print_jobs.waiting(context) == []


def test_the_letter_itself_is_printed_again_only_with_a_reason(context, tasks, qtbot, epson, answering):
    request = a_request(context, Status.READY)
    paper.print_letter(context, tasks, request)
    tasks.wait()

    answering(lambda dialog: dialog.reject())
    paper.print_letter(context, tasks, request)
    tasks.wait()
    assert letter_of(request).prints == 1

    def why(dialog):
        write(qtbot, dialog, "tinta habis di tengah")
        push(dialog, "Cetak lagi")

    answering(why)
    paper.print_letter(context, tasks, request)
    tasks.wait()
    assert letter_of(request).prints == 2
    assert letter_of(request).personal.copy_reason == "tinta habis di tengah"


def test_a_draft_is_printed_and_nothing_is_recorded_of_it(context, tasks, epson):
    request = a_request(context, Status.DRAFTED)
    before = journal.head().length

    paper.print_letter(context, tasks, request)
    tasks.wait()

    assert len(epson()) == 1
    assert journal.head().length == before


def test_from_the_second_copy_on_it_is_asked_why(context, tasks, qtbot, epson, answering):
    request = a_request(context, Status.READY)
    paper.print_copy(context, tasks, request)
    tasks.wait()

    answering(lambda dialog: dialog.reject())
    paper.print_copy(context, tasks, request)
    tasks.wait()
    assert letter_of(request).copies == 1

    def why(dialog):
        assert "Salinan sebelumnya sudah ada; alasannya dicatat." in words(dialog)
        write(qtbot, dialog, "diminta bank")
        push(dialog, "Cetak salinan")

    answering(why)
    paper.print_copy(context, tasks, request)
    tasks.wait()
    assert letter_of(request).copies == 2
    assert letter_of(request).personal.copy_reason == "diminta bank"
    assert len(epson()) == 2


def test_all_that_waits_is_printed_but_what_is_uncertain_is_left(context, tasks, epson):
    sure = [a_request(context, Status.READY, serial=serial) for serial in (1, 2)]
    unsure = a_request(context, Status.READY, serial=3)
    (context.data / print_jobs.FOLDER).mkdir()
    (context.data / print_jobs.FOLDER / unsure.id).touch()
    counts = []

    paper.print_waiting(context, tasks, counts.append)
    tasks.wait()

    assert counts == [2]
    assert [letter_of(each).prints for each in (*sure, unsure)] == [1, 1, 0]
    assert [each.uncertain for each in print_jobs.waiting(context)] == [True]


def test_the_signing_folder_is_one_print(context, tasks, epson):
    for serial in (1, 2):
        a_request(context, Status.INITIALLED_SECRETARY, serial=serial)
    said = []

    paper.print_folder(context, tasks, said.append)
    tasks.wait()

    assert said == ["Epson"]
    assert len(epson()) == 1


@pytest.mark.skipif(bool(printing.printers()), reason="this computer has a printer")
def test_without_a_printer_the_letter_goes_on_waiting(context, tasks, qtbot):
    request = a_request(context, Status.READY)

    with qtbot.captureExceptions() as caught:
        paper.print_letter(context, tasks, request)
        tasks.wait()

    assert "belum tercetak" in caught[0][1].message
    assert [each.uncertain for each in print_jobs.waiting(context)] == [False]

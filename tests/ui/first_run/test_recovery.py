import pytest

from paten_desk.domain.errors import PatenError
from paten_desk.ui import dialogs, printing
from paten_desk.ui.first_run.recovery import RecoverySheet
from paten_desk.usecases import letterheads
from tests.conftest import OFFICE


@pytest.fixture
def sheet(qtbot, tasks):
    made = RecoverySheet(letterheads.sample_pdf(OFFICE, None), tasks)
    qtbot.addWidget(made)
    return made


def test_a_sheet_that_was_saved_is_kept(sheet, monkeypatch, tmp_path):
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_, **__: tmp_path / "lembar.pdf")
    assert not sheet.is_kept()

    sheet.save.click()

    assert sheet.is_kept()
    assert sheet.said.text().endswith("hapus berkas itu dari komputer.")


def test_going_back_from_saving_keeps_nothing(sheet, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_, **__: None)

    sheet.save.click()

    assert not sheet.is_kept()


def test_without_a_printer_the_user_is_told_and_nothing_counts_as_kept(qtbot, sheet, tasks, monkeypatch):
    monkeypatch.setattr(printing, "printers", list)

    with qtbot.captureExceptions() as raised:
        sheet.print.click()
        tasks.wait()

    assert isinstance(raised[0][1], PatenError)
    assert not sheet.is_kept()

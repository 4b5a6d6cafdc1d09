import pytest

from paten_desk.ui import dialogs
from paten_desk.ui.settings.recovery_page import RecoveryPage
from paten_desk.usecases import letterheads
from tests.conftest import OFFICE
from tests.ui.pages import bring_up, come_back, heard, press


@pytest.fixture
def page(qtbot, tasks):
    return bring_up(qtbot, RecoveryPage(letterheads.sample_pdf(OFFICE, None), tasks))


def test_a_sheet_that_is_kept_is_left_at_once(qtbot, page, monkeypatch, tmp_path):
    left = heard(page.back)
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_, **__: tmp_path / "lembar.pdf")
    page.sheet.save.click()

    press(qtbot, page, "Esc")

    assert len(left) == 1


def test_a_sheet_that_is_not_kept_is_asked_about(qtbot, page, answering):
    left = heard(page.back)

    answering("Kembali")
    press(qtbot, page, "Esc")
    assert left == []

    come_back(qtbot, page)
    answering("Tinggalkan lembar")
    press(qtbot, page, "Esc")
    assert len(left) == 1

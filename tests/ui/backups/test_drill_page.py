from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog

from paten_desk.ui import printing
from paten_desk.ui.backups.drill_page import DrillPage
from paten_desk.usecases import backup_turns
from paten_desk.usecases.checks import Finding
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def drilled(office):
    office.backup()
    return backup_turns.drill_newest(office.context)


def test_the_slip_is_shown_with_what_was_tried(qtbot, tasks, drilled):
    made, pdf = drilled

    page = bring_up(qtbot, DrillPage(made, pdf, tasks))

    said = words(page)
    assert "Teruji pulih" in said
    assert "3 tanda terima terakhir terbuka." in said
    assert f"{made.records} catatan dari Kartu cadangan 1 dibaca ulang." in said
    assert page.preview._sheets[0]._pdf == pdf
    assert page.print.hasFocus()


def test_one_key_prints_the_slip(qtbot, tasks, drilled, monkeypatch):
    printed = []
    monkeypatch.setattr(printing, "print_pdf", lambda pdf, *_, **__: printed.append(pdf))
    page = bring_up(qtbot, DrillPage(*drilled, tasks))

    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    assert printed == [drilled[1]]


def test_the_slip_can_be_saved_and_esc_leads_back(qtbot, tasks, drilled, tmp_path, monkeypatch):
    path = tmp_path / "uji.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    page = bring_up(qtbot, DrillPage(*drilled, tasks))
    back = heard(page.back)

    page.save.click()
    press(qtbot, page, "Esc")

    assert path.read_bytes() == drilled[1]
    assert back == [()]


def test_differences_are_named(qtbot, tasks, drilled):
    made, pdf = drilled
    wrong = replace(made, findings=(Finding("0001/PATEN/2026", "status berbeda"),))

    page = bring_up(qtbot, DrillPage(wrong, pdf, tasks), width=844)

    said = words(page)
    assert "1 perbedaan ditemukan" in said
    assert "0001/PATEN/2026: status berbeda" in said

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from paten_desk.domain.workflow import Status
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.usecases import letters, text_drafts, text_editing
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import come_back, fill_in, heard, press, words, write
from tests.ui.texts.conftest import open_text
from tests.ui.texts.test_page import first_paragraph
from tests.usecases.test_letters import text_of


def test_a_change_is_saved_with_its_day_and_reason(qtbot, context, page, answering):
    first_paragraph(page)
    press(qtbot, page, "Return")
    write(qtbot, page, "Kalimat baru. ")

    def fill(dialog):
        push(dialog, "Simpan")
        assert "Tulis alasan perubahan dengan paling sedikit 5 huruf." in [
            each.text() for each in dialog.findChildren(QLabel)
        ]
        fill_in(qtbot, "Menyesuaikan peraturan bupati")(dialog)

    answering(fill)
    press(qtbot, page, "Ctrl+S")
    qtbot.waitUntil(lambda: not text_editing.versions(context, "sktm")[0].is_shipped)

    assert not page.is_changed()
    assert "Versi sejak 20 November 2026" in words(page)
    assert text_editing.versions(context, "sktm")[0].note == "Menyesuaikan peraturan bupati"


@pytest.mark.parametrize(("verb", "kept"), [("Simpan konsep", True), ("Buang perubahan", False)])
def test_leaving_with_changes_asks_what_becomes_of_them(qtbot, context, tasks, page, answering, verb, kept):
    back = heard(page.back)
    first_paragraph(page)
    press(qtbot, page, "Return")
    write(qtbot, page, "Kalimat baru. ")

    answering("Kembali")
    press(qtbot, page, "Esc")
    come_back(qtbot, page)
    assert back == []
    answering(verb)
    press(qtbot, page, "Esc")
    page.leave()

    assert len(back) == 1
    assert bool(text_drafts.kept(context, "sktm")) is kept
    assert open_text(qtbot, context, tasks).is_changed() is kept


def test_from_the_settings_to_the_paper_by_keys_alone(qtbot, context, tasks, clock, answering):
    old = a_request(context, Status.READY)
    before = letters.original(context, old.id)
    window = OfficeWindow(context, tasks)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    come_back(qtbot, window)
    window.open_room("settings").show_view("texts")
    window.page().stack.currentWidget().table.choose("sktm")

    press(qtbot, window, "Return")
    page = window.page()
    qtbot.waitSignal(page.looked).wait()
    for _ in range(2):
        press(qtbot, window, "Down")
    assert page.outline.current() == "block.0"
    press(qtbot, window, "Return")
    write(qtbot, window, "Dengan ini ditegaskan: ")
    answering(fill_in(qtbot, "Menyesuaikan peraturan bupati"))
    press(qtbot, window, "Ctrl+S")
    qtbot.waitUntil(lambda: not page.is_changed())
    come_back(qtbot, window)
    press(qtbot, window, "Esc")
    QApplication.processEvents()
    assert window.page().accessibleName() == "Pengaturan"

    clock.forward(minutes=1)
    new = a_request(context, Status.READY, serial=2)
    assert "Dengan ini ditegaskan:" in text_of(letters.original(context, new.id))
    assert letters.original(context, old.id) == before
    assert text_editing.versions(context, "sktm")[0].recorded_at < context.now() + timedelta(days=1)
    tasks.wait()
    window.close()


def test_a_power_cut_loses_no_more_than_the_last_words(qtbot, context, tasks, page):
    first_paragraph(page)
    press(qtbot, page, "Return")
    with qtbot.waitSignal(page.looked):
        write(qtbot, page, "Kalimat baru. ")

    again = open_text(qtbot, context, tasks)

    assert again.draft() == page.draft()
    assert "Belum disimpan" in words(again)


def test_a_version_for_a_later_day_stays_in_the_editor(qtbot, context, page, answering):
    first_paragraph(page)
    press(qtbot, page, "Return")
    write(qtbot, page, "Mulai tahun depan. ")

    def fill(dialog):
        dialog.findChildren(QLineEdit)[0].setText("1 Januari 2027")
        fill_in(qtbot, "Peraturan baru")(dialog)

    answering(fill)
    press(qtbot, page, "Ctrl+S")
    qtbot.waitUntil(lambda: not page.is_changed())

    assert page.draft().blocks[0].rows[0].text.startswith("Mulai tahun depan.")
    assert any("Berlaku mulai 1 Januari 2027" in text for text in words(page))
    assert "Mulai tahun depan." not in text_editing.source(context, "sktm")

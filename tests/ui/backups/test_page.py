import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from paten_desk.domain.errors import NotFound
from paten_desk.domain.roles import Role
from paten_desk.ui.backups.drill_page import DrillPage
from paten_desk.ui.backups.page import BackupsPage
from paten_desk.usecases import backup_places
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, come_back, heard, press, words


@pytest.fixture
def page(office, tasks, qtbot):
    made = bring_up(qtbot, BackupsPage(office.context, tasks))
    tasks.idle.connect(made.refresh)  # as the window does
    tasks.wait()
    return made


def rows(page):
    return [row.cells for row in page.table.rows.rows]


def test_one_key_makes_a_proven_backup_that_stands_first_in_the_list(qtbot, office, page, tasks):
    assert rows(page) == []
    assert "Belum ada cadangan di tempat yang terpasang" in words(page)

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    (row,) = rows(page)
    assert row[:4] == (("Teruji", "good"), "20 Nov 2026, 09.30", "baru saja", "Kartu cadangan 1")
    assert int(row[4]) > 0
    assert page.make.isEnabled()


def test_a_backup_made_elsewhere_comes_into_the_list_by_itself(office, page, tasks):
    tasks.run(office.backup, lambda _: None)
    tasks.wait()

    assert len(rows(page)) == 1


def test_one_key_tries_the_newest_backup_out_and_shows_its_slip(qtbot, office, page, tasks):
    office.backup()
    opened = heard(page.page_made)

    gate = threading.Event()
    tasks.run(lambda: gate.wait(60), lambda _: None)
    press(qtbot, page, "F7")
    assert not page.drill.isEnabled()
    gate.set()
    tasks.wait()

    assert isinstance(opened[0], DrillPage)
    assert rows(page)[0][0] == ("Teruji pulih", "accent")
    page.look()
    tasks.wait()
    come_back(qtbot, page)
    press(qtbot, page, "Ctrl+P")
    assert len(opened) == 2


def test_a_drill_that_ends_while_somebody_works_elsewhere_waits_with_its_slip(office, page, tasks):
    office.backup()
    opened = heard(page.page_made)

    page.drill.click()
    page.hide()
    tasks.wait()

    assert opened == []
    page.standing.slip.click()
    assert len(opened) == 1


def test_what_stands_in_the_way_is_told(qtbot, office, page, tasks):
    (office.stick / backup_places.LABEL).unlink()

    with qtbot.captureExceptions() as caught:
        press(qtbot, page, "Ctrl+S")
        tasks.wait()

    assert isinstance(caught[0][1], NotFound)
    page.refresh()
    assert page.make.isEnabled()
    press(qtbot, page, "F5")
    tasks.wait()
    assert "Pasang Kartu cadangan 1, lalu tekan F5." in words(page)


def test_a_place_is_added_and_removed(qtbot, office, page, tasks, tmp_path, answering, monkeypatch):
    (tmp_path / "DISK").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path / "DISK"))
    monkeypatch.setattr(backup_places, "sticks", list)
    answering("Pakai")

    press(qtbot, page, "Ctrl+N")
    tasks.wait()

    assert [target.name for target in backup_places.targets(office.context)] == ["Kartu cadangan 1", "DISK"]
    answering("Lepas")
    push(page, "Lepas: DISK")
    tasks.wait()
    assert backup_places.targets(office.context) == [office.target]


def test_the_first_backup_of_an_office_without_a_place_asks_for_one(qtbot, office, tasks, answering, monkeypatch):
    backup_places.forget(office.context, office.target.id)
    monkeypatch.setattr(backup_places, "sticks", lambda: [office.stick])
    page = bring_up(qtbot, BackupsPage(office.context, tasks))
    tasks.wait()
    assert "Belum ada cadangan" in words(page)
    seen = []

    def which(dialog):
        seen.append(dialog.accessibleName())
        push(dialog, "Kembali")

    answering(which)

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert seen == ["Di mana cadangan disimpan?"]


def test_coming_back_from_a_backup_is_asked_first(qtbot, office, page, tasks, answering):
    folder = office.backup()
    page.refresh()
    tasks.wait()
    asked = heard(page.restore_asked)

    answering("Kembali")
    press(qtbot, page, "F9")
    assert asked == []
    come_back(qtbot, page)
    answering("Tutup kantor")
    press(qtbot, page, "F9")

    assert asked == [folder]


def test_a_clerk_makes_backups_but_brings_nothing_back(qtbot, office, tasks):
    clerk = replace(office.context, user=replace(office.context.user, roles=(Role.COUNTER_CLERK,)))

    page = bring_up(qtbot, BackupsPage(clerk, tasks), width=844)

    assert page.make.isVisible()
    assert not page.restore.isVisible()


def test_what_ends_after_the_page_went_disturbs_nobody(office, tasks, qapp):
    office.backup()
    page = BackupsPage(office.context, tasks)
    gate = threading.Event()
    tasks.run(lambda: gate.wait(60), lambda _: None)
    page.look()
    page.drill.click()
    page.places.added.emit()

    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    tasks.wait()

    assert not isValid(page)

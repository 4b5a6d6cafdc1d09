import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.roles import Role
from paten_desk.store import opened
from paten_desk.ui import printing
from paten_desk.ui.backups.page import BackupsPage
from paten_desk.ui.backups.safeguards import ROOM
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.usecases import backup_places, backup_turns, closings, guards
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import heard, press


@pytest.fixture(autouse=True)
def no_printer(monkeypatch):
    monkeypatch.setattr(printing, "printers", list)


@pytest.fixture
def opens(tasks, qtbot):
    """Bring up a window that asks nothing when the test ends."""

    def bring_up(context):
        made = OfficeWindow(context, tasks)
        qtbot.addWidget(made, before_close_func=lambda _: made._rest())
        made.resize(1366, 768)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return bring_up


@pytest.fixture
def window(office, opens):
    return opens(office.context)


def backup_part(window):
    return window.status._parts["backup"].text


def test_the_status_bar_tells_the_newest_proven_backup_and_a_click_opens_its_page(qtbot, office, window):
    assert backup_part(window) == "Belum ada cadangan teruji"
    office.backup()
    window.show_state()
    assert backup_part(window) == "Cadangan teruji baru saja"

    qtbot.mouseClick(window.status._words["backup"], Qt.MouseButton.LeftButton)

    assert isinstance(window.page(), BackupsPage)


def test_a_key_that_is_named_over_the_status_bar_opens_the_page(qtbot, window):
    key = window.status._words["backup"].toolTip().rpartition("(")[2].rstrip(")")
    assert key.startswith("Alt+")

    press(qtbot, window, key)

    assert isinstance(window.page(), BackupsPage)


def test_who_makes_no_backups_is_led_nowhere(qtbot, office, opens):
    window = opens(replace(office.context, user=replace(office.context.user, roles=(Role.INFO,))))
    assert ROOM not in window.room_names()
    page = window.page()

    qtbot.mouseClick(window.status._words["backup"], Qt.MouseButton.LeftButton)

    assert window.page() is page


def test_closing_the_day_makes_a_backup_that_holds_it(office, window, tasks):
    page = window.open_room("closings")

    page.close_day.click()
    tasks.wait()

    assert closings.is_closed(office.context, office.clock().date())
    assert len(backup_turns.kept(office.context)) == 1
    assert not backup_turns.is_wanted(office.context, backup_turns.Moment.CLOSING)
    assert backup_part(window) == "Cadangan teruji baru saja"


def test_a_backup_that_fails_after_the_closing_is_told_and_the_work_goes_on(qtbot, office, window, tasks):
    (office.stick / backup_places.LABEL).unlink()
    page = window.open_room("closings")

    page.close_day.click()
    tasks.wait()

    bar = window.safeguards.failed_bar
    assert bar.isVisible()
    assert bar.second.text() == "Pasang Kartu cadangan 1, lalu ulangi. Pekerjaan dapat diteruskan."
    a_request(office.context, serial=90)
    press(qtbot, window, "Ctrl+B")
    assert isinstance(window.page(), BackupsPage)
    assert not bar.isVisible()


def test_the_window_looks_for_a_due_backup_while_it_stands(office, window, tasks):
    for serial in range(10, 112):
        a_request(office.context, serial=serial)

    window._look_around()
    tasks.wait()

    assert len(backup_turns.kept(office.context)) == 1


def test_closing_the_window_offers_a_backup_and_never_traps(office, window, answering):
    answering("Kembali")
    window.close()
    assert window.isVisible()

    answering("Keluar tanpa cadangan")
    window.close()

    assert not window.isVisible()
    assert backup_turns.kept(office.context) == []


def test_a_locked_window_closes_without_a_question(window):
    window.cover()

    assert window.may_close()


def test_coming_back_from_a_backup_stops_what_runs_and_leaves_the_window(office, window, tasks, answering):
    folder = office.backup()
    page = window.open_room(ROOM)
    tasks.wait()
    asked = heard(window.restore_asked)
    gate = threading.Event()
    tasks.run(lambda: gate.wait(60), lambda _: None)  # what the backup waits for
    page.make.click()
    (job,) = tasks.long_work()

    answering("Tutup kantor")
    push(page, "Pulihkan")
    gate.set()

    assert asked == [folder]
    assert job.is_cancelled()
    tasks.wait()
    assert len(backup_turns.kept(office.context)) == 1
    assert not window._again.isActive()


def test_what_the_guards_found_stands_above_the_page(office, opens, monkeypatch):
    monkeypatch.setattr(opened, "is_whole", lambda: False)
    guards.look(office.context)

    window = opens(office.context)
    asked = heard(window.restore_asked)
    QApplication.processEvents()

    assert window.safeguards.guard_bar.isVisible()
    window.safeguards.guard_bar.restore_asked.emit()
    assert asked == [None]


def test_what_was_decided_makes_the_window_anew_in_the_same_room(office, window):
    window.open_room("settings")
    switched = heard(window.switched)

    window.safeguards.guard_bar.decided.emit(office.context)

    assert switched == [(office.context, "settings")]

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from paten_desk import app as program
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.ui.first_run.window import FirstRunWindow
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.usecases import instance, offices, passwords, sample, setup
from tests.desks import answering, desk, made_office, qapp, tasks
from tests.ui.conftest import press as push
from tests.ui.pages import press, write

__all__ = ["answering", "desk", "made_office", "qapp", "tasks"]

NEW = "sungai jernih di pagi hari"
PAINTED = """
import sys
from pathlib import Path
from paten_desk import app as program
data = Path(sys.argv[1])
app = program.make_app(data)
made = program.Program(app, data)
made.begin()
app.processEvents()
painted = []
made.window.painted.connect(lambda: painted.append(1))
modules = set(sys.modules)
namespaces = [vars(sys.modules["PySide6." + name]) for name in ("QtCore", "QtGui", "QtWidgets")]
print([name for name in sys.argv[2:] if name in modules or any(name in each for each in namespaces)])
while not painted:
    app.processEvents()
print("painted")
made.tasks.close()
"""


def test_from_an_empty_folder_to_the_rooms_of_the_sample_office(desk):
    desk.begin()
    assert isinstance(desk.window, FirstRunWindow)

    desk.press("Alt+2")

    assert isinstance(desk.window, OfficeWindow)
    assert "CONTOH" in desk.window.windowTitle()
    for at in range(1, len(desk.window.room_names()) + 1):
        desk.press(f"Alt+{at % 10}")
    assert desk.window.page().accessibleName() == "Pengaturan"


def test_from_an_empty_folder_through_the_wizard_to_a_working_office(desk, answering):
    desk.begin()
    desk.press("Alt+1")
    desk.write("kayu agung")
    desk.press("Return", "Return")
    desk.write("Jalan Contoh Nomor 1")
    desk.press("Ctrl+S")
    desk.write("CAMAT CONTOH")
    desk.press("Ctrl+S", "Ctrl+S")
    for text in ("Rina Contoh", NEW, NEW):
        desk.write(text)
        desk.press("Return")
    assert "Cetak lembar pemulihan" in [each.text() for each in desk.window.findChildren(QLabel)]
    answering("Lanjut tanpa lembar")
    desk.press("Ctrl+S")

    assert isinstance(desk.window, OfficeWindow)
    desk.window._end()
    desk.settle()
    assert isinstance(desk.window, LoginWindow)
    desk.log_in(NEW)
    assert isinstance(desk.window, OfficeWindow)


def test_a_wrong_password_is_told_under_its_field_and_the_right_one_opens(desk, made_office):
    desk.begin()
    desk.log_in("bukan kata sandinya")
    assert desk.window.password.problem() == "Kata sandi tidak cocok. Periksa tombol huruf besar, lalu ketik lagi."

    desk.log_in()

    assert isinstance(desk.window, OfficeWindow)


def test_after_three_wrong_passwords_the_next_try_waits(desk, made_office):
    desk.begin()
    for _ in range(3):
        desk.log_in("bukan kata sandinya")
    assert desk.window.password.problem() == "Kata sandi tidak cocok. Tunggu 1 detik, lalu coba lagi."

    desk.log_in()

    assert desk.window.password.problem() == "Tunggu 1 detik lagi, lalu ketik kata sandi."
    passwords._last_wrong.clear()
    desk.log_in()
    assert isinstance(desk.window, OfficeWindow)


def test_another_person_goes_on_in_a_window_of_their_own_and_drafts_come_back(desk, made_office, answering):
    context, _ = made_office
    opened = setup.open_office(context.data, context.user.id, context.data_key)
    offices.add_user(opened, setup.UserDraft("Rina Contoh", opened.user.roles, NEW))
    setup.close()
    desk.begin()
    desk.log_in()
    desk.press("Alt+2")
    desk.write("9999")
    before = desk.window

    def take_over(secret):
        return lambda dialog: (write(desk.qtbot, dialog, secret), press(desk.qtbot, dialog, "Return"))

    answering(take_over(NEW))
    desk.press("F12")
    assert desk.window is not before
    assert desk.window._context.user.display == "Rina Contoh"
    desk.press("Alt+2")
    assert desk.window.page().form.is_empty()

    answering(take_over(sample.PASSWORD))
    desk.press("F12")
    assert desk.window._context.user.id == context.user.id
    desk.press("Alt+2")
    assert not desk.window.page().form.is_empty()


def test_ten_hours_after_the_login_the_office_is_closed(desk, made_office):
    desk.begin()
    desk.log_in()

    desk.window._end()
    desk.settle()

    assert isinstance(desk.window, LoginWindow)
    with pytest.raises(StoreUnavailable, match="belum dibuka"):
        setup.current_office()
    desk.program.tasks.run(lambda: 1, lambda _: None)
    desk.settle()
    desk.log_in()
    assert isinstance(desk.window, OfficeWindow)


def test_changed_settings_make_the_window_anew_on_the_same_page(desk, made_office):
    desk.begin()
    desk.log_in()
    desk.press(f"Alt+{len(desk.window.room_names()) % 10}")
    before = desk.window
    page = before.page()
    page.office.fields["seat"].line.setText("Kayuagung")
    page.office.fields["seat"].changed.emit()
    desk.press("Ctrl+S")

    assert desk.window is not before
    assert desk.window.page().accessibleName() == "Pengaturan"
    assert desk.window.page().office.fields["seat"].value() == "Kayuagung"


def test_a_lost_password_comes_back_with_the_recovery_sheet(desk, made_office, answering):
    context, secret = made_office
    desk.begin()

    def fill(dialog):
        press(desk.qtbot, dialog, "Return")
        write(desk.qtbot, dialog, secret)
        press(desk.qtbot, dialog, "Tab")
        for _ in range(2):
            write(desk.qtbot, dialog, NEW)
            press(desk.qtbot, dialog, "Return")

    def with_the_sheet(dialog):
        answering(fill)
        push(dialog, "Pakai lembar pemulihan")

    answering(with_the_sheet)
    desk.window.recover.click()
    answering("Mengerti")
    desk.settle()
    desk.log_in(NEW)

    assert isinstance(desk.window, OfficeWindow)
    assert desk.window._context.user.id == context.user.id


def test_a_retired_user_is_told_so(desk, made_office):
    context, _ = made_office
    opened = setup.open_office(context.data, context.user.id, context.data_key)
    other = offices.add_user(opened, setup.UserDraft("Rina Contoh", opened.user.roles, NEW))
    slot = (context.data / "slots" / f"{other.id}.json").read_bytes()
    offices.retire_user(opened, other.id)
    (context.data / "slots" / f"{other.id}.json").write_bytes(slot)
    setup.close()

    assert "tidak lagi bertugas" in desk.program._unlock(other.id, NEW).text


def test_the_painted_login_has_made_and_imported_nothing_that_it_does_not_show(made_office):
    context, _ = made_office
    heavy = ["peewee", "reportlab", "cryptography", "concurrent.futures", "dataclasses", "PySide6.QtSvg"]
    late = ["Qt", "QStyle", "QKeySequence", "QEvent", "QPaintEvent"]
    command = [sys.executable, "-c", PAINTED, str(context.data), *heavy, *late]
    env = {**os.environ, "PYTHONPATH": ".", "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)

    assert done.stdout.splitlines() == ["[]", "painted"]


def test_a_second_program_on_the_same_folder_says_so_and_ends(qapp, tmp_path, answering, monkeypatch):
    lock = instance.hold(tmp_path / "kantor")
    said = []
    answering(lambda dialog: (said.extend(each.text() for each in dialog.findChildren(QLabel)), dialog.accept()))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    code = program.main(["--data", str(tmp_path / "kantor")])
    lock.release()

    assert code == 1
    assert "Pakai jendela yang sudah terbuka." in said


def test_the_program_begins_and_ends_by_its_main_function(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    seen = []

    def close():
        for each in QApplication.topLevelWidgets():
            if each.isVisible():
                seen.append(type(each))
                each.close()

    QTimer.singleShot(0, close)

    assert program.main(["--data", str(tmp_path / "kantor")]) == 0
    assert FirstRunWindow in seen
    assert instance.hold(tmp_path / "kantor").release() is None
    assert (tmp_path / "kantor" / "log").is_dir()

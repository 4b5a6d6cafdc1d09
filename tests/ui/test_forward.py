import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.ui import forward
from paten_desk.usecases import instance
from tests.ui.pages import heard

ROOT = Path(__file__).parents[2]
FIRST = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from paten_desk import app as program
from paten_desk.ui import forward

def tell(window, bring=forward.bring):
    window = window or QApplication.topLevelWidgets()[0]
    before = window.isMinimized()
    bring(window)
    print("forward", before, window.isMinimized(), window.isActiveWindow(), flush=True)
    QApplication.instance().exit(0)

def begin():
    if not listening():
        QTimer.singleShot(20, begin)
        return
    for window in QApplication.topLevelWidgets():
        window.showMinimized()
    print("stands", flush=True)

def listening():
    return QApplication.instance().findChildren(forward.Listener)

forward.bring = tell
QTimer.singleShot(0, begin)
sys.exit(program.main(["--data", sys.argv[1]]))
"""


def test_two_real_programs_the_second_ends_with_its_sentence_and_the_first_comes_forward(tmp_path):
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    data = tmp_path / "kantor"
    first = subprocess.Popen(
        [sys.executable, "-c", FIRST, str(data)], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout.readline() == "stands\n"

    second = subprocess.run(
        [sys.executable, "main.py", "--data", str(data)],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    said, _ = first.communicate(timeout=60)

    assert second.returncode == forward.REFUSED
    assert "PATEN Desk sudah terbuka untuk kantor ini di komputer ini." in second.stderr
    assert said == "forward True False True\n"
    assert first.returncode == 0
    assert not (data / instance.WORD).exists()
    assert (data / instance.LOCK).exists()


def test_a_word_in_the_folder_is_heard_once_and_taken_away(qtbot, tmp_path):
    parent = QObject()
    listener = forward.Listener(tmp_path, parent)
    called = heard(listener.called)

    assert instance.call(tmp_path)
    qtbot.waitUntil(lambda: len(called) == 1)
    (tmp_path / "lain").touch()
    qtbot.wait(50)

    assert len(called) == 1
    assert not instance.is_called(tmp_path)


def test_the_word_carries_nothing(tmp_path):
    instance.call(tmp_path)

    assert (tmp_path / instance.WORD).read_bytes() == b""
    assert instance.take_call(tmp_path)
    assert not instance.take_call(tmp_path)


def test_a_word_that_a_killed_program_left_calls_nobody(qtbot, tmp_path):
    instance.call(tmp_path)

    parent = QObject()
    listener = forward.Listener(tmp_path, parent)

    assert not instance.is_called(tmp_path)
    assert heard(listener.called) == []


def test_a_caller_whom_nobody_hears_takes_the_word_back(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(forward, "PATIENCE_MS", 200)
    parent, said = QObject(), []

    forward.Caller(tmp_path, said.append, parent)
    qtbot.waitUntil(lambda: said == [False])

    assert not instance.is_called(tmp_path)


def test_a_caller_ends_as_soon_as_it_is_heard(qtbot, tmp_path):
    parent, said = QObject(), []
    listener = forward.Listener(tmp_path, parent)

    forward.Caller(tmp_path, said.append, parent)
    qtbot.waitUntil(lambda: said == [True], timeout=forward.PATIENCE_MS // 2)

    assert listener.parent() is parent


def test_a_folder_that_cannot_be_written_leaves_no_word(tmp_path):
    assert not instance.call(tmp_path / "tidak ada")


def test_a_dialog_that_waits_for_an_answer_stays_above_its_window(qtbot, shown):
    window, other = shown(QWidget()), QWidget()
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    shown(other)

    forward.bring(window)

    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.close()
    other.close()
    forward.bring(None)


def test_what_stood_in_the_way_before_the_window_is_said_and_ends_the_program(qapp, tmp_path, answering, capsys):
    trouble, held = StoreUnavailable("Catatan pemulihan tidak terbaca.", "Hubungi admin."), []
    answering("Mengerti")
    qapp.setQuitOnLastWindowClosed(False)  # its event would end the dialogs of the next test

    QTimer.singleShot(0, lambda: held.extend(forward.hold(qapp, tmp_path / "kantor", lambda: None, trouble)))

    assert qapp.exec() == forward.REFUSED
    qapp.setQuitOnLastWindowClosed(True)
    assert "Catatan pemulihan tidak terbaca. Hubungi admin." in capsys.readouterr().err
    assert held == []
    assert not (tmp_path / "kantor").exists()

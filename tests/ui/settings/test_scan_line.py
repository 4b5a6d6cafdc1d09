import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from paten_desk.ui.scans.folder import scan_folder
from paten_desk.ui.settings.scan_line import NONE, ScanLine
from paten_desk.usecases import scan_folders
from tests.ui.pages import press


@pytest.fixture
def line(context, tasks, shown):
    return shown(ScanLine(context, tasks))


def test_a_chosen_folder_is_watched_until_none_is_wanted(line, context, tasks, qtbot, tmp_path, monkeypatch):
    folder = tmp_path.parent / f"{tmp_path.name} pemindai"
    folder.mkdir()
    assert line.says.text() == NONE
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))

    press(qtbot, line, "Ctrl+O")
    assert line.says.text() == str(folder)
    assert scan_folders.folder(context) == scan_folder(context, tasks).folder() == folder

    qtbot.mouseClick(line.stop, Qt.MouseButton.LeftButton)
    assert line.says.text() == NONE
    assert scan_folder(context, tasks).folder() is None
    assert not line.stop.isVisible()


def test_who_goes_back_changes_nothing(line, context, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")

    press(qtbot, line, "Ctrl+O")

    assert scan_folders.folder(context) is None

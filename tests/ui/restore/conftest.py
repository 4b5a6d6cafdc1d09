"""An office with backups on a stick, and somebody who goes the way back."""

import shutil

import pytest
from PySide6.QtWidgets import QApplication

from paten_desk.store import mark
from paten_desk.ui.restore.window import RestoreWindow
from paten_desk.usecases import setup
from tests.backing import PASSWORD, office, template
from tests.builders import a_request
from tests.ui.pages import heard, press, write

__all__ = ["office", "template"]  # fixtures


@pytest.fixture
def backed(office):
    """The office closed, with two generations; ten requests came after the newer one."""
    office.older = office.backup()
    office.clock.forward(days=1)
    office.newer = office.backup()
    for serial in range(10, 20):
        a_request(office.context, serial=serial)
    mark.write_now()
    setup.close()
    return office


def content(folder):
    """What a folder holds, by name."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


class Way:
    """The window on a data folder and the keys of whoever sits there."""

    def __init__(self, qtbot, shown, tasks, data, clock, plugged, path=None, trouble=None):
        self.qtbot, self.tasks, self.data = qtbot, tasks, data
        self.window = RestoreWindow(data, tasks, path, trouble, clock=clock, plugged=plugged)
        self.left = heard(self.window.left)
        shown(self.window)
        self.settle()

    def settle(self):
        """Let the worker and what follows from it come to an end."""
        QApplication.processEvents()
        self.tasks.wait()
        QApplication.processEvents()

    def press(self, *keys):
        for key in keys:
            press(self.qtbot, self.window, key)
            self.settle()

    def write(self, text):
        write(self.qtbot, self.window, text)

    def open(self):
        """Take the chosen backup and open it with the first user's password."""
        self.press("Return")
        self.write(PASSWORD)
        self.press("Return")

    def title(self):
        return self.window.title.text()


@pytest.fixture
def way(qtbot, shown, tasks, backed):
    """Begin the way back on the office's own computer, or as `arguments` say."""
    made = []

    def begin(data=None, plugged=None, **arguments):
        here = [backed.stick] if plugged is None else plugged
        made.append(Way(qtbot, shown, tasks, data or backed.data, backed.clock, here, **arguments))
        return made[-1]

    yield begin
    for each in made:
        each.window.hide()
    setup.close()


@pytest.fixture
def new_computer(tmp_path):
    """A data folder where no office ever was."""
    yield tmp_path / "komputer baru" / "kantor"
    setup.close()
    shutil.rmtree(tmp_path / "komputer baru", ignore_errors=True)

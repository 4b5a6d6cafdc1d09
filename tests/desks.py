"""The program on one folder, with somebody in front of it."""

import pytest
from PySide6.QtWidgets import QApplication

from paten_desk import app as program
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.usecases import sample, setup
from tests.ui.conftest import answering, qapp, tasks
from tests.ui.offices import the_first
from tests.ui.pages import press, write

__all__ = ["Desk", "answering", "desk", "made_office", "qapp", "tasks"]


class Desk:
    """The program on one folder, and the keys of whoever sits in front of it."""

    def __init__(self, qtbot, data):
        self.qtbot = qtbot
        self.program = program.Program(QApplication.instance(), data)

    @property
    def window(self):
        return self.program.window

    def begin(self):
        self.program.begin()
        self.settle()

    def settle(self):
        """Let painting, the worker and what follows from it come to an end, also what a new window begins."""
        for _ in range(2):
            self.qtbot.waitUntil(self._is_in_front)
            self._rest()
        self.qtbot.waitUntil(self._is_in_front)

    def _is_in_front(self):
        """Bring the window forward and say whether it is: a dialog that came and went meanwhile had the keyboard."""
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def _rest(self):
        QApplication.processEvents()
        while self.program.tasks.busy():
            self.program.tasks.wait()
            QApplication.processEvents()

    def press(self, *keys):
        for key in keys:
            press(self.qtbot, self.window, key)
            self.settle()

    def write(self, text):
        write(self.qtbot, self.window, text)

    def log_in(self, password=sample.PASSWORD):
        self.write(password)
        self.press("Return")


@pytest.fixture
def desk(qtbot, tmp_path):
    made = Desk(qtbot, tmp_path / "kantor")
    yield made
    made.program.tasks.wait()
    if isinstance(made.window, OfficeWindow):
        made.window.close()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()
    made.program.tasks.close()
    setup.close()


@pytest.fixture
def made_office(tmp_path):
    """The sample office with its first user, closed."""
    context, secret = setup.create(tmp_path / "kantor", the_first(sample.draft()))
    setup.close()
    return context, secret

"""The page on the real store, somebody who types on it, and a citizen who came before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paten_desk.ui.registration.page import RegistrationPage
from paten_desk.usecases import requests
from tests.builders import a_visit
from tests.ui.printers import printer

__all__ = ["printer"]


class Typist:
    """Presses keys where a keyboard would send them, and counts them."""

    def __init__(self):
        self.count = 0

    def words(self, text):
        for letter in text:
            self.key(letter)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()
        self.count += 1

    def line(self, text):
        """Type a text and Enter."""
        self.words(text)
        self.enter()

    def enter(self):
        self.key(Qt.Key.Key_Return)

    def ctrl(self, key):
        self.key(key, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def typist():
    return Typist()


@pytest.fixture
def open_page(qtbot, context, tasks):
    """Open the registration page; a second call is the program started anew."""

    def open_it():
        page = RegistrationPage(context, tasks)
        qtbot.addWidget(page)
        page.resize(1166, 680)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.refresh()
        page.begin()
        return page

    return open_it


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def returning(context):
    """A citizen who asked for an SKTM before."""
    visit = a_visit(context, "SKTM", serial=1)
    requests.register(context, visit)
    return visit.applicant

"""Bring a page up the way the window does, and press keys on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel


def bring_up(qtbot, page, width=1166):
    """Show a page as the open one."""
    qtbot.addWidget(page)
    page.resize(width, 682)
    page.show()
    come_back(qtbot, page)
    page.refresh()
    page.begin()
    return page


def come_back(qtbot, page):
    """Let the page have the keys again after a dialog."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def press(qtbot, page, key):
    """Press a key ("Ctrl+S", "Return") where the cursor is."""
    QApplication.sendPostedEvents()  # parts that came new into a page that is shown come up a moment later
    combination = QKeySequence.fromString(key)[0]
    target = QApplication.focusWidget() or page
    qtbot.keyClick(target, combination.key(), combination.keyboardModifiers() or Qt.KeyboardModifier.NoModifier)


def write(qtbot, page, text):
    """Type where the cursor is."""
    qtbot.keyClicks(QApplication.focusWidget() or page, text)


def words(page):
    """Return every text that is seen."""
    QApplication.processEvents()
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def heard(signal):
    """Return the list that fills with what a signal says."""
    said = []
    signal.connect(lambda *args: said.append(args[0] if len(args) == 1 else args))
    return said


def fill_in(qtbot, *texts):
    """Return how a dialog is filled in from top to bottom: a text and Enter in each field."""

    def fill(dialog):
        for text in texts:
            write(qtbot, dialog, text)
            press(qtbot, dialog, "Return")

    return fill

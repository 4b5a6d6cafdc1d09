"""Keys and mouse as they come from the window system: to a window, which knows where its cursor is."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest


def window_of(widget):
    return widget.window().windowHandle()


def type_keys(widget, text):
    """Type into the window of a widget."""
    for letter in text:
        QTest.keyClick(window_of(widget), letter)


def press_key(widget, key):
    """Press a key in the window of a widget."""
    QTest.keyClick(window_of(widget), key)


def click(widget):
    """Click with the mouse into the window of a widget."""
    QTest.mouseClick(window_of(widget), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))


def move(widget):
    """Move the mouse over the window of a widget."""
    QTest.mouseMove(window_of(widget), QPoint(3, 3))

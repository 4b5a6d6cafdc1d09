"""What of a window somebody could not hear named by a screen reader, or not reach without a mouse."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)

KINDS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractSpinBox)


def controls(window):
    """Return every control that is seen and can be used."""
    return [
        part
        for part in window.findChildren(QWidget)
        if isinstance(part, KINDS) and part.isVisible() and part.isEnabled() and not _is_inner(part)
    ]


def unnamed(window):
    """Name the controls that have no accessible name."""
    return [_words(part) for part in controls(window) if not (part.accessibleName() or _text(part))]


def unreachable(window):
    """Name the buttons that neither Tab nor an arrow nor a key of their own leads to."""
    return [_words(part) for part in controls(window) if isinstance(part, QPushButton) and not _has_a_way(part)]


def _is_inner(part):
    """Leave out what is a part of another control, such as the line inside a list of choices."""
    return isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox | QScrollBar | QAbstractItemView)


def _has_a_way(part):
    by_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    by_key = any(not shortcut.key().isEmpty() for shortcut in part.findChildren(QShortcut))
    by_arrow = part.isCheckable() and (part.group() is not None or part.autoExclusive())
    return bool(by_tab or by_key or by_arrow)


def _text(part):
    return part.text() if isinstance(part, QAbstractButton) else ""


def _words(part):
    return f"{type(part).__name__} “{_text(part) or part.accessibleName()}” in {type(part.parentWidget()).__name__}"

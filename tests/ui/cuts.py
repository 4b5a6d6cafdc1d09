"""What of a window is cut: words wider than their place, lines lower than their words, parts beyond their page."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QScrollArea, QWidget

from paten_desk.ui.button import Button
from paten_desk.ui.elided import Elided

SLACK = 2  # px that rounding may take


def cuts(window):
    """Name every visible part of a window that shows less than it says."""
    found = []
    for part in window.findChildren(QWidget):
        if not part.isVisible() or part.size().isEmpty():
            continue
        if why := _cut(part):
            found.append(f"{type(part).__name__} “{_words(part)[:50]}”: {why}")
    return found


def _words(part):
    return part.words() if isinstance(part, Button) else getattr(part, "text", lambda: "")() or part.accessibleName()


def _cut(part):
    if isinstance(part, QLabel) and not isinstance(part, Elided) and part.text():
        inside = part.contentsRect()
        if part.wordWrap():
            needed = part.heightForWidth(part.width())
            return f"{needed} px high in {part.height()}" if needed > part.height() + SLACK else ""
        needed = part.sizeHint().width()
        return f"{needed} px wide in {inside.width()}" if needed > part.width() + SLACK else ""
    if isinstance(part, QPushButton | QCheckBox) and _words(part):
        needed = part.sizeHint().width()
        return f"{needed} px wide in {part.width()}" if needed > part.width() + SLACK else _outside(part)
    return ""


def _outside(part):
    """Say how far a control stands beyond the page it is on, where nothing scrolls to it."""
    above = part.parentWidget()
    while above is not None and not isinstance(above.parentWidget(), QScrollArea):
        here = QRect(part.mapTo(above, QPoint(0, 0)), part.size())
        if not above.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(here):
            return f"beyond its {type(above).__name__}"
        if above.isWindow():
            break
        above = above.parentWidget()
    return ""

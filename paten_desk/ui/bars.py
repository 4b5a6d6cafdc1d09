"""The top bar with the one search box, and the status bar that is always true."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QLineEdit, QWidget

from paten_desk.ui import icons, theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import clear, column, empty, fill, key_cap, label, picture, row

ASKS_FOR = "Cari NIK, nama, nomor, HP, atau pindai QR"


class TopBar(QFrame):
    """Whose office this is, the search box, and what must be at hand on every page.

    Signals:
        searched: Enter in the search box (what was typed, without blanks at its ends).
    """

    searched = Signal(str)

    def __init__(self, office: str, above: str) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setFixedHeight(t.TOPBAR_H)
        self.box = QLineEdit()
        self.box.setProperty("kind", "bare")
        self.box.setPlaceholderText(ASKS_FOR)
        self.box.setAccessibleName("Cari di semua data")
        self.box.returnPressed.connect(self._search)
        self.box.installEventFilter(self)
        self._frame = QFrame()
        self._frame.setObjectName("search")
        inside = row(picture("search", t.INK_3, 18), self.box, key_cap("Ctrl+K"), margins=(10, 0, 8, 0))
        self._frame.setLayout(inside)
        self._frame.setMinimumWidth(280)
        self._frame.setMaximumWidth(520)
        self._frame.setFixedHeight(t.FIELD_H)
        self._actions = row()
        self._mark = clear(column(None, label(above, "hint"), label(office, "head"), None, gap=0))
        parts = row(picture("landmark", t.ACCENT, 26), 2, self._mark, t.S3, self._frame, None, self._actions)
        parts.setContentsMargins(t.S4, 0, t.S4, 0)
        parts.setStretchFactor(self._frame, 1)
        self.setLayout(parts)

    def fit(self, window_width: int) -> None:
        """Leave the name of the office to the title of the window where there is no room for it."""
        self._mark.setVisible(window_width >= t.SMALL_WINDOW)

    def show_actions(self, *actions: QWidget) -> None:
        """Replace what stands at the right end, such as the button that calls the next number."""
        empty(self._actions, keep=actions)
        fill(self._actions, *actions)

    def show_search(self, on: bool) -> None:
        """Show the search box, or take it away from those who may not look citizens up."""
        self._frame.setVisible(on)

    def searches(self) -> bool:
        """Say whether there is a search box."""
        return not self._frame.isHidden()

    def take_cursor(self) -> None:
        """Put the cursor into the search box."""
        self.box.setFocus()
        self.box.selectAll()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._frame.setProperty("lit", event.type() == QEvent.Type.FocusIn)
            theme.restyle(self._frame)
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        if typed := self.box.text().strip():
            self.searched.emit(typed)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the status bar.

    Attributes:
        short: The words where the window is narrow; empty for the same words.
        tone: Empty where nothing has to be done; else "warn" or "late".

    """

    text: str
    short: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """The five parts that are always true, in their order on the screen."""

    counter: Part
    day: Part
    backup: Part
    outbox: Part
    printer: Part


ICONS = {
    "counter": "monitor",
    "day": "calendar-days",
    "backup": "hard-drive",
    "outbox": "send",
    "printer": "printer",
}


class StatusBar(QFrame):
    """Counter and clerk, business day, last proven backup, what the kabupaten has not acknowledged, printer.

    Signals:
        asked: A part that leads somewhere was clicked (its name).
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(t.STATUS_H)
        self._parts: dict[str, Part] = {}
        self._keys: dict[str, str] = {}
        self._marks: dict[str, QLabel] = {}
        self._words: dict[str, QLabel] = {}
        box = row(gap=6, margins=(t.S4, 0, t.S4, 0))
        for at, (name, icon) in enumerate(ICONS.items()):
            self._marks[name], self._words[name] = picture(icon, t.INK_3, 15), label("")
            if at:
                box.addSpacing(10)
            if at == 2:
                box.addStretch(1)
            fill(box, self._marks[name], self._words[name])
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(box)

    def lead_from(self, name: str, key: str) -> None:
        """Let a click on a part ask for what stands behind it; `key` does the same and is named over the part."""
        self._keys[name] = key
        for part in (self._marks[name], self._words[name]):
            part.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_status(self, status: Status) -> None:
        for field in fields(status):
            part: Part = getattr(status, field.name)
            if self._parts.get(field.name) == part:
                continue
            self._parts[field.name] = part
            color = t.TONES[part.tone].ink if part.tone else t.INK_3
            self._marks[field.name].setPixmap(icons.pixmap(ICONS[field.name], color, 15))
            self._words[field.name].setProperty("tone", part.tone)
            self._words[field.name].setAccessibleName(part.text)
            key = self._keys.get(field.name)
            self._words[field.name].setToolTip(f"{part.text} ({key})" if key else part.text)
            theme.restyle(self._words[field.name])
        self._fit()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    @guard(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        under = self.childAt(event.position().toPoint())
        for name in self._keys:
            if under is not None and under in (self._marks[name], self._words[name]):
                self.asked.emit(name)

    def _fit(self) -> None:
        narrow, small = self.width() < t.WIDE, self.width() < t.SMALL_WINDOW
        for name, part in self._parts.items():
            self._words[name].setText(part.short if narrow and part.short else part.text)
            self._words[name].setVisible(not small or bool(part.tone) or name == "counter")

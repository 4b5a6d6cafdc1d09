"""The rail: the rooms of a role, at most ten, so that each has its Alt+digit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStyle, QStyleOptionButton, QStylePainter

from paten_desk.ui import icons, theme
from paten_desk.ui import tokens as t
from paten_desk.ui.button import press_with
from paten_desk.ui.guard import guard
from paten_desk.ui.page import Page
from paten_desk.ui.row_delegate import paint_chip
from paten_desk.ui.widgets import column, label, line

MOST = 10


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the rail and the page behind it.

    Attributes:
        name: The code's name of the room.
        build: Makes the page; called on the first visit.
        new_group: A hairline stands above the room.

    """

    name: str
    title: str
    icon: str
    build: Callable[[], Page]
    new_group: bool = False


class Rail(QFrame):
    """Icon and word of every room.

    Signals:
        asked: The user wants to go to a room (its name).
    """

    asked = Signal(str)

    def __init__(self, rooms: Sequence[Room]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName("Ruang")
        if len(rooms) > MOST:
            raise ValueError(f"{len(rooms)} rooms; a rail holds {MOST}")
        self._buttons: dict[str, _RoomButton] = {}
        self._box = box = column(gap=2, margins=(t.S2, t.S3, t.S2, t.S2))
        for at, room in enumerate(rooms):
            if room.new_group:
                box.addSpacing(t.S1)
                box.addWidget(line())
                box.addSpacing(t.S1)
            button = _RoomButton(room, str((at + 1) % 10))
            button.clicked.connect(lambda _=False, name=room.name: self.asked.emit(name))
            self._buttons[room.name] = button
            box.addWidget(button)
        self._hint = label("Alt + angka: pindah ruang", "hint")
        box.addStretch(1)
        box.addWidget(self._hint)
        self.setLayout(box)

    def light(self, name: str) -> None:
        """Show which room is open; "" for a page that stands in no rail."""
        for each, button in self._buttons.items():
            button.setChecked(each == name)

    def show_badge(self, name: str, count: int, tone: str = "neutral") -> None:
        """Show a number at a room in place of its digit; 0 takes it away."""
        self._buttons[name].badge = (str(count), tone) if count else ("", "")
        self._buttons[name].update()

    def fit(self, window_width: int) -> None:
        """Take the width that suits the window."""
        narrow, small = window_width < t.MIDDLE, window_width < t.SMALL_WINDOW
        wide = t.RAIL_WIDE if window_width >= t.WIDE else t.RAIL_NARROW if narrow else t.RAIL_SLIM
        self.setFixedWidth(t.RAIL_ICONS if small else wide)
        self._hint.setVisible(not narrow)
        self._box.setSpacing(0 if small else 2)
        self._box.setContentsMargins(t.S2, 0 if small else t.S3, t.S2, 0 if small else t.S2)
        for button in self._buttons.values():
            button.shows_digit, button.shows_word = not narrow, not small
            button.setMaximumHeight(t.RAIL_SMALL_H if small else t.RAIL_H)
            button.setMinimumHeight(t.RAIL_SMALL_H)
            button.updateGeometry()
            button.update()


class _RoomButton(QPushButton):
    def __init__(self, room: Room, digit: str) -> None:
        super().__init__(room.title.replace("&", "&&"))
        self._title, self._icon, self._digit = room.title, room.icon, digit
        self.badge = ("", "")
        self.shows_digit = self.shows_word = True
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(room.title)
        self.setToolTip(f"{room.title} (Alt+{digit})")
        press_with(self, f"Alt+{digit}")

    @guard(None)
    def nextCheckState(self) -> None:
        """Leave it to the window which room is lit."""

    @guard(QSize(t.RAIL_NARROW - 16, t.RAIL_H))
    def sizeHint(self) -> QSize:
        return QSize((t.RAIL_NARROW if self.shows_word else t.RAIL_ICONS) - 16, super().sizeHint().height())

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        lit = self.isChecked()
        middle = self.height() // 2
        painter.drawPixmap(11, middle - 10, icons.pixmap(self._icon, t.ACCENT if lit else t.INK_2, 20))
        painter.setFont(theme.semibold() if lit else theme.font())
        painter.setPen(QColor(t.ACCENT_DARK if lit else t.INK_2))
        if self.shows_word:
            words = QRect(38, 0, self.width() - 38, self.height() - 1)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._title)
        self._paint_end(painter)

    def _paint_end(self, painter: QPainter) -> None:
        count, tone = self.badge
        if count:
            width = QFontMetrics(theme.semibold(t.CAPTION)).horizontalAdvance(count) + 16
            paint_chip(painter, QRect(self.width() - width - 9, 0, width + 1, self.height()), count, tone)
        elif self.shows_digit:
            painter.setFont(theme.font(t.CAPTION))
            painter.setPen(QColor(t.INK_3))
            right = QRect(0, 0, self.width() - 10, self.height() - 1)
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._digit)

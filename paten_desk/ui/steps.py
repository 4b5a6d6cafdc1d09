"""A way with stops, and a list of what must be in order: both read by icon, word and colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from paten_desk.ui import icons, theme
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import chip, clear, column, label, picture, row

MARKS = {
    "good": "circle-check",
    "accent": "circle-dot",
    "warn": "triangle-alert",
    "late": "circle-alert",
    "neutral": "circle",
}


class StopState(StrEnum):
    """Where the way stands at a stop."""

    DONE = "done"
    NOW = "now"
    LATE = "late"
    LATER = "later"


STATE_WORDS = {
    StopState.DONE: "selesai",
    StopState.NOW: "sedang berjalan",
    StopState.LATE: "terlambat",
    StopState.LATER: "belum",
}


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: what happens there, and who and when in a second line."""

    what: str
    second: str = ""
    state: StopState = StopState.LATER


class Steps(QWidget):
    """A way with stops, drawn downwards."""

    def __init__(self, stops: Sequence[Stop] = (), pitch: int = 46) -> None:
        super().__init__()
        self._pitch = pitch
        self._stops: Sequence[Stop] = ()
        self.setMinimumWidth(180)
        self.show_stops(stops)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        self._stops = tuple(stops)
        self.setFixedHeight(self._pitch * len(self._stops))
        self.setAccessibleName("; ".join(f"{each.what}: {STATE_WORDS[each.state]}" for each in self._stops))
        self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, stop in enumerate(self._stops):
            if at + 1 < len(self._stops):
                self._paint_way(painter, at, stop)
            self._paint_mark(painter, at * self._pitch + 14, stop.state)
            self._paint_words(painter, at * self._pitch, stop)

    def _paint_way(self, painter: QPainter, at: int, stop: Stop) -> None:
        y = at * self._pitch + 14
        painter.setPen(QPen(QColor(t.ACCENT if stop.state is StopState.DONE else t.LINE), 2))
        painter.drawLine(QPointF(11, y + 11), QPointF(11, y + self._pitch - 11))

    def _paint_mark(self, painter: QPainter, y: int, state: StopState) -> None:
        if state is StopState.DONE:
            painter.drawPixmap(1, y - 10, icons.pixmap("circle-check", t.ACCENT, 20))
        elif state is StopState.LATER:
            painter.drawPixmap(1, y - 10, icons.pixmap("circle", t.EDGE, 20))
        else:
            color = QColor(t.TONES["late"].ink if state is StopState.LATE else t.ACCENT)
            painter.setPen(QPen(color, 2))
            painter.setBrush(QColor(t.SURFACE))
            painter.drawEllipse(QPointF(11, y), 8.5, 8.5)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(11, y), 3.5, 3.5)

    def _paint_words(self, painter: QPainter, top: int, stop: Stop) -> None:
        width, middle, elide = self.width() - 30, Qt.AlignmentFlag.AlignVCenter, Qt.TextElideMode.ElideRight
        here = stop.state in (StopState.NOW, StopState.LATE)
        painter.setFont(theme.semibold() if here else theme.font())
        painter.setPen(QColor(t.INK_3 if stop.state is StopState.LATER else t.INK))
        painter.drawText(
            QRect(30, top + 2, width, 22), middle, painter.fontMetrics().elidedText(stop.what, elide, width)
        )
        painter.setFont(theme.font(t.CAPTION))
        painter.setPen(QColor(t.TONES["late"].ink if stop.state is StopState.LATE else t.INK_3))
        second = painter.fontMetrics().elidedText(stop.second, elide, width)
        painter.drawText(QRect(30, top + 22, width, 18), middle, second)


class CheckRow(QWidget):
    """One thing that must be in order: icon, sentence, chip, at most one verb.

    Signals:
        acted: The verb was pressed.
    """

    acted = Signal()

    def __init__(self, what: str, second: str, state: str, tone: str, verb: str = "") -> None:
        super().__init__()
        self.setObjectName("clear")
        self.setAccessibleName(f"{what}: {state}. {second}")
        mark = clear(row(chip(state, tone), None))
        mark.setFixedWidth(112)
        below = [label(second, "hint", wrap=True)] if second else []
        words = column(None, label(what, "strong", wrap=True), *below, None, gap=0)
        self.button = Button(verb, "small")
        self.button.setFixedWidth(116)
        self.button.setAccessibleName(f"{verb}: {what}")
        self.button.clicked.connect(self.acted)
        keep = self.button.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(keep)
        box = row(picture(MARKS[tone], t.TONES[tone].ink, 22), 4, words, mark, self.button, margins=(0, 3, 0, 3))
        box.setStretchFactor(words, 1)
        self.setLayout(box)
        self.button.setVisible(bool(verb))

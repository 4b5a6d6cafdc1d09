"""A month of all offices: which days are held, and how many requests kept their promise, one row an office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.usecases.kabupaten import OfficeMonth

PITCH, HEAD, MARK = 28, 30, 12
NAMES, NARROW_NAMES, FIGURES = 200, 150, 330
FIGURES_FROM = 1000  # a narrower grid shows the days alone
FEW = 0.9  # below this share of kept promises the number is red
BAR, BAR_MOST = 12, 138


class MonthGrid(QWidget):
    """Filled: the day's records are held. Ring: they are missing. Dot: a day off."""

    def __init__(self) -> None:
        super().__init__()
        self._offices: tuple[OfficeMonth, ...] = ()
        self._first, self._today = date(2026, 1, 1), date(2026, 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(560)

    def show_month(self, offices: Sequence[OfficeMonth], first: date, today: date) -> None:
        """Show another month."""
        self._offices, self._first, self._today = tuple(offices), first, today
        self.setFixedHeight(HEAD + PITCH * len(self._offices) + 2)
        self.setAccessibleName("; ".join(spoken(office) for office in offices))
        self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._offices:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() >= FIGURES_FROM
        names = NAMES if wide else NARROW_NAMES
        days = len(self._offices[0].days)
        step = (self.width() - names - (FIGURES if wide else 0)) / days
        self._paint_head(painter, names, step, days)
        most = max(office.received for office in self._offices) or 1
        for at, office in enumerate(self._offices):
            top = HEAD + at * PITCH
            painter.setPen(QColor(t.LINE))
            painter.drawLine(0, top, self.width(), top)
            tone = QColor(t.TONES["late"].ink) if office.behind else QColor(t.INK)
            painter.setPen(tone)
            painter.setFont(theme.semibold() if office.behind else theme.font())
            _write(painter, QRect(0, top, names - 8, PITCH), office.name.removeprefix("Kecamatan "))
            for day, word in enumerate(office.days):
                _paint_mark(painter, QPointF(names + (day + 0.5) * step, top + PITCH / 2), word)
            if wide:
                _paint_figures(painter, self.width() - FIGURES + 24, top, office, most)

    def _paint_head(self, painter: QPainter, names: int, step: float, days: int) -> None:
        is_this_month = (self._first.year, self._first.month) == (self._today.year, self._today.month)
        if is_this_month:
            left = names + (self._today.day - 1) * step
            painter.fillRect(QRectF(left, 0, step, self.height()), QColor(t.ACCENT_TINT))
        for day in range(days):
            today = is_this_month and day + 1 == self._today.day
            painter.setFont(theme.semibold(t.CAPTION) if today else theme.font(t.CAPTION))
            painter.setPen(QColor(t.ACCENT_DARK if today else t.INK_2))
            painter.drawText(QRectF(names + day * step, 0, step, HEAD), Qt.AlignmentFlag.AlignCenter, str(day + 1))
        if self.width() >= FIGURES_FROM:
            painter.setFont(theme.semibold(t.CAPTION))
            painter.setPen(QColor(t.INK_2))
            _write(painter, QRect(self.width() - FIGURES + 24, 0, 180, HEAD), "Permohonan")
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRect(self.width() - 120, 0, 116, HEAD), right, "Sesuai janji")


def spoken(office: OfficeMonth) -> str:
    """Say a row in words."""
    held, missing = office.days.count("held"), office.days.count("missing")
    return (
        f"{office.name}: {held} hari diterima, {missing} belum, {office.received} permohonan, "
        f"{office.outside} dari luar kecamatan, {office.late} lewat janji"
    )


def kept_share(office: OfficeMonth) -> float:
    """Return the share of promises that were kept, 1 where there were none."""
    return 1 - office.late / office.received if office.received else 1.0


def _paint_mark(painter: QPainter, middle: QPointF, word: str) -> None:
    box = QRectF(middle.x() - MARK / 2, middle.y() - MARK / 2, MARK, MARK)
    if word == "held":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.ACCENT))
        painter.drawRoundedRect(box, 2, 2)
    elif word == "missing":
        painter.setPen(QPen(QColor(t.TONES["late"].ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 2, 2)
    elif word == "off":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.EDGE))
        painter.drawEllipse(middle, 1.5, 1.5)


def _paint_figures(painter: QPainter, left: int, top: int, office: OfficeMonth, most: int) -> None:
    """Paint the bar of the month, its late part hatched, its number, and the share at the right end."""
    width = round(BAR_MOST * office.received / most)
    late = max(6, round(width * office.late / office.received)) if office.late else 0
    bar = QRect(left, top + (PITCH - BAR) // 2, max(width, late), BAR)
    painter.fillRect(bar, QColor(t.ACCENT))
    if late:
        part = QRect(bar.right() - late + 1, bar.top(), late, BAR)
        painter.fillRect(part, QColor(t.SURFACE))
        painter.setPen(QPen(QColor(t.TONES["late"].ink), 1))
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
        painter.drawRect(part.adjusted(0, 0, -1, -1))
    painter.setFont(theme.semibold(t.SMALL))
    painter.setPen(QColor(t.INK))
    numbers = QRect(left + bar.width() + 8, top, 100, PITCH)
    _write(painter, numbers, str(office.received))
    if office.outside:
        numbers.adjust(painter.fontMetrics().horizontalAdvance(str(office.received)) + 6, 0, 0, 0)
        painter.setFont(theme.font(t.CAPTION))
        painter.setPen(QColor(t.INK_2))
        _write(painter, numbers, f"{office.outside} luar")
    if office.received:
        share = kept_share(office)
        painter.setFont(theme.semibold(t.SMALL) if share < FEW else theme.font(t.SMALL))
        painter.setPen(QColor(t.TONES["late"].ink if share < FEW else t.INK_2))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(left + FIGURES - 24 - 60 - 4, top, 60, PITCH), right, f"{int(share * 100)} %")


def _write(painter: QPainter, box: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

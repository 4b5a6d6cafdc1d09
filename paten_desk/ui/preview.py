"""A PDF on screen: the very bytes that are printed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from paten_desk.domain.printing import PAPER_NAMES
from paten_desk.ui import pdf as pdfs
from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import chip, clear, column, empty, fill, label, row

SCREEN_DPI = 96
ZOOMS = (40, 50, 60, 75, 90, 100, 125, 150, 200, 300)


class Sheet(QWidget):
    """One page at a given zoom, with the thin edge of a sheet; drawn when it comes into sight."""

    def __init__(self, pdf: bytes, page: int, size_mm: tuple[float, float], spoken: str) -> None:
        super().__init__()
        self._pdf, self._page, self._size_mm = pdf, page, size_mm
        self._image, self._zoom = QImage(), 100
        self.setAccessibleName(spoken)

    def show_at(self, zoom: int) -> None:
        """Draw the page at a zoom in per cent of its true size."""
        self._zoom, self._image = zoom, QImage()
        width, height = (round(each / 25.4 * SCREEN_DPI * zoom / 100) + 2 for each in self._size_mm)
        self.setFixedSize(width, height)
        self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            ratio = self.devicePixelRatioF()
            self._image = pdfs.render(self._pdf, self._page, SCREEN_DPI * self._zoom / 100 * ratio, ratio)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(t.SHEET_EDGE))
        painter.drawImage(QPointF(1, 1), self._image)


class Preview(QFrame):
    """All pages of a PDF under each other, with zoom in, zoom out, and as wide as the room."""

    def __init__(self, empty_words: str = "Belum ada yang dipratinjau.") -> None:
        super().__init__()
        self.setObjectName("desk")
        self._sheets: list[Sheet] = []
        self._sizes: list[tuple[float, float]] = []
        self._zoom, self._fits = 100, True
        self._paper, self._note = label("", "second"), chip("")
        self._note.hide()
        self._percent = label("", "second")
        self._out, self._in = Button("", "quiet", "zoom-out"), Button("", "quiet", "zoom-in")
        self._wide = Button("Selebar layar", "quiet")
        self._out.setAccessibleName("Perkecil")
        self._in.setAccessibleName("Perbesar")
        self._out.clicked.connect(lambda: self.zoom_by(-1))
        self._in.clicked.connect(lambda: self.zoom_by(1))
        self._wide.clicked.connect(self.fit_width)
        for key, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda steps=steps: self.zoom_by(steps))
        self._stack = column(gap=t.S3, margins=(t.S3, t.S1, t.S3, t.S3))
        self._stack.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._view = QScrollArea()
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setWidgetResizable(True)
        self._view.setAccessibleName("Pratinjau")
        held = clear(self._stack)
        self._view.setWidget(held)
        self._view.viewport().setAutoFillBackground(False)
        held.setAutoFillBackground(False)
        self._empty_words = empty_words
        tools = row(self._paper, self._note, None, self._wide, self._out, self._percent, self._in, gap=6)
        tools.setContentsMargins(t.S3, 6, t.S3, 2)
        self.setLayout(column(tools, self._view, gap=0))
        self.show_pdf(b"")

    def show_pdf(self, pdf: bytes, note: str = "", tone: str = "good") -> None:
        """Show a PDF, or nothing yet for no bytes; `note` stands beside the paper's size as a chip."""
        at = self._view.verticalScrollBar().value()
        empty(self._stack)
        self._sizes = pdfs.page_sizes(pdf) if pdf else []
        count = len(self._sizes)
        self._sheets = [
            Sheet(pdf, page, size, f"Halaman {page + 1} dari {count}") for page, size in enumerate(self._sizes)
        ]
        fill(self._stack, *self._sheets)
        if not pdf:
            self._stack.addWidget(label(self._empty_words, "second"))
        self._paper.setText(paper_words(*self._sizes[0]) + (f" · {count} halaman" if count > 1 else "") if pdf else "")
        self._note.setText(note)
        self._note.setProperty("chip", tone)
        theme.restyle(self._note)
        self._note.setVisible(bool(note))
        self._redraw()
        self._view.verticalScrollBar().setValue(at)

    def zoom(self) -> int:
        """Return the zoom in per cent of true size."""
        return self._zoom

    def zoom_by(self, steps: int) -> None:
        """Go to the next greater or smaller zoom."""
        greater = [each for each in ZOOMS if each > self._zoom]
        smaller = [each for each in ZOOMS if each < self._zoom]
        self._fits = False
        self._zoom = (greater or [ZOOMS[-1]])[0] if steps > 0 else (smaller or [ZOOMS[0]])[-1]
        self._redraw()

    def fit_width(self) -> None:
        """Make the pages as wide as the room there is."""
        self._fits = True
        self._redraw()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._redraw()

    def _redraw(self) -> None:
        if self._fits and self._sizes:
            widest = max(width for width, _ in self._sizes)
            room = self._view.width() - 2 * t.S3 - 16
            self._zoom = max(20, min(150, int(room / (widest / 25.4 * SCREEN_DPI) * 100)))
        for sheet in self._sheets:
            sheet.show_at(self._zoom)
        self._percent.setText(f"{self._zoom} %" if self._sheets else "")


class Chart(QWidget):
    """A figure drawn for the size it has: the same drawing that goes to paper."""

    def __init__(self, draw: Callable[[int, int], bytes], height: int, spoken: str) -> None:
        """`draw` gives a one-page PDF of so many points for a width and height in pixels."""
        super().__init__()
        self._draw, self._image, self._drawn = draw, QImage(), QSize()
        self.setMinimumHeight(height)
        self.setMinimumWidth(160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(spoken)

    def redraw(self) -> None:
        """Draw again, after the numbers changed."""
        self._drawn = QSize()
        self.update()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn != self.size():
            ratio = self.devicePixelRatioF()
            self._image = pdfs.render(self._draw(self.width(), self.height()), 0, 72 * ratio, ratio)
            self._drawn = self.size()
        QPainter(self).drawImage(QPointF(0, 0), self._image)


def paper_words(width_mm: float, height_mm: float) -> str:
    """Name a paper by its size: F4, 215 × 330 mm."""
    short, long = sorted((width_mm, height_mm))
    words = f"{round(width_mm)} × {round(height_mm)} mm"
    for (width, height), name in PAPER_NAMES.items():
        if abs(short - width) < 1.5 and abs(long - height) < 1.5:
            return f"{name}, {words}"
    return words

"""One scan large enough to read, and the next ones by a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut, QTransform
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from paten_desk.domain.scans import LONGEST_EDGE, Scan, ScanDraft, ScanKind
from paten_desk.ui import pdf as pdfs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, press_with
from paten_desk.ui.guard import guard
from paten_desk.ui.page import Page
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0)  # times the size at which the whole page is seen
MM = 25.4


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of one scan.

    Attributes:
        load: Gives the stored bytes, on the worker.
        page: From 0.

    """

    scan: Scan | ScanDraft
    name: str
    load: Callable[[Scan | ScanDraft], bytes]
    page: int = 0


def leaves(scans: Sequence[tuple[Scan | ScanDraft, str]], load: Callable[[Scan | ScanDraft], bytes]) -> list[Leaf]:
    """Return every page of every scan in their order."""
    return [Leaf(scan, name, load, page) for scan, name in scans for page in range(scan.pages)]


def image_of(leaf: Leaf) -> QImage:
    """Return a page as an image as large as pictures are kept, on the worker."""
    content = leaf.load(leaf.scan)
    if leaf.scan.kind is ScanKind.JPEG:
        return QImage.fromData(content)
    longest = max(pdfs.page_sizes(content)[leaf.page])
    return pdfs.render(content, leaf.page, LONGEST_EDGE / longest * MM)


class Picture(QWidget):
    """An image at the size of its room, or several times as large."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        size = QSizeF(self.image.size()).scaled(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(corner, size), self.image)


class ScanPage(Page):
    """The pages of all scans of a request, one at a time.

    Signals:
        back: Esc.
    """

    back = Signal()
    keys = (
        ("PgDown", "halaman atau pindaian berikutnya"),
        ("PgUp", "yang sebelumnya"),
        ("Ctrl++", "perbesar"),
        ("Ctrl+-", "perkecil"),
        ("Ctrl+R", "putar di layar"),
        ("Esc", "kembali"),
    )

    def __init__(self, tasks: Tasks, leaves: Sequence[Leaf], at: int = 0) -> None:
        self._tasks, self._leaves, self._at = tasks, list(leaves), at
        self._zoom, self._turned = 0, 0
        self._image = QImage()
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.turn = Button("Putar", icon="refresh-cw", key="Ctrl+R")
        self.less, self.more = Button("", "", "zoom-out"), Button("", "", "zoom-in")
        self.less.setAccessibleName("Perkecil")
        self.more.setAccessibleName("Perbesar")
        self.before = Button("Sebelumnya", icon="chevron-left", key="PgUp")
        self.after = Button("Berikutnya", "primary", "chevron-right", "PgDown")
        super().__init__("", actions=(self.less, self.more, self.turn, self.leave_it))
        self.picture = Picture()
        self._view = QScrollArea()
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view.setAccessibleName("Pindaian")
        self._view.setWidget(self.picture)
        desk = QFrame()
        desk.setObjectName("desk")
        desk.setLayout(column(self._view, margins=(t.S2, t.S2, t.S2, t.S2)))
        self.body.addWidget(desk, 1)
        self.show_foot(None, self.before, self.after)
        self.leave_it.clicked.connect(self.back)
        self.turn.clicked.connect(self._turn)
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        self.less.clicked.connect(lambda: self.zoom_by(-1))
        self.more.clicked.connect(lambda: self.zoom_by(1))
        for key, button in (("Ctrl++", self.more), ("Ctrl+=", self.more), ("Ctrl+-", self.less)):
            press_with(button, key)
        self._arrows = [QShortcut(QKeySequence(key), self) for key in ("Left", "Right")]
        for arrow, steps in zip(self._arrows, (-1, 1), strict=True):
            arrow.activated.connect(lambda steps=steps: self.go(steps))
        self._show()

    def begin(self) -> None:
        (self.after if self.after.isEnabled() else self.leave_it).setFocus()

    def go(self, steps: int) -> None:
        """Go on to another page, as far as there is one."""
        at = min(max(self._at + steps, 0), len(self._leaves) - 1)
        if at != self._at:
            self._at, self._zoom, self._turned = at, 0, 0
            self._show()

    def zoom_by(self, steps: int) -> None:
        """Go to the next greater or smaller size."""
        self._zoom = min(max(self._zoom + steps, 0), len(ZOOMS) - 1)
        self._view.setFocus()  # arrows move over what is larger than its room
        self._fit()

    def is_shown(self) -> bool:
        """Say whether the picture is there."""
        return not self.picture.image.isNull()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        leaf, many = self._leaves[self._at], len({each.scan.content for each in self._leaves})
        place = list(dict.fromkeys(each.scan.content for each in self._leaves)).index(leaf.scan.content) + 1
        page = f" · halaman {leaf.page + 1} dari {leaf.scan.pages}" if leaf.scan.pages > 1 else ""
        self.say(leaf.name, f"Pindaian {place} dari {many}{page}")
        self.setAccessibleName(leaf.name)
        self.picture.setAccessibleName(f"{leaf.name}, pindaian {place} dari {many}{page}")
        for button, there in ((self.before, self._at > 0), (self.after, self._at < len(self._leaves) - 1)):
            button.setEnabled(there)
        self._put(QImage())
        self._tasks.run(lambda: (leaf, image_of(leaf)), self._hear)

    def _hear(self, shown: tuple[Leaf, QImage]) -> None:
        if isValid(self) and shown[0] is self._leaves[self._at]:
            self._put(shown[1])

    def _put(self, image: QImage) -> None:
        self._image = image
        self.picture.image = image.transformed(QTransform().rotate(self._turned)) if self._turned else image
        self._fit()
        self.picture.update()

    def _turn(self) -> None:
        self._turned = (self._turned + 90) % 360
        self._put(self._image)

    def _fit(self) -> None:
        for arrow in self._arrows:
            arrow.setEnabled(self._zoom == 0)
        room = QSizeF(self._view.maximumViewportSize())
        size = QSizeF(self.picture.image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        self.picture.resize((size * ZOOMS[self._zoom]).toSize())

"""The scans of one request in a strip: how more come in, what is there, and what is done with the one at the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.elided import Elided
from paten_desk.ui.guard import guard
from paten_desk.ui.scans.tiles import Tile, Tiles
from paten_desk.ui.segments import Choice
from paten_desk.ui.widgets import clear, column, label, row

OTHER = "Berkas lain"
HOW = "atau seret ke halaman ini, atau tempel dengan Ctrl V"
DROP = "Lepaskan di sini untuk melampirkan"
CHOICE_WIDTH = 340
BESIDE = 420  # px of the strip below which the buttons stand under the choice
LEAST = 220  # px that two buttons need


class Strip(QFrame):
    """Buttons, tiles, and a line for the tile at the cursor.

    Signals:
        asked: Files are to be chosen.
        offered, left_aside: The new files of the folder are wanted, or not.
        opened, removed: A scan is to be seen, or taken off (its place).
        assigned: A scan shows another paper (its place, the paper's key).
    """

    asked = Signal()
    offered = Signal()
    left_aside = Signal()
    opened = Signal(int)
    removed = Signal(int)
    assigned = Signal(int, str)

    def __init__(self, may_change: bool = True) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._may_change = may_change
        self._shown: list[str] = []
        self._new = 0
        self.choose = Button("Ambil pindaian", "small", "folder-open", "Ctrl+O")
        self.offer = Button("", "small", "download", "Ctrl+L")
        self.aside = Button("Abaikan", "quiet")
        self.said = Elided(HOW, "hint")
        self.tiles = Tiles("Pindaian berkas")
        self.which = QComboBox()
        self.which.setProperty("scale", "small")
        self.which.setAccessibleName("Berkas yang ditunjukkan pindaian ini")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(8)
        self.which.setMaximumWidth(CHOICE_WIDTH)
        self.see = Button("Lihat", "small", "eye", "Enter")
        self.take_off = Button("Lepas", "small", "x")
        self._offers = clear(row(self.offer, self.aside, None, gap=t.S1))
        bring = row(self.choose, self.said, None)
        bring.setStretch(1, 99)
        self._bring = clear(bring)
        which = row(label("Berkas", "hint"), self.which, None)
        which.setStretch(1, 1)
        self._line = row(which, row(self.see, self.take_off, None))
        self._line.setStretch(0, 1)
        self._act = clear(self._line)
        self.setLayout(column(self._offers, self._bring, self.tiles, self._act, gap=6))
        self._bring.setVisible(may_change)
        self.which.setEnabled(may_change)
        self.take_off.setVisible(may_change)
        self.choose.clicked.connect(self.asked)
        self.offer.clicked.connect(self.offered)
        self.aside.clicked.connect(self.left_aside)
        self.tiles.opened.connect(self.opened)
        self.tiles.moved.connect(self._show_act)
        self.see.clicked.connect(lambda: self.opened.emit(self.tiles.currentRow()))
        self.which.activated.connect(lambda _: self._assign())
        self.take_off.clicked.connect(lambda: self.removed.emit(self.tiles.currentRow()))
        self.show_offer(0)
        self.show_scans((), (), ())

    def show_scans(self, tiles: Sequence[Tile], papers: Sequence[str], choices: Sequence[Choice]) -> None:
        """Show scans with the key of the paper each one shows, and which papers there are."""
        self._shown = list(papers)
        with QSignalBlocker(self.which):
            self.which.clear()
            for key, words in (*choices, ("", OTHER)):
                self.which.addItem(words, key)
        self.tiles.setVisible(bool(tiles))
        self.tiles.show_tiles(tiles)

    def show_offer(self, many: int) -> None:
        """Say how many new files lie in the folder."""
        self._new = many
        self._say_offer()
        self._offers.setVisible(many > 0 and self._may_change)

    def show_busy(self, many: int) -> None:
        """Say how many scans are being made ready."""
        self.said.setText(f"Menyiapkan {many} pindaian…" if many else HOW)

    def invite(self, over: bool) -> None:
        """Say that what is dragged can be let go."""
        self.said.setText(DROP if over else HOW)

    @guard(QSize(LEAST, 60))
    def minimumSizeHint(self) -> QSize:
        """Ask for the room of the narrow shape, so that there is a way to become narrow."""
        return QSize(LEAST, super().minimumSizeHint().height())

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the choice where there is no room beside it, and say less."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if self.width() >= BESIDE else way.TopToBottom)
        self.said.setVisible(self.width() >= BESIDE)
        self._say_offer()

    def _say_offer(self) -> None:
        long = f"Lampirkan {self._new} pindaian baru dari folder"
        self.offer.say(long if self.width() >= BESIDE else f"Lampirkan {self._new}")

    def _show_act(self, at: int) -> None:
        self._act.setVisible(at >= 0)
        if 0 <= at < len(self._shown):
            known = self.which.findData(self._shown[at])  # not where another service asks for other papers
            self.which.setCurrentIndex(known if known >= 0 else self.which.findData(""))
            self.which.setToolTip(self.which.currentText())

    def _assign(self) -> None:
        at = self.tiles.currentRow()
        key = str(self.which.currentData())
        if at >= 0 and key != self._shown[at]:
            self.assigned.emit(at, key)

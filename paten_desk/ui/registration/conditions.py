"""On what conditional papers depend: one small question each, above the list of papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.field import is_enter
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import clear, column, label, row

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
MOST, HEAD = 3, 96
WIDE = 640


class Conditions(QWidget):
    """Questions to tick in one stop of Tab: arrows move, Space turns; what the form knows is turned by itself.

    Signals:
        turned: The user turned an answer.
        entered: Enter, on to the papers.
    """

    turned = Signal()
    entered = Signal()

    def __init__(self, words: Sequence[str] = ()) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.boxes: dict[str, QCheckBox] = {}
        self._known: dict[str, bool] = {}
        self._by_hand: set[str] = set()
        self._columns, self._room = 0, WIDE - HEAD
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(t.S4)
        self._grid.setVerticalSpacing(2)
        head = label("Berlaku bila:", "hint")
        held = row(column(head, None, gap=0), clear(self._grid), gap=t.S3, margins=(0, 0, 0, t.S1))
        held.setStretch(1, 1)
        self.setLayout(held)
        self.ask(words)

    def ask(self, words: Sequence[str]) -> None:
        """Ask these conditions, all of them answered with no."""
        for box in self.boxes.values():
            box.hide()
            box.deleteLater()
        self.boxes = {each: self._box(each) for each in words}
        self._known, self._by_hand, self._columns = {}, set(), 0
        self.setVisible(bool(words))
        if self.boxes:
            self._stop_at(next(iter(self.boxes.values())))
        self._lay_out()

    def value(self) -> dict[str, bool]:
        """Return every condition with its answer."""
        return {words: box.isChecked() for words, box in self.boxes.items()}

    def set_value(self, answers: Mapping[str, bool]) -> None:
        """Show answers; those that differ from what the form knows were turned by hand and stay."""
        self._by_hand = {words for words in self.boxes if answers.get(words, False) != self._known.get(words, False)}
        for words, box in self.boxes.items():
            self._turn(box, answers.get(words, self._known.get(words, False)))

    def show_known(self, known: Mapping[str, bool]) -> bool:
        """Answer what the form knows, but for what the user turned; say whether an answer changed."""
        before = self.value()
        self._known = {words: answer for words, answer in known.items() if words in self.boxes}
        for words, box in self.boxes.items():
            if words not in self._by_hand:
                self._turn(box, self._known.get(words, False))
            box.setToolTip("Terjawab dari isian formulir." if words in self._known else "")
        return self.value() != before

    def fit(self, width: int) -> None:
        """Stand as many questions beside each other as have room."""
        self._room = width - HEAD
        self._lay_out()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if is_enter(event):
                self.entered.emit()
                return True
            if event.key() in STEPS:
                boxes = list(self.boxes.values())
                at = next(at for at, box in enumerate(boxes) if box is watched)
                to = boxes[(at + STEPS[Qt.Key(event.key())]) % len(boxes)]
                self._stop_at(to)
                to.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _box(self, words: str) -> QCheckBox:
        box = QCheckBox(words.removeprefix("bila "))
        box.setAccessibleName(f"Berlaku {words}")
        box.setFont(theme.font(t.SMALL))
        box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box.installEventFilter(self)
        box.toggled.connect(lambda _: self._turned(words))
        return box

    def _turned(self, words: str) -> None:
        self._by_hand.add(words)
        self.turned.emit()

    def _turn(self, box: QCheckBox, on: bool) -> None:
        with QSignalBlocker(box):
            box.setChecked(on)

    def _stop_at(self, box: QCheckBox) -> None:
        """Make one of the questions the stop of Tab."""
        for each in self.boxes.values():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is box else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(box)

    def _lay_out(self) -> None:
        widest = max((box.sizeHint().width() for box in self.boxes.values()), default=0)
        columns = max(1, min(MOST, len(self.boxes), (self._room + t.S4) // (widest + t.S4))) if widest else 0
        if columns == self._columns:
            return
        self._columns = columns
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, at // columns, at % columns)
        for at in range(MOST):
            self._grid.setColumnStretch(at, 1 if at == columns - 1 else 0)

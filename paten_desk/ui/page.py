"""What the main window asks of a page, and the head every page has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.elided import Elided
from paten_desk.ui.guard import guard
from paten_desk.ui.widgets import Part, clear, column, empty, fill, row, scroll, settle

EDGES = (t.S5, 0, t.S5, t.S4)


class Page(QWidget):
    """One screen of the program: title, one line under it, buttons at the right, a body, a foot where it has one.

    `keys` are the keys of this page for F1: (key, what it does). `least_width` are the pixels below which its lines
    would wrap into each other; a smaller window moves the page instead.
    """

    keys: tuple[tuple[str, str], ...] = ()
    least_width = 0

    def __init__(self, title: str, second: str = "", actions: Sequence[QWidget] = (), *, scrolls: bool = False) -> None:
        """With `scrolls`, a body that is too tall for the window moves up and down between head and foot."""
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(title)
        self._room = self._settled = 0
        self._title, self._second = Elided(title, "title"), Elided(second, "second")
        self._actions = row()
        self.body = column(gap=t.S3, margins=EDGES)
        self._foot = QFrame()
        self._foot.setObjectName("footer")
        self._foot_row = row(gap=t.S3, margins=(t.S5, 7, t.S5, 7))
        self._foot.setLayout(self._foot_row)
        self._foot.hide()
        words = column(self._title, self._second, gap=0)
        head = row(words, self._actions, gap=t.S4, margins=(t.S5, t.S3, t.S5, t.S3))
        head.setStretch(0, 1)
        body: Part = scroll(clear(self.body)) if scrolls else self.body
        whole = column(head, body, self._foot, gap=0)
        whole.setStretch(1, 1)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the least size is the frame's to mind
        self.setLayout(whole)
        self.show_actions(*actions)
        self.say(title, second)

    def say(self, title: str, second: str) -> None:
        """Change the words of the head."""
        self._title.setText(title)
        self._second.setText(second)
        self._second.setVisible(bool(second))

    def show_actions(self, *actions: QWidget) -> None:
        """Replace the buttons at the right end of the head."""
        empty(self._actions, keep=actions)
        fill(self._actions, *actions)

    def show_foot(self, *parts: Part) -> None:
        """Replace what stands in the foot; the primary button of a form is its last part."""
        empty(self._foot_row, keep=parts)
        fill(self._foot_row, *parts)
        self._foot.setVisible(bool(parts))

    def refresh(self) -> None:
        """Read again what is shown; called when the page comes up and when work ends."""

    def leave(self) -> None:
        """Keep what is not saved yet; called before another page comes up."""

    def begin(self) -> None:
        """Put the cursor where work begins; called when the page comes up."""

    def take_scan(self, text: str) -> bool:
        """Use what a scanner read, and say whether this page did; else the request behind it is opened."""
        return False

    def fit(self, width: int) -> None:
        """Drop or bring back parts for a page of so many pixels."""

    def arrange(self, room: int) -> None:
        """Lay the page out for a place of so many pixels, even where it stays wider than that itself."""
        if room != self._room:
            self._room = room
            self._fit()

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if (layout := self.layout()) is not None:
            layout.invalidate()  # parts that came back while the window was laid out left it half done

    def _fit(self) -> None:
        width = self._room or self.width()
        self.fit(width)
        if width != self._settled:
            self._settled = width
            settle(self)

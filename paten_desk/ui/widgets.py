"""The small parts every page is made of: words, chips, lines, rows and columns. No business here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtWidgets
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from paten_desk.ui import early, icons
from paten_desk.ui import tokens as t

Part = QWidget | QLayout | int | None
Margins = tuple[int, int, int, int]
FLUSH: Margins = (0, 0, 0, 0)


def label(text: str, role: str = "", *, wrap: bool = False, tone: str = "") -> QLabel:
    """Return words; `role` is one of the style sheet (title, lead, head, strong, label, second, hint, figure, hero)."""
    made = QLabel(text)
    made.setProperty("textFormat", early.PLAIN_TEXT)
    if role:
        made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def chip(text: str, tone: str = "neutral") -> QLabel:
    """Return a state: always a word, the colour only helps."""
    made = label(text)
    made.setProperty("chip", tone)
    return as_small_as_can_be(made)


def key_cap(text: str) -> QLabel:
    """Return a key as it looks on the keyboard, for the foot of a list."""
    return as_small_as_can_be(label(key_words(text), "key"))


def as_small_as_can_be(made: QLabel) -> QLabel:
    """Let a label take no more room than its words, in both directions, and return it."""
    policy = QtWidgets.QSizePolicy.Policy
    made.setSizePolicy(policy.Maximum, policy.Maximum)
    return made


def key_words(key: str) -> str:
    """Return what stands on a key cap: Ctrl+S becomes Ctrl S, Space becomes Spasi."""
    words = {"Space": "Spasi", "Del": "Hapus", "PgUp": "PgUp", "PgDown": "PgDn", "Return": "Enter"}
    return " ".join(words.get(part, part) for part in key.replace("++", "+Plus").split("+")).replace("Plus", "+")


def picture(name: str, color: str = t.INK_2, px: int = 20) -> QLabel:
    """Return an icon that stands beside its word."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, color, px))
    made.setFixedSize(px, px)
    return made


def line() -> QFrame:
    """Return a hairline."""
    made = QFrame()
    made.setObjectName("line")
    return made


def row(*parts: Part, gap: int = t.S2, margins: Margins = FLUSH) -> QHBoxLayout:
    """Lay parts side by side: widgets, layouts, an int is a gap in pixels, None takes what room is left."""
    box = QHBoxLayout()
    _begin(box, gap, margins)
    fill(box, *parts)
    return box


def column(*parts: Part, gap: int = t.S2, margins: Margins = FLUSH) -> QVBoxLayout:
    """Lay parts one under the other, as `row` does."""
    box = QVBoxLayout()
    _begin(box, gap, margins)
    fill(box, *parts)
    return box


def fill(box: QBoxLayout, *parts: Part) -> None:
    """Put further parts into a row or a column."""
    for part in parts:
        if part is None:
            box.addStretch(1)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part)
        else:
            box.addLayout(part)


def clear(layout: QLayout) -> QWidget:
    """Return a widget without a ground of its own around a layout."""
    made = QWidget()
    made.setObjectName("clear")
    made.setLayout(layout)
    return made


def panel(tone: str, layout: QLayout) -> QFrame:
    """Return a tinted box, for what must be read first."""
    made = QFrame()
    made.setProperty("panel", tone)
    made.setLayout(layout)
    return made


def scroll(inside: QWidget | None = None) -> QScrollArea:
    """Return a frame in which a page that is too tall moves up and down, never sideways."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setProperty("horizontalScrollBarPolicy", early.NO_BAR)
    made.setProperty("focusPolicy", early.NO_FOCUS)
    if inside is not None:
        scroll_in(made, inside)
    return made


def scroll_in(frame: QScrollArea, inside: QWidget) -> None:
    """Put something into a frame of `scroll`; at best once the frame has its place: Qt measures it at once."""
    frame.setWidget(inside)
    inside.setAutoFillBackground(False)


def settle(whole: QWidget) -> None:
    """Let what was shown or hidden inside count at once, from the innermost part out.

    Qt would carry it outwards by one level each time the events are looked at, and meanwhile the whole is cut.
    """
    for part in (*reversed(whole.findChildren(QWidget)), whole):
        if (layout := part.layout()) is not None:
            layout.activate()


def empty(layout: QLayout, keep: Sequence[Part] = ()) -> None:
    """Take every part out of a layout and forget the widgets, but those to keep."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None and widget not in keep:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner, keep)


def _begin(box: QBoxLayout, gap: int, margins: Margins) -> None:
    box.setSpacing(gap)
    box.setContentsMargins(*margins)

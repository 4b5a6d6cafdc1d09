"""What is made ready while somebody types a password, so that no click waits for it."""

from __future__ import annotations

import encodings.ascii
import encodings.unicode_escape  # noqa: F401  # both are wanted when an office is opened
import time
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets

from paten_desk.paths import resource
from paten_desk.ui import icons
from paten_desk.ui import tokens as t

SLICE_S = 0.01  # nobody feels a letter that comes so much later


def steps() -> Iterator[None]:
    """Make Qt's types and our icons, a slice at each step."""
    yield from make_types()
    yield from paint_icons()


def make_types() -> Iterator[None]:
    """Let PySide make the Python types of Qt with their enums, a slice at each step.

    It makes each at its first use, and all of a kind where Qt hands out a widget that it made itself: the first list
    would take as long as the whole login. On the window's thread only, because PySide takes no lock: two threads could
    make the same type twice.
    """
    ends = time.perf_counter() + SLICE_S
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            if time.perf_counter() > ends:
                yield
                ends = time.perf_counter() + SLICE_S


def paint_icons() -> Iterator[None]:
    """Draw every icon in the size and colour of the rail and of the bars; a window shows thirty of them at once."""
    for file in sorted(resource("icons").glob("*.svg")):
        icons.pixmap(file.stem, t.INK_2, 20)
        icons.pixmap(file.stem, t.INK_3, 15)
        yield

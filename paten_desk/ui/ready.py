"""What is made ready while somebody types a password, so that no click waits for it."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6 import QtCore, QtGui, QtWidgets

SLICE_S = 0.01  # nobody feels a letter that comes so much later


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

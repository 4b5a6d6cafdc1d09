"""The Qt of this house counts its references to None right (one release did not, and ended the process)."""

import os
import sys

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_thousand_calls_that_return_nothing_lose_no_reference_to_none(qapp):
    from PySide6.QtWidgets import QLabel

    words = QLabel()
    words.setText("pemanasan")
    before = sys.getrefcount(None)

    for _ in range(1000):
        words.setText("Terlambat 2 jam")

    assert sys.getrefcount(None) >= before - 5

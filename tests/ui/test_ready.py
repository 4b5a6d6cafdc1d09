import os
import subprocess
import sys

from PySide6.QtGui import QPixmap, QPixmapCache

from paten_desk.ui import ready
from paten_desk.ui.tokens import INK_2, INK_3

SLICES = """
from PySide6 import QtCore, QtGui, QtWidgets
from paten_desk.ui import ready
before = "Qt" in vars(QtCore)
slices = sum(1 for _ in ready.make_types())
left = [name for module in (QtCore, QtGui, QtWidgets) for name in set(dir(module)) - set(vars(module))]
print(before, slices > 3, left)
"""


def test_every_type_of_qt_is_made_in_slices_between_which_a_key_can_be_heard():
    env = {**os.environ, "PYTHONPATH": ".", "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run([sys.executable, "-c", SLICES], capture_output=True, text=True, check=True, env=env)

    assert done.stdout.strip() == "False True []"


def test_the_icons_of_the_rail_are_drawn_before_anybody_comes_in(qapp):
    QPixmapCache.clear()

    steps = sum(1 for _ in ready.paint_icons())

    assert steps > 50
    for color, px in ((INK_2, 20), (INK_3, 15)):
        assert QPixmapCache.find(f"paten:house:{color}:{px}:1.0", QPixmap())

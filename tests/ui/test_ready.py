import os
import subprocess
import sys

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

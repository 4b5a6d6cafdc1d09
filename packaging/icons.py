"""Draw the icons of the first window in advance: python packaging/icons.py, after a change of an icon or a colour."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication  # noqa: E402  # the platform comes first

from paten_desk.paths import resource  # noqa: E402
from paten_desk.ui import icons  # noqa: E402


def main() -> int:
    """Write the pictures; return the exit code."""
    _app = QGuiApplication(sys.argv[:1])
    folder = resource("icons", "drawn")
    folder.mkdir(exist_ok=True)
    for name, color, px in icons.IN_ADVANCE:
        icons.draw(name, color, px).save(str(folder / icons.file_name(name, color, px)))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Draw the program's icon from the shipped ones: the landmark of the login window, white on the accent colour."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from paten_desk.paths import resource
from paten_desk.ui import tokens

SIDES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
SMALL = 24  # up to here strokes are fuller and the rim thinner


def draw(target: Path) -> None:
    """Write an .ico with every size that Windows asks for, each drawn by itself."""
    app = QGuiApplication.instance() or QGuiApplication([])
    pictures = [Image.open(io.BytesIO(_png(side))) for side in SIDES]
    pictures[-1].save(target, sizes=[(side, side) for side in SIDES], append_images=pictures[:-1])
    del app


def _png(side: int) -> bytes:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.ACCENT))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.18, side * 0.18)
    rim = side * (0.12 if side <= SMALL else 0.19)
    QSvgRenderer(_landmark(side)).render(painter, QRectF(rim, rim, side - 2 * rim, side - 2 * rim))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def _landmark(side: int) -> bytes:
    svg = resource("icons", "landmark.svg").read_text(encoding="utf-8")
    stroke = "2.2" if side <= SMALL else "1.75"
    return svg.replace("currentColor", "#FFFFFF").replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


if __name__ == "__main__":
    draw(Path(sys.argv[1]))

"""Draw the program's icon, and the picture beside the installer's first page, from the icons that are shipped.

Both show the landmark of the login window, white on the accent colour.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from paten_desk.paths import resource
from paten_desk.ui import tokens

SIDES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
PAGE_SIDE = (164 * 2, 314 * 2)  # what NSIS shows at 96 dpi, twice as fine
SMALL = 24  # up to here strokes are fuller and the rim thinner


def draw(folder: Path) -> None:
    """Write app.ico with every size that Windows asks for, each drawn by itself, and side.bmp."""
    app = QGuiApplication.instance() or QGuiApplication([])
    pictures = [Image.open(io.BytesIO(_png(_icon(side)))) for side in SIDES]
    pictures[-1].save(folder / "app.ico", sizes=[(side, side) for side in SIDES], append_images=pictures[:-1])
    Image.open(io.BytesIO(_png(_page_side()))).convert("RGB").save(folder / "side.bmp")
    del app


def _icon(side: int) -> QImage:
    image, painter = _sheet(side, side)
    painter.setBrush(QColor(tokens.ACCENT))
    painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.18, side * 0.18)
    rim = side * (0.12 if side <= SMALL else 0.19)
    QSvgRenderer(_landmark(side)).render(painter, QRectF(rim, rim, side - 2 * rim, side - 2 * rim))
    painter.end()
    return image


def _page_side() -> QImage:
    width, height = PAGE_SIDE
    image, painter = _sheet(width, height)
    painter.fillRect(0, 0, width, height, QColor(tokens.ACCENT))
    mark = width * 0.5
    QSvgRenderer(_landmark(round(mark))).render(painter, QRectF((width - mark) / 2, height * 0.3, mark, mark))
    painter.end()
    return image


def _sheet(width: int, height: int) -> tuple[QImage, QPainter]:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return image, painter


def _png(image: QImage) -> bytes:
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

"""Icons: the Lucide family of `resources/icons`, in any colour and size."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from paten_desk.paths import resource
from paten_desk.ui.tokens import ACCENT, INK_2, INK_3

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def pixmap(name: str, color: str = INK_2, px: int = 20) -> QPixmap:
    """Return an icon in one colour, at the ratio of the screen.

    Strokes thin out as the icon grows, so that all sizes look alike.
    """
    ratio = max(1.0, _screen_ratio())
    key = f"paten:{name}:{color}:{px}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    side = round(px * ratio)
    image = QPixmap(side, side)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(_drawing(name, color, px).encode()).render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, image)
    return image


def icon(name: str, color: str = INK_2, checked: str = ACCENT, px: int = 20) -> QIcon:
    """Return an icon for a button: one colour, another while it is chosen, a faint one while it cannot be pressed."""
    from PySide6.QtGui import QIcon

    made = QIcon(pixmap(name, color, px))
    made.addPixmap(pixmap(name, checked, px), QIcon.Mode.Normal, QIcon.State.On)
    for state in (QIcon.State.On, QIcon.State.Off):
        made.addPixmap(pixmap(name, INK_3, px), QIcon.Mode.Disabled, state)
    return made


def plate(painter: QPainter, box: QRectF, ground: str, edge: str = "none") -> None:
    """Paint a small rounded box, such as a key cap; `edge` is the colour of the line around it."""
    _plate(box.width(), box.height(), ground, edge).render(painter, box.adjusted(-0.5, -0.5, 0.5, 0.5))


@cache
def _plate(width: float, height: float, ground: str, edge: str) -> QSvgRenderer:
    shape = f'<rect x=".5" y=".5" width="{width}" height="{height}" rx="4" fill="{ground}" stroke="{edge}"/>'
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + 1} {height + 1}">{shape}</svg>'
    return QSvgRenderer(whole.encode())


def _drawing(name: str, color: str, px: int) -> str:
    stroke = 2.0 if px <= 20 else 1.75 if px <= 28 else 1.5
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0

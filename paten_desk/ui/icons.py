"""Icons: the Lucide family of `resources/icons`, in any colour and size."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QPixmap, QPixmapCache

from paten_desk.paths import resource
from paten_desk.ui.tokens import ACCENT, INK_2, INK_3, SURFACE

TYPE_CHECKING = False  # in the first window Qt's import hook would read the whole source of `typing`
if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

IN_ADVANCE = (("landmark", ACCENT, 40), ("log-in", SURFACE, 18))
"""What the first window shows: drawn by `packaging/icons.py`, because Qt's SVG library takes a fiftieth of its time."""


def pixmap(name: str, color: str = INK_2, px: int = 20) -> QPixmap:
    """Return an icon in one colour, at the ratio of the screen.

    Strokes thin out as the icon grows, so that all sizes look alike.
    """
    ratio = max(1.0, _screen_ratio())
    key = f"paten:{name}:{color}:{px}:{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    if ratio == 1.0 and (name, color, px) in IN_ADVANCE:
        image = QPixmap(str(resource("icons", "drawn", file_name(name, color, px))))
    else:
        image = draw(name, color, px, ratio)
    QPixmapCache.insert(key, image)
    return image


def draw(name: str, color: str, px: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtSvg import QSvgRenderer

    side = round(px * ratio)
    image = QPixmap(side, side)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    QSvgRenderer(_drawing(name, color, px).encode()).render(painter, QRectF(0, 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def file_name(name: str, color: str, px: int) -> str:
    """Return the name of the picture that was drawn in advance."""
    return f"{name}-{color.removeprefix('#')}-{px}.png"


def icon(name: str, color: str = INK_2, checked: str = ACCENT, px: int = 20) -> QIcon:
    """Return an icon for a button: one colour, another while it is chosen, a faint one while it cannot be pressed."""
    from PySide6.QtGui import QIcon

    made = QIcon(pixmap(name, color, px))
    made.addPixmap(pixmap(name, checked, px), QIcon.Mode.Normal, QIcon.State.On)
    for state in (QIcon.State.On, QIcon.State.Off):
        made.addPixmap(pixmap(name, INK_3, px), QIcon.Mode.Disabled, state)
    return made


def _drawing(name: str, color: str, px: int) -> str:
    stroke = 2.0 if px <= 20 else 1.75 if px <= 28 else 1.5
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    return svg.replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"')


def _screen_ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0

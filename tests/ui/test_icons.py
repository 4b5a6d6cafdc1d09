import pytest
from PySide6.QtGui import QColor, QPixmapCache

from paten_desk.paths import resource
from paten_desk.ui import icons

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_drawn(qapp, name):
    image = icons.pixmap(name, "#A8201A", 20).toImage()

    seen = {image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())}

    assert max(seen) > 200


def test_an_icon_takes_the_colour_it_is_given(qapp):
    image = icons.pixmap("circle", "#A8201A", 40).toImage()

    colors = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]

    assert QColor("#A8201A").red() in {color.red() for color in colors if color.alpha() == 255}


def test_the_licence_of_the_icons_lies_beside_them():
    assert "ISC License" in resource("icons", "LICENSE-lucide.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "color", "px"), icons.IN_ADVANCE)
def test_what_was_drawn_in_advance_looks_as_it_would_now(qapp, name, color, px):
    QPixmapCache.clear()
    kept, fresh = (made.toImage() for made in (icons.pixmap(name, color, px), icons.draw(name, color, px)))

    assert (kept.width(), kept.height()) == (px, px)
    apart = [
        abs(one - other)
        for x in range(px)
        for y in range(px)
        for one, other in zip(kept.pixelColor(x, y).getRgb(), fresh.pixelColor(x, y).getRgb(), strict=True)
        if fresh.pixelColor(x, y).alpha() > 40
    ]
    assert max(apart) <= 3

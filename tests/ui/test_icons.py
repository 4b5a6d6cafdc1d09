import pytest
from PySide6.QtGui import QColor

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

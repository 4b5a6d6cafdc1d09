import pytest

from paten_desk.ui import tokens as t
from paten_desk.ui.page import Page
from paten_desk.ui.rail import Rail, Room
from tests.ui.conftest import press


def rooms(count):
    return [Room(f"room{at}", f"Ruang {at}", "house", lambda: Page("Ruang")) for at in range(count)]


def test_a_room_is_asked_for_by_its_name(qtbot):
    rail, asked = Rail(rooms(3)), []
    rail.asked.connect(asked.append)
    qtbot.addWidget(rail)

    press(rail, "Ruang 1")

    assert asked == ["room1"]


def test_no_rail_holds_more_rooms_than_there_are_digits(qtbot):
    with pytest.raises(ValueError, match="11 rooms"):
        Rail(rooms(11))


def test_what_is_late_shows_in_the_rail(qtbot):
    rail = Rail(rooms(2))
    qtbot.addWidget(rail)
    rail.fit(1366)
    rail.resize(t.RAIL_WIDE, 400)

    rail.show_badge("room1", 2, "late")
    image = rail.grab().toImage()

    colors = {image.pixelColor(x, y).name().upper() for x in range(140, 196) for y in range(50, 96)}
    assert t.TONES["late"].tint in colors


@pytest.mark.parametrize(("window", "rail_width"), [(1366, t.RAIL_WIDE), (1024, t.RAIL_SLIM), (911, t.RAIL_NARROW)])
def test_the_rail_is_as_wide_as_the_window_allows(qtbot, window, rail_width):
    rail = Rail(rooms(2))
    qtbot.addWidget(rail)

    rail.fit(window)

    assert rail.width() == rail_width

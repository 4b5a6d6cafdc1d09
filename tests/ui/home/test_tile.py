import pytest
from PySide6.QtCore import Qt

from paten_desk.ui.home.tile import Tile
from paten_desk.ui.widgets import clear, row
from tests.ui.pages import heard


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_figure_opens_its_rows_by_key(qtbot, key):
    tile = Tile("Siap diambil")
    qtbot.addWidget(tile)
    opened = heard(tile.opened)

    qtbot.keyClick(tile, key)

    assert len(opened) == 1


def test_a_figure_opens_its_rows_by_a_click(qtbot):
    tile = Tile("Siap diambil")
    qtbot.addWidget(tile)
    opened = heard(tile.opened)

    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)

    assert len(opened) == 1


def test_arrows_move_from_figure_to_figure(qtbot):
    tiles = Tile("Masuk"), Tile("Lewat janji")
    holder = clear(row(*tiles))
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    tiles[0].setFocus()

    qtbot.keyClick(tiles[0], Qt.Key.Key_Right)
    assert tiles[1].hasFocus()

    qtbot.keyClick(tiles[1], Qt.Key.Key_Left)
    assert tiles[0].hasFocus()


def test_a_late_figure_is_told_in_colour_and_word(qtbot):
    tile = Tile("Lewat janji")
    qtbot.addWidget(tile)

    tile.show_number("2", "terlama 2 jam")
    tile.show_tone("late")

    assert tile.accessibleName() == "Lewat janji: 2. terlama 2 jam"
    assert tile._number.property("tone") == "late"

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from paten_desk.ui import tokens as t
from paten_desk.ui.scans.tiles import GRID, Tile, Tiles
from tests.ui.pages import heard
from tests.ui.scans.given import an_image


@pytest.fixture
def tiles(shown):
    made = Tiles("Pindaian")
    made.resize(GRID.width() * 2 + 10, 50)
    made.show_tiles([Tile(f"KTP {at}", f"Pindaian {at}: KTP", an_image(), "") for at in range(3)])
    return shown(made, made)


def test_arrows_move_enter_opens_and_delete_takes_off(tiles, qtbot):
    opened, removed = heard(tiles.opened), heard(tiles.removed)

    qtbot.keyClick(tiles, Qt.Key.Key_Right)
    qtbot.keyClick(tiles, Qt.Key.Key_Return)
    qtbot.keyClick(tiles, Qt.Key.Key_Delete)

    assert (opened, removed) == ([1], [1])


def test_there_are_as_many_rows_as_the_tiles_need(tiles):
    assert tiles.height() >= 2 * GRID.height()

    tiles.resize(GRID.width() * 3 + 10, tiles.height())
    assert tiles.height() < 2 * GRID.height()


def test_the_cursor_stays_where_it_was(tiles):
    tiles.setCurrentRow(2)
    tiles.show_tiles([Tile("KK", "Pindaian 1: KK", icon="file-text"), Tile("KTP", "Pindaian 2: KTP")])
    assert tiles.currentRow() == 1

    tiles.show_tiles([])
    assert tiles.currentRow() == -1


def test_every_tile_says_what_it_shows(tiles):
    assert tiles.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Pindaian 1: KTP"
    assert tiles.item(1).toolTip() == "Pindaian 1: KTP"


def test_the_picture_is_seen(tiles):
    seen = tiles.viewport().grab(QRect(0, 0, GRID.width(), GRID.height())).toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}

    assert QColor(Qt.GlobalColor.red).name() in colours
    assert t.ACCENT_TINT.lower() in colours  # the one at the cursor

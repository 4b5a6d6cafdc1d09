import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from paten_desk.ui.scans.strip import OTHER, Strip
from paten_desk.ui.scans.tiles import Tile
from paten_desk.ui.widgets import clear, column, scroll
from tests.ui.pages import heard, press

PAPERS = (("A-1", "KTP-el"), ("A-2", "Kartu keluarga (KK)"))
TILES = (Tile("KTP-el", "Pindaian 1: KTP-el"), Tile(OTHER, "Pindaian 2: Berkas lain"))


@pytest.fixture
def strip(shown):
    made = Strip()
    made.resize(600, 300)
    made.show_scans(TILES, ("A-1", ""), PAPERS)
    return shown(made)


def test_before_the_first_scan_one_line_says_how_it_comes_in(strip):
    strip.show_scans((), (), PAPERS)

    assert not strip.tiles.isVisible()
    assert not strip.see.isVisible()
    assert "Ctrl V" in strip.said.text()


def test_the_paper_of_the_tile_at_the_cursor_can_be_changed(strip):
    said = heard(strip.assigned)
    assert strip.which.currentText() == "KTP-el"

    strip.tiles.setCurrentRow(1)
    assert strip.which.currentText() == OTHER
    strip.which.setCurrentIndex(1)
    strip.which.activated.emit(1)
    strip.which.setCurrentIndex(2)
    strip.which.activated.emit(2)  # the same as before

    assert said == [(1, "A-2")]


def test_new_files_are_offered_by_one_key(strip, qtbot):
    wanted = heard(strip.offered)
    press(qtbot, strip, "Ctrl+L")
    assert wanted == []

    strip.show_offer(2)
    assert strip.offer.words() == "Lampirkan 2 pindaian baru dari folder"
    press(qtbot, strip, "Ctrl+L")
    assert wanted == [()]


def test_who_may_only_look_finds_nothing_to_change(shown):
    strip = Strip(may_change=False)
    strip.show_scans(TILES, ("A-1", ""), PAPERS)
    shown(strip)
    strip.show_offer(2)

    assert [each.accessibleName() for each in strip.findChildren(QAbstractButton) if each.isVisible()] == ["Lihat"]
    assert not strip.which.isEnabled()


def test_the_tile_at_the_cursor_is_seen_or_taken_off(strip, qtbot):
    seen, gone = heard(strip.opened), heard(strip.removed)
    strip.tiles.setCurrentRow(1)

    qtbot.mouseClick(strip.see, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(strip.take_off, Qt.MouseButton.LeftButton)

    assert (seen, gone) == ([1], [1])


def test_work_and_an_open_drag_are_said(strip):
    strip.show_busy(2)
    assert strip.said.text() == "Menyiapkan 2 pindaian…"
    strip.show_busy(0)
    strip.invite(True)
    assert "Lepaskan" in strip.said.text()
    strip.invite(False)
    assert "seret" in strip.said.text()


def test_a_narrow_strip_cuts_nothing(shown):
    strip = Strip()
    strip.show_scans(TILES, ("A-1", ""), PAPERS)
    strip.show_offer(3)
    area = scroll(clear(column(strip)))
    area.resize(240, 500)
    shown(area)

    assert strip.offer.words() == "Lampirkan 3"
    parts = [strip.choose, strip.offer, strip.aside, strip.which, strip.see, strip.take_off, strip.tiles]
    assert all(part.mapTo(strip, part.rect().topRight()).x() < 240 for part in parts)
    assert strip.see.mapTo(strip, strip.see.pos()).y() > strip.which.mapTo(strip, strip.which.pos()).y()

from datetime import date

import pytest
from PySide6.QtGui import QColor

from paten_desk.ui import tokens as t
from paten_desk.ui.kabupaten.month import HEAD, MARK, NARROW_NAMES, PITCH, MonthGrid, kept_share, spoken
from paten_desk.usecases.kabupaten import OfficeMonth

OFFICE = OfficeMonth("Kecamatan Contoh", ("held", "missing", "off", "") + ("off",) * 26, 40, 6, 1, 4)


def test_a_row_is_told_in_words():
    assert (
        spoken(OFFICE)
        == "Kecamatan Contoh: 1 hari diterima, 1 belum, 40 permohonan, 4 dari luar kecamatan, 6 lewat janji"
    )


@pytest.mark.parametrize(("received", "late", "share"), [(0, 0, 1.0), (10, 1, 0.9), (4, 4, 0.0)])
def test_the_share_of_kept_promises(received, late, share):
    assert kept_share(OfficeMonth("", (), received, late, 0)) == pytest.approx(share)


def test_held_is_filled_and_missing_is_a_ring(qtbot):
    grid = MonthGrid()
    qtbot.addWidget(grid)
    grid.show_month([OFFICE], date(2026, 11, 1), date(2026, 12, 20))
    grid.resize(800, grid.height())
    picture = grid.grab().toImage()

    def middle(day):
        step = (800 - NARROW_NAMES) / 30
        return picture.pixelColor(round(NARROW_NAMES + (day - 0.5) * step), HEAD + PITCH // 2)

    def edge(day):
        step = (800 - NARROW_NAMES) / 30
        return picture.pixelColor(round(NARROW_NAMES + (day - 0.5) * step - MARK / 2 + 1), HEAD + PITCH // 2)

    assert middle(1) == QColor(t.ACCENT)
    assert middle(2) != QColor(t.TONES["late"].ink)
    assert abs(edge(2).red() - QColor(t.TONES["late"].ink).red()) < 90


@pytest.mark.parametrize("width", [560, 800, 1166])
def test_it_paints_at_every_width(qtbot, width):
    grid = MonthGrid()
    qtbot.addWidget(grid)
    grid.show_month([OFFICE] * 3, date(2026, 11, 1), date(2026, 11, 20))
    grid.resize(width, grid.height())

    assert not grid.grab().isNull()

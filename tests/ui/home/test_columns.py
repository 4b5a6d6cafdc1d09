from PySide6.QtGui import QColor

from paten_desk.ui import tokens as t
from paten_desk.ui.home.chart import Mark
from paten_desk.ui.home.columns import Columns


def painted(chart, x):
    image = chart.grab().toImage()
    return [image.pixelColor(x, y).name().upper() for y in range(image.height())]


def test_a_column_is_as_high_as_its_number_and_late_on_top(qtbot):
    chart = Columns("Permohonan per hari")
    qtbot.addWidget(chart)
    chart.resize(300, 140)
    chart.show_marks([Mark("18", 40), Mark("19", 20, 10), Mark("20", 0)])

    accent = QColor(t.ACCENT).name().upper()
    high = [painted(chart, x).count(accent) for x in (50, 150, 250)]

    assert high[0] > 60
    assert high[1] * 4 - 4 <= high[0] <= high[1] * 4 + 4  # half of half is late
    assert high[2] == 0


def test_the_columns_share_the_width(qtbot):
    chart = Columns("Permohonan per hari")
    qtbot.addWidget(chart)
    chart.resize(300, 140)
    chart.show_marks([Mark(str(at), at) for at in range(12)])

    assert chart.slot(0).left() == 0
    assert chart.slot(11).right() == 300

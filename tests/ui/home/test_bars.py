from PySide6.QtGui import QColor

from paten_desk.ui import tokens as t
from paten_desk.ui.home.bars import Bar, Bars, Legend


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def test_bars_are_spoken_with_their_numbers(qtbot):
    bars = Bars("Layanan hari ini")
    qtbot.addWidget(bars)

    bars.show_bars([Bar("Tidak Mampu", 31, 2), Bar("Pengantar SKCK", 24)])

    assert bars.accessibleName() == "Layanan hari ini: Tidak Mampu 31, 2 lewat janji; Pengantar SKCK 24"


def test_one_late_request_among_many_is_seen(qtbot):
    bars = Bars("Layanan hari ini")
    qtbot.addWidget(bars)
    bars.resize(480, 60)

    bars.show_bars([Bar("Tidak Mampu", 400, 1)])
    late = QColor(t.TONES["late"].ink).name().upper()

    assert late in colours(bars)
    bars.show_bars([Bar("Tidak Mampu", 400)])
    assert late not in colours(bars)


def test_no_bars_take_no_room(qtbot):
    bars = Bars("Layanan hari ini")
    qtbot.addWidget(bars)

    assert bars.height() == 1


def test_the_legend_says_what_the_pattern_means(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)

    assert legend.accessibleName() == "Penuh: dalam janji. Bergaris: lewat janji."
    assert QColor(t.ACCENT).name().upper() in colours(legend)

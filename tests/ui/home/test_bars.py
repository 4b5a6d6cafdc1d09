from paten_desk.ui.home.bars import LEAST_PITCH, PITCH, Bars
from paten_desk.ui.home.chart import Mark


def test_no_bars_take_no_room(qtbot):
    bars = Bars("Layanan hari ini")
    qtbot.addWidget(bars)

    assert bars.maximumHeight() == 1


def test_bars_move_closer_where_the_room_is_low(qtbot):
    bars = Bars("Menunggu")
    qtbot.addWidget(bars)
    bars.show_marks([Mark(str(at), at) for at in range(1, 9)])

    for height, pitch in ((1000, PITCH), (10, LEAST_PITCH)):
        bars.resize(300, height)
        assert bars.slot(0).height() == pitch
        assert bars.slot(7).bottom() == bars.height()

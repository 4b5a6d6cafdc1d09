import pytest
from PySide6.QtCore import QPoint, Qt

from paten_desk.ui.home.chart import Mark
from paten_desk.ui.home.kept import HIGH, WORDS, Kept
from tests.ui.pages import heard


def a_bar(qtbot, kept, broken):
    chart = Kept("Tepat janji")
    qtbot.addWidget(chart)
    chart.resize(200, HIGH)
    chart.show_marks([Mark("tepat janji", kept, key="kept"), Mark("lewat janji", broken, broken, key="broken")])
    return chart


@pytest.mark.parametrize(
    ("kept", "broken", "x", "key"),
    [
        (30, 10, 140, "kept"),
        (30, 10, 160, "broken"),
        (999, 1, 198, "broken"),  # one among many has its room
        (1, 999, 2, "kept"),
        (5, 0, 199, "kept"),
        (0, 5, 1, "broken"),
        (0, 0, 100, "kept"),
    ],
)
def test_the_bar_is_shared_as_the_figures_are(qtbot, kept, broken, x, key):
    chart = a_bar(qtbot, kept, broken)
    opened = heard(chart.opened)

    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, WORDS + 8))

    assert [mark.key for mark in opened] == [key]
    assert not chart.grab().isNull()

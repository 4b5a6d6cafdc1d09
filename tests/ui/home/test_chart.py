import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from paten_desk.ui import tokens as t
from paten_desk.ui.home.bars import Bars
from paten_desk.ui.home.chart import Legend, Mark
from paten_desk.ui.home.columns import Columns
from paten_desk.ui.home.kept import Kept
from tests.ui.pages import heard

TWO = (
    Mark("19", 31, 2, "Kamis 19 November: 31 permohonan, 2 lewat janji", "Masuk Kamis", key="a"),
    Mark("20", 24, 0, "Jumat 20 November: 24 permohonan", "Masuk hari ini", key="b", is_now=True),
)
LATE = QColor(t.TONES["late"].ink).name().upper()


def colours(widget):
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def a_chart(qtbot, kind, marks=TWO):
    chart = kind("Permohonan per hari")
    qtbot.addWidget(chart)
    chart.resize(480, 120)
    chart.show_marks(marks)
    return chart


@pytest.fixture(params=[Bars, Columns, Kept])
def chart(request, qtbot):
    return a_chart(qtbot, request.param)


def test_a_chart_begins_with_today_and_says_its_figure_and_the_key(chart):
    assert chart.accessibleName() == "Jumat 20 November: 24 permohonan, Enter membuka daftarnya"
    assert chart.accessibleDescription() == (
        "Permohonan per hari: Kamis 19 November: 31 permohonan, 2 lewat janji; Jumat 20 November: 24 permohonan"
    )


@pytest.mark.parametrize(("back", "on"), [(Qt.Key.Key_Left, Qt.Key.Key_Right), (Qt.Key.Key_Up, Qt.Key.Key_Down)])
def test_arrows_move_between_the_marks_and_stop_at_the_ends(chart, qtbot, back, on):
    for key, chosen in ((on, "b"), (back, "a"), (back, "a"), (on, "b")):
        qtbot.keyClick(chart, key)
        assert chart.chosen().key == chosen
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.chosen().key == "a"
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.chosen().key == "b"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_opens_the_chosen_mark(chart, qtbot, key):
    opened = heard(chart.opened)

    qtbot.keyClick(chart, key)

    assert [mark.key for mark in opened] == ["b"]


def test_a_click_opens_the_mark_under_it(chart, qtbot):
    opened = heard(chart.opened)

    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.slot(0).center().toPoint())

    assert [mark.key for mark in opened] == ["a"]
    assert chart.chosen().key == "a"


def test_the_chosen_mark_stays_when_the_figures_are_read_again(qtbot):
    chart = a_chart(qtbot, Columns)
    qtbot.keyClick(chart, Qt.Key.Key_Left)

    chart.show_marks([Mark("18", 1, title="Masuk Rabu"), *TWO])
    assert chart.chosen().key == "a"

    chart.show_marks(TWO[1:])
    assert chart.chosen().key == "b"


@pytest.mark.parametrize("kind", [Bars, Columns])
def test_a_chart_without_marks_is_no_stop_of_the_tab_key(qtbot, kind):
    chart = a_chart(qtbot, kind, ())

    assert chart.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chart.chosen() is None
    assert chart.accessibleName() == "Permohonan per hari"


@pytest.mark.parametrize("kind", [Bars, Columns])
def test_one_late_request_among_many_is_seen(qtbot, kind):
    chart = a_chart(qtbot, kind, (Mark("Tidak Mampu", 400, 1),))

    assert LATE in colours(chart)
    chart.show_marks((Mark("Tidak Mampu", 400),))
    assert LATE not in colours(chart)


def test_the_mark_with_the_cursor_has_a_ring(chart, shown):
    before = colours(chart)
    shown(chart, chart)

    assert QColor(t.ACCENT).name().upper() in colours(chart)
    assert len(colours(chart)) > len(before)


def test_a_click_between_the_marks_opens_nothing(qtbot):
    chart = a_chart(qtbot, Columns)
    opened = heard(chart.opened)

    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(240, 600))

    assert opened == []


def test_the_legend_says_what_the_pattern_means(qtbot):
    legend = Legend()
    qtbot.addWidget(legend)

    assert legend.accessibleName() == "Penuh: dalam janji. Bergaris: lewat janji."
    assert {QColor(t.ACCENT).name().upper(), LATE} <= colours(legend)

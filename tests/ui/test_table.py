import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Empty
from paten_desk.ui.row_delegate import RowDelegate
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table

COLUMNS = (Column("Janji", 140), Column("Pemohon", strong=True), Column("NIK", 120, from_width=700))


def rows(first, last):
    return [Row(key, (("Terlambat 2 jam", "late"), f"Warga {key}", "9999••••0007")) for key in range(first, last + 1)]


@pytest.fixture
def table(qtbot):
    made = Table("Berkas terbuka", COLUMNS, Empty("inbox", "Berkas akan berkumpul di sini", "Daftarkan dahulu."))
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def seen(table):
    return [each.text() for each in table.findChildren(QLabel) if each.isVisible() and each.text()]


def test_before_the_first_row_the_list_says_how_to_begin(table):
    assert seen(table)[:2] == ["Berkas akan berkumpul di sini", "Daftarkan dahulu."]


def test_the_foot_counts_exactly_what_is_seen_and_what_there_is(qtbot, table):
    table.show_rows(rows(1, 50), 12_431, "yang terlambat dulu")

    qtbot.waitUntil(lambda: any(each.endswith("dari 12.431, yang terlambat dulu") for each in seen(table)))


def test_enter_opens_and_space_peeks_the_chosen_row(qtbot, table):
    opened, peeked = [], []
    table.opened.connect(opened.append)
    table.peeked.connect(peeked.append)
    table.show_rows(rows(1, 5), 5)

    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    qtbot.keyClick(table.view, Qt.Key.Key_Space)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)

    assert (peeked, opened) == ([2], [2])


def test_the_chosen_row_stays_chosen_when_the_list_is_read_again(table):
    table.show_rows(rows(1, 5), 5)
    table.choose(3)

    table.show_rows(rows(2, 9), 8)

    assert table.current() == 3


def test_the_first_row_is_chosen_where_the_chosen_one_is_gone(table):
    table.show_rows(rows(1, 5), 5)
    table.choose(3)

    table.show_rows(rows(6, 9), 4)

    assert table.current() == 6


def test_going_down_reads_on(qtbot, table):
    table.show_rows(rows(1, 20), 40, more=lambda after: rows(after + 1, after + 20) if after < 40 else [])

    qtbot.keyClick(table.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)

    assert table.rows.rowCount() == 40


def test_columns_go_where_there_is_no_room(table):
    table.resize(600, 400)

    assert table.view.isColumnHidden(2)

    table.resize(800, 400)

    assert not table.view.isColumnHidden(2)


def test_what_is_late_is_red_and_the_chosen_row_has_its_bar(table):
    table.show_rows(rows(1, 5), 5)
    image = table.view.grab().toImage()

    colors = {image.pixelColor(x, y).name().upper() for x in range(60) for y in range(34, 110)}

    assert {t.TONES["late"].tint, t.ACCENT_TINT} <= colors
    assert colors & {t.ACCENT, t.ACCENT_LINE}


def test_a_warmed_list_stands_empty_again_when_nothing_is_found(table):
    table.warm()
    assert table.view.isVisible()

    table.show_rows([], 0)

    assert not table.view.isVisible()
    assert table.empty.isVisible()


def test_columns_follow_the_width_and_every_cell_is_painted_once(table, monkeypatch):
    painted = []
    plain = RowDelegate.paint
    monkeypatch.setattr(RowDelegate, "paint", lambda *given: (painted.append(given[3].column()), plain(*given)))
    table.show_rows(rows(1, 3), 3)
    QApplication.processEvents()
    painted.clear()

    table.resize(900, 400)
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendEvent(table, QEvent(QEvent.Type.UpdateRequest))  # now, not at the screen's next beat

    head = table.view.horizontalHeader()
    assert head.length() == table.view.viewport().width()
    assert len(painted) == 9


def test_words_that_are_not_seen_take_no_room_from_the_rows(table):
    alone = table.minimumSizeHint().height()

    table.show_rows(rows(1, 3), 3)
    assert table.minimumSizeHint().height() > t.HEAD_H + 2 * t.ROW_H
    table.empty.say("Dua baris", "atau\nlebih\ndari\nitu\nsemua")
    tall = table.minimumSizeHint().height()

    table.show_rows([], 0)
    assert table.minimumSizeHint().height() > max(alone, tall)


def test_the_titles_are_kept_where_no_python_is_asked(table):
    head, across = table.view.horizontalHeader().model(), Qt.Orientation.Horizontal

    assert head is not table.rows
    assert [head.headerData(at, across) for at in range(3)] == ["Janji", "Pemohon", "NIK"]
    side = Qt.ItemDataRole.TextAlignmentRole
    assert all(head.headerData(at, across, side) == table.rows.headerData(at, across, side) for at in range(3))


def test_a_list_that_waits_stands_as_with_many_rows_and_shows_none_of_them(table):
    table.warm()
    assert table.view.verticalScrollBar().maximum() > 0

    table.show_rows(rows(1, 2), 2)

    assert (table.rows.rowCount(), table.current()) == (2, 1)

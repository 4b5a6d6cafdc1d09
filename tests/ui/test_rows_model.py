import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from paten_desk.ui.rows_model import Column, Flagged, Row, RowsModel

COLUMNS = (Column("Janji", 120), Column("Pemohon"), Column("Biaya", 80, right=True))


def rows(first, last):
    return [Row(key, (("Hari ini", "accent"), f"Warga {key}", "Rp0")) for key in range(first, last + 1)]


@pytest.fixture
def model(qtbot):
    return RowsModel(COLUMNS)


def test_qt_finds_no_fault_with_the_model(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show(rows(1, 3))
    model.show([])
    model.show(rows(2, 9))

    assert tester.model() is model


def test_a_cell_says_its_words_with_and_without_a_chip(model):
    model.show(rows(1, 2))

    assert model.index(0, 0).data() == "Hari ini"
    assert model.index(1, 1).data() == "Warga 2"
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Warga 2"


def test_further_rows_follow_the_key_of_the_last_one(model):
    asked = []

    def more(after):
        asked.append(after)
        return rows(after + 1, after + 2) if after < 4 else []

    model.show(rows(1, 2), more)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())

    assert [row.key for row in model.rows] == [1, 2, 3, 4]
    assert asked == [2, 4]


def test_an_empty_list_asks_for_nothing_more(model):
    model.show([], lambda after: pytest.fail("asked"))

    assert not model.canFetchMore(QModelIndex())


def test_the_key_of_a_row_is_what_pages_ask_with(model):
    model.show(rows(7, 9))

    assert model.key_at(model.index(1, 0)) == 8
    assert model.key_at(QModelIndex()) is None
    assert model.place_of(9) == 2
    assert model.place_of(99) == -1


def test_heads_stand_over_their_columns(model):
    head = model.headerData(2, Qt.Orientation.Horizontal)
    side = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)

    assert head == "Biaya"
    assert side & Qt.AlignmentFlag.AlignRight


def test_a_flag_is_spoken_in_full(model):
    model.show([Row(1, ("Hari ini", Flagged("SITI CONTOH", "luar", "dari luar kecamatan"), "Rp0"))])

    assert model.index(0, 1).data() == "SITI CONTOH, dari luar kecamatan"

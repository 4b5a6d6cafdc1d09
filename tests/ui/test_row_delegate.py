import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QTableView

from paten_desk.ui import tokens as t
from paten_desk.ui.row_delegate import RowDelegate, paint_chip
from paten_desk.ui.rows_model import Column, Flagged, Row, RowsModel


def painted(text, tone):
    image = QImage(120, 38, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_chip(painter, QRect(0, 0, 120, 38), text, tone)
    painter.end()
    return {image.pixelColor(x, 19).name().upper() for x in range(120)}


@pytest.mark.parametrize("tone", t.TONES)
def test_a_chip_stands_on_its_tint(qapp, tone):
    assert t.TONES[tone].tint in painted("Sisa", tone)


def test_a_chip_without_a_word_is_not_painted(qapp):
    assert painted("", "late") == {"#FFFFFF"}


@pytest.mark.parametrize("width", [300, 110])
def test_the_flag_behind_a_name_is_never_cut(qtbot, width):
    view = QTableView()
    qtbot.addWidget(view)
    model = RowsModel((Column("Pemohon", strong=True),))
    model.show([Row(1, (Flagged("NAMA YANG PANJANG SEKALI DAN LEBIH", "luar", "dari luar kecamatan"),))])
    view.setModel(model)
    view.setItemDelegate(RowDelegate(model, view))
    view.setColumnWidth(0, width)
    view.resize(400, 120)

    picture = view.viewport().grab(QRect(0, 0, width, 30)).toImage()

    chip = [x for x in range(width) if picture.pixelColor(x, 8) == QColor(t.TONES["neutral"].tint)]
    assert len(chip) > 25
    assert max(chip) < width - 8

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from paten_desk.ui import tokens as t
from paten_desk.ui.row_delegate import paint_chip


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

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from paten_desk.ui import line_words, theme
from paten_desk.ui import tokens as t

FONTS = [
    (line_words.plain, theme.font),
    (line_words.strong, theme.semibold),
    (line_words.small, lambda: theme.semibold(t.CAPTION)),
]
SIDES = [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter]
LONG = "sepanjang kalimat yang tidak akan muat di dalam kotak selebar ini"


def painted(draw):
    image = QImage(260, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


@pytest.mark.parametrize("words", ["SITI RAHAYU", "0001/PATEN/2026", LONG, ""])
@pytest.mark.parametrize("align", SIDES)
@pytest.mark.parametrize("height", [20, 33, 34])
@pytest.mark.parametrize(("line", "font"), FONTS)
def test_words_stand_where_qt_itself_would_put_them(qapp, line, font, height, align, words):
    box = QRect(7, 5, 200, height)

    def as_qt_does(painter):
        painter.setFont(font())
        shown = QFontMetrics(font()).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), shown)

    assert painted(lambda painter: line().draw(painter, box, words, align)) == painted(as_qt_does)


def test_a_line_break_becomes_a_space(qapp):
    box = QRect(0, 0, 250, 30)

    def draw(words):
        return painted(lambda painter: line_words.plain().draw(painter, box, words, Qt.AlignmentFlag.AlignLeft))

    assert draw("dua\nbaris") == draw("dua baris")

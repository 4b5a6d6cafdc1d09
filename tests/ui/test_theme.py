from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QFontInfo, QPalette

from paten_desk.ui import theme, tokens


def test_the_bundled_font_is_what_the_screen_shows(qapp):
    assert QFontInfo(theme.font()).family() == tokens.FAMILY
    assert QFontInfo(theme.semibold()).weight() == 600


def test_dates_of_qt_are_indonesian(qapp):
    assert QLocale().toString(QDate(2026, 11, 21), QLocale.FormatType.LongFormat) == "Sabtu, 21 November 2026"


def test_what_cannot_be_used_is_written_faintly(qapp):
    palette = theme.palette()

    color = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)

    assert color.name().upper() == tokens.INK_3

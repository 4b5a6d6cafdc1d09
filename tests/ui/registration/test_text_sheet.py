from PySide6.QtGui import QFontMetricsF

from paten_desk.ui.registration.text_sheet import COLUMNS, TextSheet


def test_a_whole_line_of_the_printer_fits_into_the_room_there_is(shown):
    for width in (460, 640, 900):
        sheet = TextSheet()
        sheet.resize(width, 300)
        shown(sheet)
        sheet.setPlainText("=" * COLUMNS)

        line = QFontMetricsF(sheet.document().defaultFont()).horizontalAdvance("=" * COLUMNS)

        assert line <= sheet.viewport().width()
        assert not sheet.horizontalScrollBar().isVisible()


def test_the_text_is_read_and_left_by_tab(shown):
    sheet = shown(TextSheet())

    assert sheet.isReadOnly()
    assert sheet.tabChangesFocus()
    assert sheet.accessibleName() == "Pratinjau teks"

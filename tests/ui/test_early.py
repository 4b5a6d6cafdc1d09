from PySide6.QtCore import Qt

from paten_desk.ui import early


def test_the_numbers_are_those_of_qt():
    assert Qt.TextFormat.PlainText.value == early.PLAIN_TEXT
    assert Qt.AlignmentFlag.AlignVCenter.value == early.MIDDLE
    assert Qt.AlignmentFlag.AlignCenter.value == early.CENTER
    assert Qt.TextFlag.TextDontClip.value == early.WHOLE
    assert Qt.FocusPolicy.NoFocus.value == early.NO_FOCUS
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == early.NO_BAR

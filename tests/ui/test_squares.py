from PySide6.QtGui import QColor

from paten_desk.ui.squares import QUIET, UNIT_PX, Squares

MODULES = (b"\x01\x00", b"\x00\x01")


def test_a_module_is_a_whole_square_in_true_black(qtbot):
    made = Squares("Kode QR", MODULES)
    qtbot.addWidget(made)

    shown = made.grab().toImage()

    at = QUIET * UNIT_PX
    assert made.width() == (2 + 2 * QUIET) * UNIT_PX
    assert shown.pixelColor(at, at) == QColor("#000000")
    assert shown.pixelColor(at + UNIT_PX, at) == QColor("#ffffff")
    assert shown.pixelColor(at + UNIT_PX, at + UNIT_PX) == QColor("#000000")
    assert made.accessibleName() == "Kode QR"

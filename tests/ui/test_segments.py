import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from paten_desk.ui.segments import Segments

CHOICES = (("a", "Asli"), ("b", "Fotokopi"), ("c", "Menyusul"))


@pytest.fixture
def segments(qtbot):
    made = Segments("KTP", CHOICES, "a")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_arrows_move_the_choice(qtbot, segments):
    seen = []
    segments.changed.connect(seen.append)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)

    assert segments.chosen() == "c"
    assert seen == ["b", "c"]


def test_nothing_is_chosen_before_somebody_chooses(qtbot):
    made = Segments("KTP", CHOICES)
    qtbot.addWidget(made)

    assert made.chosen() == ""


def test_a_choice_can_be_taken_back_by_the_page(segments):
    seen = []
    segments.changed.connect(seen.append)

    segments.choose("")

    assert segments.chosen() == ""
    assert seen == []


def test_enter_goes_on(qtbot, segments):
    with qtbot.waitSignal(segments.entered):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_each_part_is_spoken_with_its_question(segments):
    names = [each.accessibleName() for each in segments.findChildren(QPushButton)]

    assert names == ["KTP: Asli", "KTP: Fotokopi", "KTP: Menyusul"]

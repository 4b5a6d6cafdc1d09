import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.ui.tick_row import TickRow


@pytest.fixture
def tick(qtbot):
    made = TickRow("Pernyataan bermeterai")
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.segments.setFocus()
    return made


def test_a_paper_is_neither_there_nor_missing_before_somebody_looked(tick):
    assert tick.value() == ""
    assert tick.reason.isHidden()


def test_a_paper_that_does_not_apply_asks_why(qtbot, tick):
    tick.segments.choose("missing")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)

    assert tick.value() == "not_applicable"

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert QApplication.focusWidget() is tick.reason

    qtbot.keyClicks(tick.reason, "Diurus sendiri")

    assert tick.why() == "Diurus sendiri"


def test_a_reason_is_forgotten_with_its_answer(tick):
    tick.set_value("not_applicable", "Diurus sendiri")

    tick.set_value("there")

    assert tick.why() == ""
    assert tick.reason.isHidden()


def test_the_user_s_answer_is_told(qtbot, tick):
    with qtbot.waitSignal(tick.changed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert tick.value() == "there"


def test_other_answers_can_be_given_to_choose_from(qtbot):
    tick = TickRow("KTP-el", (("original", "Asli"), ("copy", "Fotokopi")), "copy", reason_for="")
    qtbot.addWidget(tick)

    assert tick.value() == "copy"


def test_a_problem_and_a_chip_come_and_go(tick):
    tick.show_chip("batas 27 Nov")
    tick.show_problem("Lampirkan fotokopi KK.")

    assert tick.segments.accessibleDescription() == "Lampirkan fotokopi KK."

    tick.show_problem("")

    assert tick.segments.accessibleDescription() == ""

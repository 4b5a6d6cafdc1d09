import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from paten_desk.ui.frame import PageFrame
from paten_desk.ui.page import Page


class Wide(Page):
    def __init__(self):
        super().__init__("Halaman lebar")
        self.first, self.last = QWidget(), QWidget()
        for part in (self.first, self.last):
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            part.setMinimumSize(700, 300)
            self.body.addWidget(part)


@pytest.fixture
def frame(qtbot):
    made = PageFrame()
    qtbot.addWidget(made)
    made.stack.addWidget(Wide())
    made.resize(900, 800)
    made.show()
    return made


def test_a_page_that_fits_has_the_whole_place_and_no_bars(frame):
    QApplication.processEvents()

    assert frame.stack.size() == frame.viewport().size() == QSize(900, 800)
    assert not frame.verticalScrollBar().isVisible()


def test_a_page_that_does_not_fit_moves_instead_of_being_cut(frame):
    frame.resize(400, 300)
    QApplication.processEvents()

    assert frame.stack.width() >= frame.least().width()
    assert frame.stack.height() >= frame.least().height()
    assert frame.horizontalScrollBar().maximum() > 0
    assert frame.verticalScrollBar().maximum() > 0


def test_a_page_gives_up_what_it_can_before_it_is_moved(frame):
    class Giving(Wide):
        def fit(self, width):
            self.last.setVisible(width >= 600)

    page = Giving()
    page.first.setMinimumSize(300, 100)
    frame.stack.addWidget(page)
    frame.stack.setCurrentWidget(page)

    frame.resize(500, 400)
    QApplication.processEvents()

    assert not page.last.isVisible()
    assert frame.stack.size() == QSize(500, 400)


def test_the_cursor_stays_in_sight(frame, qtbot):
    frame.resize(400, 300)
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)

    frame.stack.currentWidget().first.setFocus()
    frame.stack.currentWidget().last.setFocus()
    QApplication.processEvents()

    assert frame.verticalScrollBar().value() > 0
    assert isinstance(frame.stack, QStackedWidget)

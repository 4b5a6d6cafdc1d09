import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from paten_desk.ui.window_watch import WindowWatch
from tests.ui.hardware import press_key, type_keys


class Seeing(WindowWatch):
    def __init__(self, app):
        super().__init__(app, app)
        self.keys, self.kinds = [], set()

    def eventFilter(self, watched, event):
        self.kinds.add(event.type())
        if event.type() == QEvent.Type.KeyPress:
            self.keys.append(event.text())
        return False


@pytest.fixture
def watch(qapp):
    made = Seeing(qapp)
    yield made
    made.stop()
    made.deleteLater()


def test_keys_are_seen_in_the_window_that_is_there_and_in_one_that_comes_later(qapp, watch, shown):
    line = QLineEdit()
    shown(line, line)
    type_keys(line, "a")
    dialog = shown(QDialog())
    type_keys(dialog, "b")

    assert watch.keys == ["a", "b"]


def test_a_key_is_seen_once_however_often_the_window_comes_forward(watch, shown):
    first, second = shown(QLineEdit()), shown(QLineEdit())
    shown(first)
    shown(second)
    type_keys(second, "a")

    assert watch.keys == ["a"]


def test_what_happens_to_widgets_is_not_asked_about(watch, shown):
    line = shown(QLineEdit())
    line.hide()
    line.show()

    assert not watch.kinds & {QEvent.Type.Polish, QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent}


def test_who_was_stopped_sees_no_more(qapp, shown):
    watch = Seeing(qapp)
    line = shown(QLineEdit())
    watch.stop()

    press_key(line, Qt.Key.Key_A)
    shown(QLineEdit())

    assert watch.keys == []
    watch.deleteLater()

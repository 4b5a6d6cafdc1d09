"""Fixtures of the windows: the themed application, no dialog that nobody answers, answers for those that are."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox

from paten_desk.ui import theme
from paten_desk.ui.tasks import Tasks


@pytest.fixture(scope="session")
def qapp(qapp_args):
    app = QApplication.instance() or QApplication([*qapp_args, *theme.FUSION])
    theme.install(app)
    return app


@pytest.fixture(autouse=True)
def no_modal(request, monkeypatch):
    """Fail a test that would wait for an answer nobody gives; those that answer use `answering`."""
    if "answering" in request.fixturenames or "qapp" not in request.fixturenames:
        return

    def refuse(dialog, *_):
        pytest.fail(f"a dialog waits for an answer: {dialog.accessibleName() or dialog.windowTitle()}")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for name in ("information", "question", "warning", "critical"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getText", "getItem", "getInt"):
        monkeypatch.setattr(QInputDialog, name, refuse)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)


@pytest.fixture
def answering(qapp):
    """Answer the next dialog: with a function of it, or by pressing the verb with these words.

    A dialog that is still open after its answer is closed, and the test fails.
    """
    failures, waiting = [], []

    def answer(with_what):
        waiting.append(with_what)

        def act():
            if with_what not in waiting:
                return  # the test is over
            dialog = QApplication.activeModalWidget()
            if dialog is None or not dialog.isActiveWindow():
                QTimer.singleShot(2, act)  # a loaded machine takes its time
                return
            waiting.remove(with_what)
            try:
                with_what(dialog) if callable(with_what) else press(dialog, with_what)
            except BaseException as error:
                failures.append(repr(error))
            if dialog.isVisible():
                failures.append(f"still open after {with_what!r}")
                dialog.reject()

        QTimer.singleShot(0, act)

    yield answer
    unanswered = [f"no dialog came up for {each!r}" for each in waiting]
    waiting.clear()
    assert failures + unanswered == []


@pytest.fixture
def shown(qtbot):
    """Show a widget with the keyboard in its window."""

    kept = []  # qtbot itself holds no strong reference

    def show(widget, cursor=None):
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        if cursor is not None:
            cursor.setFocus()
        return widget

    yield show
    kept.clear()


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.close()


def press(inside, words):
    """Press the button with these words."""
    buttons = {each.accessibleName() or each.text(): each for each in inside.findChildren(QAbstractButton)}
    assert words in buttons, f"no button {words!r} among {sorted(buttons)}"
    buttons[words].click()

"""The screen while nobody is at it: every window covered, and the way back for the same person or another one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLayout, QToolTip, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.guard import guard
from paten_desk.ui.switching import WhoForm, at_login
from paten_desk.ui.widgets import column, label, picture, row
from paten_desk.usecases import setup
from paten_desk.usecases.context import Context


class Cover(QFrame):
    """Hides all that stands in a window, at every size of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("shell")
        self.setAccessibleName("Layar terkunci")
        mark = row(None, picture("lock", t.ACCENT_LINE, 40), None)
        self.setLayout(column(None, mark, None))
        window.installEventFilter(self)
        self._fit()
        self.show()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self.raise_()


class Lock(QDialog):
    """Covers every window of the program and asks for the PIN or password.

    Signals:
        opened: Somebody came in (the `Context` of who it is).
    """

    opened = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("notice")
        self.setWindowTitle("PATEN Desk")
        self.setModal(True)
        self._context, self._covers = context, [Cover(each) for each in _windows()]
        self._words = label("", "lead")
        self._second = label("", wrap=True)
        self.enter = Button("Buka", "primary")
        self.others = Button("Ganti petugas", icon="users", key="F12")
        self._held = column()
        top = row(column(picture("lock", t.ACCENT, 28), None, gap=0), column(self._words, self._second), gap=t.S4)
        top.setStretch(1, 1)
        foot = row(self.others, None, self.enter)
        box = column(top, self._held, foot, gap=t.S3, margins=(t.S5, t.S5, t.S5, t.S4))
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.setLayout(box)
        self.enter.clicked.connect(self._enter)
        self.others.clicked.connect(self._show_everybody)
        user = context.user
        self.form = WhoForm(context, [user])
        self._say("Layar terkunci", f"{user.display}, ketik PIN atau kata sandi Anda untuk melanjutkan.")
        self.setAccessibleName("Layar terkunci")
        self._place()
        self.form.list.hide()
        self.others.setVisible(len(setup.users(context)) > 1)

    def uncover(self) -> None:
        """Take all covers away and go."""
        for cover in self._covers:
            cover.setParent(None)
            cover.deleteLater()
        self._covers = []
        self.accept()

    @guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.secret.editor.setFocus()

    @guard(None)
    def reject(self) -> None:
        """Stay: Esc opens nothing."""

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def _show_everybody(self) -> None:
        self.form.hide()
        self.form.deleteLater()
        user = self._context.user
        people = sorted(at_login(self._context), key=lambda each: each.id == user.id)
        self.form = WhoForm(self._context, people)
        self._say("Siapa yang melanjutkan?", f"Yang sedang diketik {user.display} tersimpan.")
        self._place()
        self.others.hide()
        self.form.secret.editor.setFocus()

    def _place(self) -> None:
        self._held.addWidget(self.form)
        self.form.entered.connect(self.enter.click)

    def _say(self, words: str, second: str) -> None:
        self._words.setText(words)
        self._second.setText(second)

    def _enter(self) -> None:
        taking = self.form.enter()
        if taking is not None:
            self.opened.emit(taking)


def _windows() -> list[QWidget]:
    """Return the windows that are seen; menus and lists that hang open are closed."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def close_dialogs() -> bool:
    """Go back in every dialog that stands open; say whether there was one, since it may ask once more."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    for dialog in found:
        dialog.reject()
    return bool(found)

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from paten_desk.domain.roles import Role
from paten_desk.ui.locking import Cover, Lock, close_dialogs
from paten_desk.ui.widgets import column, label
from paten_desk.usecases import sessions
from tests.builders import a_user
from tests.ui.pages import heard, press, words, write

PASSWORD = "payung biru tua"


@pytest.fixture
def me(context):
    """The clerk with a password, which the fixture of the office gives nobody."""
    made = a_user(context, Role.COUNTER_CLERK, display="Rina Contoh")
    return sessions.switch_by_password(context, made.id, PASSWORD)


@pytest.fixture
def window(shown):
    made = QWidget()
    made.setLayout(column(label("NIK 9999")))
    made.resize(800, 480)
    return shown(made)


@pytest.fixture
def lock(me, window, shown):
    made = shown(Lock(me, window))
    yield made
    made.uncover()


def covered(window):
    """Say whether nothing of a window can be seen."""
    top = window.childAt(window.rect().center())
    cover = next((each for each in window.findChildren(Cover) if each is top or each.isAncestorOf(top)), None)
    return cover is not None and cover.geometry() == window.rect()


def test_the_window_and_an_open_dialog_are_covered_at_every_size(me, window, shown):
    dialog = QDialog(window)
    dialog.setLayout(column(QLabel("Nama warga")))
    shown(dialog)

    lock = shown(Lock(me, window))
    window.resize(1024, 700)

    assert covered(window)
    assert covered(dialog)
    lock.uncover()
    dialog.hide()


def test_the_same_person_comes_back_and_everything_is_as_it_was(qtbot, lock, window, me):
    came = heard(lock.opened)

    write(qtbot, lock, PASSWORD)
    press(qtbot, lock, "Return")
    lock.uncover()

    assert [each.user for each in came] == [me.user]
    assert not lock.isVisible()
    assert not covered(window)


def test_neither_a_wrong_password_nor_esc_opens_it(qtbot, lock, window):
    came = heard(lock.opened)

    write(qtbot, lock, "bukan ini")
    press(qtbot, lock, "Return")
    assert any("tidak cocok" in text for text in words(lock))
    press(qtbot, lock, "Esc")
    lock.close()

    assert came == []
    assert lock.isVisible()
    assert covered(window)


def test_another_person_can_take_over(qtbot, lock, context):
    came = heard(lock.opened)
    dedi = a_user(context, Role.OPERATOR, display="Dedi Contoh")

    qtbot.mouseClick(lock.others, Qt.MouseButton.LeftButton)
    press(qtbot, lock, "Alt+1")
    write(qtbot, lock, PASSWORD)
    press(qtbot, lock, "Return")

    assert [each.user for each in came] == [dedi]


def test_dialogs_that_stand_open_are_gone_back_in(window, shown):
    dialog = shown(QDialog(window))

    assert close_dialogs()
    assert not dialog.isVisible()
    assert not close_dialogs()

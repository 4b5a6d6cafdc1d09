from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut

from paten_desk.ui.button import Button, Tab
from paten_desk.ui.widgets import clear, column


def test_the_key_on_the_cap_presses_the_button(qtbot):
    save, pressed = Button("Simpan", "primary", key="Ctrl+S"), []
    save.clicked.connect(lambda: pressed.append(1))
    holder = clear(column(save))
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)

    qtbot.keyClick(holder, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert pressed == [1]


def test_a_verb_is_spoken_as_it_is_written(qtbot):
    save = Button("Simpan", key="Ctrl+S")
    qtbot.addWidget(save)

    save.say("Simpan & cetak")

    assert save.accessibleName() == save.words() == "Simpan & cetak"


def test_enter_presses_the_button_that_has_the_cursor(qtbot):
    button, pressed = Button("Buka"), []
    button.clicked.connect(lambda: pressed.append(1))
    qtbot.addWidget(button)

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == [1]


def test_a_button_that_cannot_be_pressed_takes_no_key(qtbot):
    save, pressed = Button("Simpan", key="Ctrl+S"), []
    save.setEnabled(False)
    save.clicked.connect(lambda: pressed.append(1))
    holder = clear(column(save))
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)

    qtbot.keyClick(holder, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    assert pressed == []


def test_a_button_has_room_for_its_key(qtbot):
    plain, keyed = Button("Simpan"), Button("Simpan", key="Ctrl+S")
    qtbot.addWidget(plain)
    qtbot.addWidget(keyed)

    assert keyed.sizeHint().width() > plain.sizeHint().width() + 30


def test_enter_and_space_are_shown_but_belong_to_what_has_the_cursor(qtbot):
    button = Button("Buka", key="Enter")
    qtbot.addWidget(button)

    assert button.findChildren(QShortcut) == []


def test_of_several_tabs_one_is_chosen(qtbot):
    tabs = Tab("Terbuka 31", True), Tab("Terlambat 2")
    holder = clear(column(*tabs))
    qtbot.addWidget(holder)

    tabs[1].click()

    assert [each.isChecked() for each in tabs] == [False, True]

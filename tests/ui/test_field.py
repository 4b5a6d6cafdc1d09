from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from paten_desk.ui.field import Field, SecretField


def test_a_problem_takes_the_place_of_the_hint_and_gives_it_back(qtbot):
    field = Field("Nama", QLineEdit(), "sesuai KTP-el")
    qtbot.addWidget(field)

    field.show_problem("Isi nama sesuai KTP.")
    assert field.problem() == "Isi nama sesuai KTP."
    assert field.editor.accessibleDescription() == "Isi nama sesuai KTP."

    field.show_problem("")
    assert field.problem() == ""
    assert field.editor.accessibleDescription() == "sesuai KTP-el"


def test_a_password_is_never_shown_and_can_be_forgotten(qtbot):
    field = SecretField("Kata sandi")
    qtbot.addWidget(field)

    qtbot.keyClicks(field.line, "sungai komering")
    assert field.line.displayText() != "sungai komering"
    assert field.value() == "sungai komering"

    field.clear_value()
    assert field.value() == ""


def test_enter_says_that_the_field_is_done(qtbot):
    field = SecretField("Kata sandi")
    qtbot.addWidget(field)
    asked = []
    field.then = lambda: asked.append("on")

    qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert asked == ["on"]

from PySide6.QtWidgets import QApplication, QLineEdit

from paten_desk.domain.errors import Problem
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import TextField
from tests.ui.pages import press, write


def test_a_form_stays_until_nothing_is_wrong_and_enter_ends_it(qtbot, answering):
    name, place = TextField("Nama"), TextField("Tempat")
    told = []

    def check():
        return [] if place.value() else [Problem("place", "Isi tempat."), Problem("other", "Lain.")]

    def fill(dialog):
        assert QApplication.focusWidget() is name.line
        press(qtbot, dialog, "Return")
        press(qtbot, dialog, "Return")
        assert place.problem() == "Isi tempat."
        assert told == ["place", "other"]
        write(qtbot, dialog, "Contoh")
        press(qtbot, dialog, "Return")

    answering(fill)
    fields = {"name": name, "place": place}
    other = lambda problems: told.extend(problem.field for problem in problems)  # noqa: E731

    assert ask_form("Isi", "", (name, place), fields, check, other=other)


def test_a_hidden_field_does_not_take_the_cursor(qtbot, answering):
    hidden, seen = TextField("Nama"), TextField("Tempat")
    hidden.hide()

    def look(dialog):
        assert QApplication.focusWidget() in seen.findChildren(QLineEdit)
        dialog.reject()

    answering(look)

    assert not ask_form("Isi", "", (hidden, seen), {"a": hidden, "b": seen}, list)


def test_the_cursor_can_begin_further_down(qtbot, answering):
    known, asked = TextField("Nama"), TextField("Tempat")

    def look(dialog):
        assert QApplication.focusWidget() is asked.line
        dialog.reject()

    answering(look)

    assert not ask_form("Isi", "", (known, asked), {"a": known, "b": asked}, list, first=asked)

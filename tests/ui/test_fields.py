import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from paten_desk.domain.errors import Problem
from paten_desk.ui.fields import AreaField, ChoiceField, ComboField, SecretField, TextField, show_problems
from paten_desk.ui.widgets import clear, column

SERVICES = (("sktm", "Keterangan Tidak Mampu"), ("skck", "Pengantar SKCK"), ("beda", "Beda Nama"))


def form(qtbot, *fields):
    holder = clear(column(*fields))
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    fields[0].editor.setFocus()
    fields[0].holder = holder  # qtbot keeps no strong reference
    return holder


def test_enter_goes_on_to_the_next_field(qtbot):
    name, purpose = TextField("Nama"), TextField("Keperluan")
    form(qtbot, name, purpose)

    qtbot.keyClick(name.line, Qt.Key.Key_Return)

    assert QApplication.focusWidget() is purpose.line


def test_leaving_a_field_is_told_once(qtbot):
    name, purpose = TextField("Nama"), TextField("Keperluan")
    form(qtbot, name, purpose)
    left = []
    name.left.connect(lambda: left.append(1))

    qtbot.keyClick(name.line, Qt.Key.Key_Tab)

    assert left == [1]


def test_a_problem_stands_under_its_field_and_is_spoken(qtbot):
    name = TextField("Nama", "Seperti di KTP-el.")
    form(qtbot, name)

    name.show_problem("Isi nama pemohon.")

    assert name.problem() == "Isi nama pemohon."
    assert name.line.accessibleDescription() == "Isi nama pemohon."
    assert name.line.property("problem") is True

    name.show_problem("")

    assert name.line.accessibleDescription() == "Seperti di KTP-el."
    assert name.line.property("problem") is False


def test_a_warning_leaves_the_border_alone(qtbot):
    name = TextField("Nama")
    form(qtbot, name)

    name.show_problem("Nama ini berbeda dengan yang terakhir.", blocks=False)

    assert name.line.property("problem") is False


def test_names_are_written_in_capitals_while_they_are_typed(qtbot):
    name = TextField("Nama", capitals=True)
    form(qtbot, name)

    qtbot.keyClicks(name.line, "siti  rahmawati ")

    assert name.value() == "SITI RAHMAWATI"


def test_enter_makes_a_line_in_a_field_of_several(qtbot):
    note, after = AreaField("Catatan"), TextField("Sesudahnya")
    form(qtbot, note, after)

    qtbot.keyClicks(note.area, "satu")
    qtbot.keyClick(note.area, Qt.Key.Key_Return)
    qtbot.keyClicks(note.area, "dua")
    qtbot.keyClick(note.area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert note.value() == "satu\ndua"
    assert QApplication.focusWidget() is after.line


def test_a_choice_is_made_with_arrows_and_left_with_enter(qtbot):
    whom, after = ChoiceField("Untuk", (("self", "Sendiri"), ("other", "Orang lain")), "self"), TextField("Nama")
    form(qtbot, whom, after)

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert whom.value() == "other"
    assert QApplication.focusWidget() is after.line


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
@pytest.mark.parametrize(("typed", "value"), [("skck", "skck"), ("tidak m", "sktm"), ("zzz", "")])
def test_any_part_of_a_name_finds_it(qtbot, typed, value, key):
    service, after = ComboField("Layanan", SERVICES), TextField("Keperluan")
    form(qtbot, service, after)

    qtbot.keyClicks(service.combo.findChild(QLineEdit), typed)
    qtbot.keyClick(QApplication.activePopupWidget() or service.combo, key)

    assert service.value() == value
    assert QApplication.focusWidget() is after.line


def test_a_choice_among_many_is_empty_until_it_is_made(qtbot):
    service = ComboField("Layanan", SERVICES)
    form(qtbot, service)

    assert service.value() == ""

    service.set_value("beda")

    assert service.combo.currentText() == "Beda Nama"


def test_a_password_is_never_shown(qtbot):
    secret = SecretField("Kata sandi")
    form(qtbot, secret)

    qtbot.keyClicks(secret.line, "rahasia")

    assert secret.line.displayText() != "rahasia"
    assert secret.value() == "rahasia"


def test_every_editor_has_a_spoken_name(qtbot):
    fields = TextField("Nama"), AreaField("Catatan"), ComboField("Layanan", SERVICES), SecretField("Kata sandi")
    holder = form(qtbot, *fields)

    editors = [each for each in holder.findChildren(QLineEdit) if each.objectName() != "qt_spinbox_lineedit"]

    assert all(each.accessibleName() for each in editors)
    assert all(field.editor.accessibleName() == field.name for field in fields)


def test_what_stops_the_form_is_shown_before_what_only_warns(qtbot):
    fields = {"name": TextField("Nama"), "nik": TextField("NIK")}
    form(qtbot, *fields.values())
    problems = [
        Problem("nik", "Wilayah NIK di luar kabupaten.", blocks=False),
        Problem("nik", "NIK harus 16 angka; baru terisi 8."),
    ]

    first = show_problems(fields, problems)

    assert first is fields["nik"]
    assert fields["nik"].problem() == "NIK harus 16 angka; baru terisi 8."
    assert fields["name"].problem() == ""


def test_only_the_field_that_was_left_is_checked(qtbot):
    fields = {"name": TextField("Nama"), "nik": TextField("NIK")}
    form(qtbot, *fields.values())

    show_problems(fields, [Problem("name", "Isi nama."), Problem("nik", "Isi NIK.")], only="name")

    assert [field.problem() for field in fields.values()] == ["Isi nama.", ""]

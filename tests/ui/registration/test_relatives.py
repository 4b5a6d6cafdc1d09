from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from paten_desk.ui.registration import relatives
from paten_desk.usecases import people, requests
from tests.builders import a_visit
from tests.ui.conftest import press as push


def with_child(context, returning):
    child = replace(returning, name="ANAK CONTOH", nik="9999050505100777", sex="L", birth_date=None, person="")
    requests.register(context, replace(a_visit(context, serial=7), applicant=child))
    return child


def test_somebody_of_the_family_is_taken_with_two_keys(page, context, typist, returning):
    child = with_child(context, returning)
    typist.words(returning.nik)
    pressed = []

    def digit():
        pressed.append(True)
        QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_1)

    QTimer.singleShot(0, digit)
    typist.key(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)

    assert pressed
    (asked,) = page.form.value().requests
    assert [subject.name for subject in asked.subjects] == [child.name]
    assert page.form.value().applicant.nik == returning.nik


def test_without_a_family_on_record_the_key_is_not_offered(page, typist, returning):
    typist.words(returning.nik)

    assert not page.form.applicant.line.family.isVisible()


def test_an_empty_family_says_what_to_do(context, page, answering):
    answering(lambda dialog: push(dialog, "Mengerti"))

    assert relatives.ask(context, (), page) == ""


def test_each_relative_has_a_digit_and_shows_no_whole_nik(context, qtbot, returning, page):
    child = with_child(context, returning)

    menu = relatives.menu_of(context, people.family(context, returning.kk), page)

    texts = [action.text() for action in menu.actions()]
    assert [text[:2] for text in texts] == ["&1", "&2"]
    assert child.nik not in "".join(texts)

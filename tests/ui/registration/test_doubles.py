from PySide6.QtCore import Qt

from tests.ui.pages import heard


def type_new(page, name, party):
    fields = page.form.applicant.fields
    fields.nik.set_value("9999050505900777")
    fields.name_field.set_value(name)
    fields.birth_date.set_value(party.birth_date)
    fields.village.set_village(party.village, party.village_code)
    fields.village.left.emit()


def test_somebody_recorded_before_is_told_and_taken_by_one_key(page, typist, returning):
    type_new(page, returning.name, returning)
    line = page.form.applicant.doubles
    assert line.isVisible()
    assert returning.name in line._words.text()
    assert returning.nik not in line._words.text()

    typist.key(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)

    assert page.form.applicant.is_known()
    assert page.form.value().applicant.nik == returning.nik
    assert not line.isVisible()


def test_a_name_nobody_bears_says_nothing(page, returning):
    type_new(page, "ZULKIFLI CONTOH LAIN", returning)

    assert not page.form.applicant.doubles.isVisible()


def test_two_records_of_one_citizen_are_compared_by_one_key(page, context, typist, returning):
    from dataclasses import replace

    from paten_desk.usecases import requests
    from tests.builders import a_visit

    twin = a_visit(context, serial=9)
    twin = replace(twin, applicant=replace(returning, nik="9999050505900777", person=""))
    requests.register(context, twin)
    asked = heard(page.twins_asked)
    typist.words(returning.nik)
    assert page.form.applicant.line.twins.isVisible()

    typist.key(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)

    assert asked == [page.form.value().applicant.person]

from datetime import date

import pytest
from PySide6.QtCore import Qt

from paten_desk.domain.people import PartyKind
from paten_desk.ui.registration.party_form import PartyForm

WOMAN, YOUNG = "9999054708840007", "9999050105010003"


@pytest.fixture
def form(qtbot, context):
    made = PartyForm(context)
    qtbot.addWidget(made)
    made.resize(760, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    return made


def test_a_nik_says_area_birth_and_sex(form, typist):
    typist.words(WOMAN)

    assert form.says() == "16 angka · 99.99.05 Kecamatan Contoh · lahir 7 Agustus 1984 · perempuan"


def test_the_one_birth_date_a_nik_can_mean_is_offered(form, typist):
    typist.words(WOMAN)

    assert form.value().birth_date == date(1984, 8, 7)
    assert form.value().sex == "P"


def test_where_two_centuries_fit_the_clerk_is_asked(form, typist):
    typist.words(YOUNG)

    assert form.value().birth_date is None

    form.fields.birth_choice.setFocus()
    typist.key(Qt.Key.Key_Space)

    assert form.value().birth_date == date(2001, 5, 1)


def test_a_citizen_who_came_before_is_one_line(form, typist, returning):
    typist.words(returning.nik)

    assert form.is_known()
    assert form.line.name.text() == returning.name
    assert not form.fields.isVisible()
    assert form.value().phone == returning.phone


def test_a_changed_digit_lets_the_citizen_go(form, typist, returning):
    typist.words(returning.nik)

    typist.key("\b")

    assert not form.is_known()
    assert form.value().name == ""
    assert form.value().nik == returning.nik[:-1]


def test_a_citizen_is_found_by_name(form, typist, returning):
    typist.enter()
    typist.words(returning.name.split()[0][:4])
    form.fields.name_field.take(0)

    assert form.is_known()
    assert form.value().nik == returning.nik


def test_the_offered_names_hide_most_of_the_nik(form, typist, returning):
    form.fields.name_field.line.setText(returning.name)

    (offered,) = form.fields.name_field.search()

    assert offered == f"{returning.name} · Kelurahan Mawar · 9999••••••••0001"


def test_changing_a_known_citizen_keeps_who_they_are(form, typist, returning):
    typist.words(returning.nik)
    form.line.change.click()
    form.fields.phone.set_value("0800 0000 999")

    party = form.value()

    assert party.person
    assert party.phone == "08000000999"


def test_without_a_nik_a_reason_is_asked(form, typist):
    typist.enter()
    typist.words("BAYI CONTOH")

    assert form.fields.no_nik_reason.isVisible()

    form.fields.no_nik_reason.set_value("baru lahir")

    assert form.value().no_nik_reason == "baru lahir"


def test_a_village_is_known_by_its_first_letters(form, typist):
    form.fields.village.line.setFocus()
    typist.line("mel")

    assert (form.value().village, form.value().village_code) == ("Melati", "99.99.05.2001")


def test_a_place_outside_the_kecamatan_is_written_as_it_is(form, typist):
    form.fields.village.line.setFocus()
    typist.line("Desa Jauh")

    assert (form.value().village, form.value().village_code) == ("Desa Jauh", "")


def test_a_body_is_asked_for_its_name_and_a_person_is_not(form):
    assert not form.fields.represents.isVisible()

    form.set_kind(PartyKind.INSTITUTION)

    assert form.fields.represents.isVisible()
    assert not form.fields.birth_date.isVisible()


def test_a_date_that_cannot_be_read_is_not_lost_in_silence(form):
    form.fields.birth_date.line.setText("31 Februari 1984")

    (problem,) = form.own_problems()

    assert (problem.field, problem.text) == ("birth_date", "Februari 1984 hanya 29 hari.")

from dataclasses import replace

import pytest

from paten_desk.domain.people import PartyKind
from paten_desk.domain.requests import RequestDraft
from paten_desk.ui.registration.visit_form import VisitForm
from tests.builders import a_visit
from tests.ui.conftest import press


@pytest.fixture
def form(qtbot, context, tasks):
    made = VisitForm(context, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_new_form_is_empty(form):
    assert form.is_empty()


def test_a_service_can_be_taken_out_of_the_visit(form, context):
    form.set_value(a_visit(context, "SKTM"))
    form.add_request()

    press(form, "Hapus layanan ini")

    assert [each.service for each in form.value().requests] == ["SKTM"]


def test_a_service_that_was_never_chosen_is_not_registered(form, context):
    form.set_value(a_visit(context, "SKTM"))

    form.add_request()

    assert len(form.value().requests) == 2
    assert [each.service for each in form.to_register().requests] == ["SKTM"]


def test_a_service_that_is_not_on_the_list_is_spoken_of(form, context):
    form.set_value(a_visit(context, "SKTM"))
    form.request.service.combo.setEditText("surat sakti")

    problems = form.problems()
    form.show_problems(problems)

    assert form.request.service.problem() == "Layanan ini tidak ada dalam daftar; ketik kode atau nama yang lain."


def test_a_form_without_a_service_says_so_at_the_service(form):
    form.show_problems(form.problems())

    assert form.request.service.problem() == "Pilih paling sedikit satu layanan."


def test_a_body_that_asks_brings_its_founding_deed_and_a_person_does_not(form, context):
    asked = a_visit(context, "SKDU")
    words = "bila berbentuk badan atau lembaga"
    body = replace(asked.applicant, kind=PartyKind.INSTITUTION, represents="YAYASAN CONTOH")

    form.set_value(replace(asked, requests=(RequestDraft("SKDU"),)))
    assert form.value().requests[0].holds == {words: False}

    form.set_value(replace(asked, applicant=body, requests=(RequestDraft("SKDU"),)))
    assert form.value().requests[0].holds == {words: True}
    assert any(problem.field.endswith("papers.SKDU-3") for problem in form.problems())


def test_a_condition_turned_by_hand_survives_a_look_at_another_service(form, context):
    words = "bila untuk keperluan berobat"
    form.set_value(a_visit(context, "SKTM"))
    form.request.papers.conditions.boxes[words].click()
    form.add_request()

    press(form, "1. SKTM")

    assert form.request.papers.conditions.value()[words]
    assert any(problem.field.endswith("papers.SKTM-6") for problem in form.problems())

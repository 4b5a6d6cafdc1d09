from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from paten_desk.domain.catalogue import Requirement
from paten_desk.domain.people import Party
from paten_desk.domain.requests import RequestDraft
from paten_desk.ui.registration.request_form import RequestForm
from paten_desk.usecases import services
from tests.builders import a_visit


@pytest.fixture
def form(qtbot, context, tasks):
    made = RequestForm(context, tasks)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.service.editor.setFocus()
    return made


@pytest.mark.parametrize("code", ["SKTM", "DNK", "SKBN", "SKPEN", "PAKL", "RBBM"])
def test_a_filled_request_comes_back_as_it_was(form, context, code):
    (draft,) = a_visit(context, code).requests

    form.set_value(draft)
    held = form.value()

    assert (held.service, held.purpose, held.subjects) == (draft.service, draft.purpose, draft.subjects)
    assert (held.fields, held.lists) == (draft.fields, draft.lists)
    assert (held.village_letter_number, held.village_letter_date) == (
        draft.village_letter_number,
        draft.village_letter_date,
    )
    assert set(draft.papers) <= set(held.papers)


def test_a_marriage_cannot_be_asked_without_the_couple(form, typist):
    typist.line("dnk")

    assert form.subjects.isVisible()
    assert len(form.subjects.forms) == 2
    assert not form.whom.isVisible()


def test_somebody_else_can_be_spoken_of(form, typist):
    form.whom.setFocus()
    typist.key(Qt.Key.Key_Right)
    form.subjects.forms[0].set_value(Party(name="ANI CONTOH"))

    assert [party.name for party in form.value().subjects] == ["ANI CONTOH"]


def test_another_service_keeps_the_blanks_that_agree(form, context):
    form.set_value(RequestDraft("SKU", fields={"since": "2019", "business_line": "warung"}))

    form.service.set_value("SKDOM")
    form.show_service()

    assert form.value().fields == {"since": "2019"}


def test_a_service_that_was_changed_or_made_meanwhile_is_asked_for_as_it_counts_now(form, context):
    (draft,) = a_visit(context, "SKTM").requests
    form.set_value(draft)
    held = services.catalogue(context)["SKTM"]
    papers = (*held.requirements, Requirement("SKTM-8", "Foto rumah"))
    services.change(context, replace(held, requirements=papers), context.today())
    services.create(context, replace(held, code="SKX"), context.today())

    form.renew()

    assert "SKTM-8" in {line.requirement.key for line in form.papers.listed()}
    assert (form.value().service, form.value().purpose) == ("SKTM", draft.purpose)
    assert form.service.combo.findData("SKX") >= 0

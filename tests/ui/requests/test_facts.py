from dataclasses import replace

from PySide6.QtCore import Qt

from paten_desk.domain.people import Party
from paten_desk.domain.requests import PaperState
from paten_desk.domain.workflow import Status
from paten_desk.ui.requests.facts import ApplicantCard, AskedCard, PapersCard, address_words, value_words
from paten_desk.usecases import services, work
from tests import full_office
from tests.builders import a_request
from tests.ui.pages import words


def test_numbers_are_hidden_until_they_are_asked_for_and_hide_again(context, qtbot):
    made = a_request(context)
    card = ApplicantCard(made, lambda: work.reveal(context, made.id))
    qtbot.addWidget(card)
    card.show()
    nik = made.personal.applicant.nik
    assert not any(nik in text.replace(" ", "") for text in words(card))

    qtbot.keyClick(card.button, Qt.Key.Key_Return)

    assert any(nik == text.replace(" ", "") for text in words(card))
    card._hide_again.timeout.emit()
    card._hide_again.stop()
    qtbot.keyClick(card.button, Qt.Key.Key_Return)
    qtbot.keyClick(card.button, Qt.Key.Key_Return)
    assert not any(nik in text.replace(" ", "") for text in words(card))


def test_who_may_not_see_numbers_has_no_button(context, qtbot):
    card = ApplicantCard(a_request(context), None)
    qtbot.addWidget(card)
    card.show()

    assert not card.button.isVisible()


def test_the_blanks_stand_in_the_order_of_the_form(context, qtbot):
    made = a_request(context, code="RIK")
    service = services.service_of(made)
    card = AskedCard(made, service)
    qtbot.addWidget(card)
    card.show()

    shown = words(card)

    labels = [field.label for field in service.fields if field.label in shown]
    assert sorted(labels, key=shown.index) == labels
    assert made.personal.purpose in shown


def test_a_returned_dossier_can_be_ticked(context, qtbot):
    made = a_request(context, Status.RETURNED)
    card = PapersCard(made, services.service_of(made), ticks=True)
    qtbot.addWidget(card)
    missing = next(paper for paper in made.papers if paper.state is PaperState.MISSING)

    card.rows[missing.key].set_value(PaperState.THERE)

    assert all(paper.state is not PaperState.MISSING for paper in card.papers())
    assert len(card.papers()) == len(made.papers)


def test_a_dossier_in_work_only_shows_its_papers(context, qtbot):
    made = a_request(context)
    made = replace(made, papers=(replace(made.papers[0], state=PaperState.MISSING), *made.papers[1:]))
    card = PapersCard(made, services.service_of(made), ticks=False)
    qtbot.addWidget(card)
    card.show()

    assert card.rows == {}
    assert "belum ada" in words(card)


def test_values_are_written_as_people_do():
    assert value_words("date", "2026-11-28") == "28 November 2026"
    assert value_words("rupiah", "1500000") == "Rp1.500.000"
    assert address_words(Party(hamlet="II", rt="003", village="Melati")) == "Dusun II, RT 003, Melati"


def test_who_is_from_outside_is_said_to_be(context, qtbot):
    for made, said in ((a_request(context), False), (full_office.from_outside(context, 2), True)):
        card = ApplicantCard(made, None)
        qtbot.addWidget(card)
        card.show()

        assert ("dari luar kecamatan" in words(card)) is said

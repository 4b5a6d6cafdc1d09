import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.catalogue import Requirement
from paten_desk.domain.requests import Paper, PaperForm, PaperState
from paten_desk.ui.registration.conditional_papers import ConditionalPapers

ILL, SCHOOL = "bila untuk berobat", "bila untuk sekolah"
ASKED = (
    Requirement("A-1", "Surat keterangan kepala desa (asli, bercap)"),
    Requirement("A-2", "Surat rujukan", ILL),
    Requirement("A-3", "Kartu pelajar", SCHOOL),
    Requirement("A-4", "Keterangan rawat inap", ILL),
)
NOT = PaperState.NOT_APPLICABLE


@pytest.fixture
def card(qtbot):
    made = ConditionalPapers()
    made.show_requirements(ASKED)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.conditions.setFocus()
    return made


def keys(card):
    return [line.requirement.key for line in card.listed()]


def seen(card):
    return [key for key, line in card.rows.items() if line.isVisible()]


def test_a_paper_on_a_condition_is_not_asked_for_until_the_condition_holds(card, typist):
    assert keys(card) == seen(card) == ["A-1"]

    typist.key(Qt.Key.Key_Space)

    assert keys(card) == seen(card) == ["A-1", "A-2", "A-4"]


def test_each_condition_is_one_question_in_one_stop_of_tab(card, typist):
    typist.key(Qt.Key.Key_Right)
    typist.key(Qt.Key.Key_Space)
    typist.key(Qt.Key.Key_Tab)

    assert card.conditions.value() == {ILL: False, SCHOOL: True}
    assert card.rows["A-1"].isAncestorOf(QApplication.focusWidget())


def test_enter_goes_on_to_the_papers_and_over_those_not_asked_for(card, typist):
    said = []
    card.done.connect(lambda: said.append(True))
    typist.enter()
    typist.key(Qt.Key.Key_Space)
    typist.enter()

    assert said == [True]


def test_all_there_takes_only_what_is_asked_for(card, typist):
    typist.key(Qt.Key.Key_F6)

    assert card.value() == (
        Paper("A-1", PaperState.THERE, PaperForm.ORIGINAL, 1),
        Paper("A-2", NOT, sheets=0),
        Paper("A-3", NOT, sheets=0),
        Paper("A-4", NOT, sheets=0),
    )
    assert card.note.text() == "1 dari 1 ada"


def test_a_condition_that_is_unticked_takes_its_answers_back(card, typist):
    typist.key(Qt.Key.Key_Space)
    typist.key(Qt.Key.Key_F6)
    assert card.value()[1].state is PaperState.THERE

    typist.key(Qt.Key.Key_Space)
    typist.key(Qt.Key.Key_Space)

    assert keys(card) == ["A-1", "A-2", "A-4"]
    assert [paper.key for paper in card.value()] == ["A-1", "A-3"]


def test_a_paper_on_a_condition_has_no_answer_that_it_does_not_apply(card):
    words = [part.text() for part in card.rows["A-2"].segments.children() if hasattr(part, "text")]

    assert "Tidak berlaku" not in words


def test_what_the_form_knows_is_answered_and_stays_turned_where_the_clerk_turned_it(card, typist):
    card.show_known({ILL: True})
    assert keys(card) == ["A-1", "A-2", "A-4"]

    typist.key(Qt.Key.Key_Space)
    card.show_known({ILL: True})
    assert keys(card) == ["A-1"]

    card.show_known({ILL: False, SCHOOL: True})
    assert card.conditions.value() == {ILL: False, SCHOOL: True}


def test_answers_come_back_with_their_conditions(card):
    card.show_answers((Paper("A-2", PaperState.MISSING, sheets=0), Paper("A-3", NOT, sheets=0)), {}, {SCHOOL: True})

    assert card.conditions.value() == {ILL: True, SCHOOL: True}
    assert card.missing() == 1
    assert [paper.key for paper in card.value()] == ["A-2"]


def test_an_answer_turned_against_the_form_comes_back_turned(card):
    card.show_known({ILL: True})

    card.show_answers((), {}, {ILL: False, SCHOOL: False})
    card.show_known({ILL: True})

    assert keys(card) == ["A-1"]


def test_a_service_without_conditions_asks_no_questions(card):
    card.show_requirements(ASKED[:1])

    assert not card.conditions.isVisible()
    assert card.value() == ()

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.catalogue import Requirement
from paten_desk.domain.requests import Paper, PaperForm, PaperState
from paten_desk.ui.registration.papers import PapersCard, usual_form

ASKED = (
    Requirement("A-1", "Surat keterangan kepala desa (asli, bercap)"),
    Requirement("A-2", "Fotokopi kartu keluarga (KK)"),
    Requirement("A-3", "Surat rujukan"),
)


@pytest.fixture
def card(qtbot):
    made = PapersCard()
    made.show_requirements(ASKED)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.rows["A-1"].segments.setFocus()
    return made


def test_one_key_takes_all_papers_as_they_are_usually_brought(card, typist):
    typist.key(Qt.Key.Key_F6)

    assert card.value() == (
        Paper("A-1", PaperState.THERE, PaperForm.ORIGINAL, 1),
        Paper("A-2", PaperState.THERE, PaperForm.COPY, 1),
        Paper("A-3", PaperState.THERE, PaperForm.ORIGINAL, 1),
    )
    assert card.note.text() == "3 dari 3 ada"


def test_a_paper_is_answered_by_keys_and_enter_goes_to_the_next(card, typist):
    for _ in range(3):
        typist.key(Qt.Key.Key_Right)
    typist.key(Qt.Key.Key_Space)
    typist.enter()

    assert card.value()[0] == Paper("A-1", PaperState.MISSING, sheets=0)
    assert card.missing() == 1
    assert card.rows["A-2"].isAncestorOf(QApplication.focusWidget())


def test_what_does_not_apply_asks_why_before_it_goes_on(card, typist):
    for _ in range(4):
        typist.key(Qt.Key.Key_Right)
    typist.key(Qt.Key.Key_Space)
    typist.words("diurus sendiri")

    assert QApplication.focusWidget() is card.rows["A-1"].reason
    assert card.reasons() == {"A-1": "diurus sendiri"}


def test_a_paper_only_shown_leaves_no_sheet(card):
    card.rows["A-2"].set_value(Paper("A-2", PaperState.THERE, PaperForm.SEEN, 0))

    assert card.rows["A-2"].value() == Paper("A-2", PaperState.THERE, PaperForm.SEEN, 0)
    assert not card.rows["A-2"].sheets.isVisible()


def test_answers_given_before_survive_all_there(card):
    card.rows["A-1"].set_value(Paper("A-1", PaperState.THERE, PaperForm.COPY, 3))

    card.tick_all()

    assert card.value()[0] == Paper("A-1", PaperState.THERE, PaperForm.COPY, 3)


def test_the_wording_says_how_a_paper_is_brought():
    assert [usual_form(each) for each in ASKED[:2]] == [PaperForm.ORIGINAL, PaperForm.COPY]

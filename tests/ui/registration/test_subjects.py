import pytest

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import Party
from paten_desk.ui.registration.subjects import SubjectsCard
from tests.ui.conftest import press


@pytest.fixture
def card(qtbot, context):
    made = SubjectsCard(context)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_marriage_asks_for_two_people(card):
    card.show_people((), fixed=2)

    assert len(card.forms) == 2


def test_one_person_more_can_be_named(card):
    card.show_people((Party(name="ANI CONTOH"),))

    press(card, "Tambah orang")
    card.forms[1].set_value(Party(name="BUDI CONTOH"))

    assert [party.name for party in card.value()] == ["ANI CONTOH", "BUDI CONTOH"]


def test_a_person_can_be_taken_away_again(card):
    card.show_people((Party(name="ANI CONTOH"), Party(name="BUDI CONTOH")))

    press(card, "Hapus orang ini")

    assert [party.name for party in card.value()] == ["ANI CONTOH"]


def test_a_form_left_empty_names_nobody(card):
    card.show_people(())

    assert card.value() == ()


def test_a_problem_stands_under_the_person_it_speaks_of(card):
    card.show_people((Party(name="ANI CONTOH"), Party(name="BUDI CONTOH")))

    first = card.show_problems([Problem("subjects.1.nik", "NIK harus 16 angka; baru terisi 3.")])

    assert first is card.forms[1].fields.nik
    assert card.forms[0].fields.nik.problem() == ""

from dataclasses import replace

from paten_desk.domain.letters import LetterState
from paten_desk.domain.workflow import Status
from paten_desk.store import letters, people
from paten_desk.ui.search import rows
from tests.builders import a_request


def test_a_letter_that_no_longer_counts_says_so_in_a_word_with_a_colour(context):
    a_request(context, Status.READY)
    (held,) = letters.newest()

    assert rows.letter(held, "SKTM")[-1] == ("Berlaku", "good")
    assert rows.letter(replace(held, state=LetterState.REVOKED), "SKTM")[-1] == ("Dicabut", "late")
    assert rows.letter(replace(held, document=""), "SKTM")[-1] == ("Konsep", "accent")
    assert rows.letter(replace(held, number="", dated=""), "SKTM")[0] == "belum bernomor"


def test_a_citizen_without_nik_and_from_elsewhere_is_told(context):
    made = a_request(context)
    held = people.row(made.personal.applicant.person)

    assert rows.person(context, replace(held, nik="", village="11.01.01.2001"))[1:] == (
        "tanpa NIK",
        "di luar kecamatan ini",
    )

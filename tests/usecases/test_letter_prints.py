import pytest

from paten_desk.domain.errors import Invalid, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import letter_prints
from tests.builders import a_request


def test_from_the_second_copy_on_a_reason_is_asked_and_kept(context):
    ready = a_request(context, Status.READY)
    assert not letter_prints.wants_reason(ready)
    letter_prints.copy(context, ready.id)
    assert letter_prints.wants_reason(ready)

    with pytest.raises(Invalid):
        letter_prints.copy(context, ready.id, "  ")
    letter_prints.copy(context, ready.id, "diminta sekolah")

    assert journal.load(Letter, ready.letter).copies == 2
    assert journal.load(Letter, ready.letter).personal.copy_reason == "diminta sekolah"


def test_a_letter_printed_once_more_says_why(context):
    ready = a_request(context, Status.READY)
    assert not letter_prints.was_printed(ready)
    letter_prints.record(context, ready.id)
    assert letter_prints.was_printed(ready)

    made = letter_prints.record(context, ready.id, "kertas pertama tersangkut")

    assert made.prints == 2
    assert made.personal.copy_reason == "kertas pertama tersangkut"


def test_only_an_issued_letter_is_printed_or_copied(context):
    draft = a_request(context, Status.DRAFTED)

    with pytest.raises(WrongStatus):
        letter_prints.record(context, draft.id)
    with pytest.raises(WrongStatus):
        letter_prints.copy(context, draft.id)

import pytest

from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.workflow import Status
from paten_desk.usecases import signing_pile
from tests.builders import a_request
from tests.usecases.test_letters import text_of


def test_the_folder_holds_the_list_and_every_draft_that_waits_for_a_signature(context):
    for serial in (1, 2):
        a_request(context, Status.INITIALLED_SECRETARY, serial=serial)
    a_request(context, Status.SIGNED, serial=3)
    told = []

    words = text_of(signing_pile.pdf(context, lambda done, total: told.append((done, total))))

    assert [row.number for row in signing_pile.waiting(context)] == ["0001/PATEN/2026", "0002/PATEN/2026"]
    assert "2 naskah" in words
    assert words.count("KONSEP, belum bernomor") == 2
    assert "0003/PATEN/2026" not in words
    assert told == [(1, 2), (2, 2)]


def test_an_empty_folder_is_not_printed(context):
    with pytest.raises(WrongStatus, match="menunggu tanda tangan"):
        signing_pile.pdf(context)

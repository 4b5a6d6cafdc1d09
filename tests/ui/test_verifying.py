from dataclasses import replace

import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.domain.letters import Letter
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui import verifying
from paten_desk.usecases import proofs, setup
from tests.builders import a_request
from tests.conftest import KEY
from tests.ui.conftest import press as push
from tests.ui.pages import words, write


@pytest.fixture
def office(context):
    setup.make_secrets(context.data, KEY)
    return context


@pytest.fixture
def issued(office):
    return a_request(office, Status.READY)


def code_of(request):
    return journal.load(Letter, request.letter).proof


def test_a_receipt_of_this_office_opens_at_once(office, qapp):
    request = a_request(office)

    assert verifying.scanned(office, proofs.of_receipt(office, request)) == request.id


def test_of_a_letter_it_is_said_first_what_it_is_worth(office, issued, qapp, answering):
    def look(dialog):
        assert "ASLI" in words(dialog)
        push(dialog, "Buka permohonan")

    answering(look)
    assert verifying.scanned(office, code_of(issued)) == issued.id

    answering("Tutup")
    assert verifying.scanned(office, code_of(issued)) == ""


def test_at_the_kabupaten_a_verdict_opens_nothing(office, issued, qapp, answering):
    hall = office.with_office(replace(office.office, role=OfficeRole.KABUPATEN))

    answering("Tutup")
    assert verifying.scanned(hall, code_of(issued)) == ""


def test_a_typed_code_is_judged_and_a_wrong_one_told_under_its_field(office, issued, qapp, qtbot, answering):
    def wrong(dialog):
        write(qtbot, dialog, "PATEN2:ABC")
        push(dialog, "Periksa")
        assert any("bukan kode PATEN" in text for text in words(dialog))
        dialog.reject()

    answering(wrong)
    assert verifying.ask(office) == ""

    def right(dialog):
        write(qtbot, dialog, code_of(issued).lower())
        answering("Buka permohonan")
        push(dialog, "Periksa")

    answering(right)
    assert verifying.ask(office) == issued.id


def test_a_broken_scan_is_a_sentence(office):
    with pytest.raises(Rejected):
        verifying.scanned(office, "PATEN2:ABC")


def test_only_signed_codes_are_judged():
    assert verifying.is_signed(" paten2:abc")
    assert not verifying.is_signed("PATEN1:99.99.05:R:1:ABCD")

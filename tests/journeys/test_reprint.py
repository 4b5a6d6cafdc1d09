"""A letter of years ago: officials, texts, the catalogue, the letterhead and the computer's session have changed."""

import json
from dataclasses import replace

import pytest

from paten_desk.documents import templates
from paten_desk.domain.letter_texts import LetterText
from paten_desk.domain.officials import Official, OfficialPersonal, Post
from paten_desk.domain.roles import Approval, Right, Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import checks, letters, offices, officials, sample, services, setup
from tests.builders import a_request, a_user
from tests.conftest import Clock
from tests.usecases.test_letters import text_of


@pytest.fixture
def office(tmp_path):
    clock = Clock()
    made, _ = setup.create(tmp_path / "kantor", sample.draft(), clock)
    yield made
    setup.close()


def everything_changes(office):
    """Change all that a letter is drawn from; return the office with its new settings."""
    officials.assign(
        office, Official("", Post.HEAD, since=office.today(), personal=OfficialPersonal("CAMAT BARU", "", "0" * 18))
    )
    raw = json.loads(templates.shipped("sktm"))
    raw["blocks"].insert(0, {"paragraph": "Naskah yang baru sama sekali."})
    with transaction():
        journal.record(office.stamp(), "changed", LetterText(office.new_id(), "sktm", office.today(), json.dumps(raw)))
    kasi = a_user(office, Role.SECTION_HEAD, display="Kasi Kedua")
    service = replace(services.catalogue(office)["SKTM"], name="Layanan lain", code_2022="999", valid_days=1)
    services.change(office, service, office.today(), Approval(Right.CHANGE_FEE, kasi.id, kasi.display))
    return offices.change(
        office, replace(office.office, address="Jalan Pindah Nomor 9", letter_font="times", name="Nama Baru")
    )


def test_years_later_a_letter_is_reprinted_byte_for_byte(office):
    first = a_request(office, Status.HANDED_OVER)
    original, shown = letters.original(office, first.id), letters.preview(office, first.id)
    office = everything_changes(office)

    after = letters.original(office, first.id), letters.preview(office, first.id)
    setup.close()
    again = setup.unlock(office.data, office.user.id, sample.PASSWORD, Clock())

    assert after == (original, shown)
    assert letters.original(again, first.id) == original
    assert letters.preview(again, first.id) == shown
    assert checks.check(again).findings == ()


def test_the_next_letter_is_drawn_from_what_counts_now(office):
    a_request(office, Status.HANDED_OVER)
    office = everything_changes(office)

    words = text_of(letters.preview(office, a_request(office, Status.DRAFTED, serial=2).id))

    assert "Naskah yang baru sama sekali." in words
    assert "Jalan Pindah Nomor 9" in words

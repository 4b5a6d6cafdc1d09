from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight, PatenError, Rejected
from paten_desk.domain.roles import Role
from paten_desk.usecases import partners, sample, setup
from tests.conftest import Clock
from tests.usecases.test_letters import text_of


@pytest.fixture
def desk(tmp_path):
    context, _ = setup.create(tmp_path / "kantor", sample.draft(), Clock())
    yield context
    setup.close()


def test_a_card_of_the_wrong_end_is_refused_by_name(desk):
    with pytest.raises(PatenError, match="Kecamatan Kayu Agung, bukan mitra"):
        partners.enrol(desk, partners.own_card_file(desk))


@pytest.mark.parametrize("content", [b"", b"{}", b"foto", b"\x00" * 9000])
def test_what_is_no_card_is_refused(desk, content):
    with pytest.raises(Rejected):
        partners.enrol(desk, content)


def test_the_paper_card_shows_the_number_to_read_out(desk):
    number = partners.check_number(desk)

    words = text_of(partners.card_pdf(desk)).replace(" ", "")
    assert "".join(letter for letter in number if letter.isdigit()) in words


def test_an_unconfirmed_key_counts_for_nothing(desk, tmp_path):
    setup.close()
    hall, _ = setup.create(tmp_path / "kabupaten", sample.kabupaten_draft(), Clock())
    card = partners.own_card_file(hall)
    setup.close()
    desk = setup.open_office(desk.data, desk.user.id, desk.data_key, desk.clock)

    held, number = partners.enrol(desk, card)
    assert partners.signers(desk) == {}
    partners.confirm(desk, held.id)
    again, same = partners.enrol(desk, card)

    assert list(partners.signers(desk).values()) == ["16.02"]
    assert again.confirmed
    assert number == same


def test_a_counter_clerk_enrols_no_key(desk):
    clerk = replace(desk, user=replace(desk.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        partners.enrol(clerk, b"")

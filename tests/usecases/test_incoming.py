import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import Rejected
from paten_desk.exchange import media
from paten_desk.store import connection, ledgers
from paten_desk.store.connection import transaction
from paten_desk.usecases import branches, incoming, kabupaten, partners, sending, setup
from tests.usecases.test_sending import Two


@pytest.fixture
def two(tmp_path):
    made = Two(tmp_path)
    yield made
    setup.close()


def a_branch_file(two):
    """Return the sealed file of a ledger that the kabupaten has not heard of."""
    two.work(1)
    branches.begin(two.desk, BranchReason.RESTORED)
    two.work(2)
    folder = two.folder / "stick"
    folder.mkdir()
    return sending.export(two.desk, folder)[-1].path


def test_a_ledger_that_goes_on_from_another_offices_is_refused(two):
    path = a_branch_file(two)
    with two.at_hall() as hall:
        preview = kabupaten.look(hall, media.read_file(path))
        parent = preview.opened.header.state.continues.ledger
        with transaction():
            connection.sql("UPDATE ledger SET area = '16.02.06' WHERE id = ?", (parent,))

        with pytest.raises(Rejected, match="bukan milik"):
            kabupaten.look(hall, media.read_file(path))


def test_a_ledger_that_comes_before_its_parent_is_kept_and_joins_the_register(two):
    path = a_branch_file(two)
    with two.at_hall() as hall:
        done = kabupaten.import_file(hall, path)
        (standing,) = kabupaten.standings(hall)

    assert done.new == done.length > 0
    assert standing.branches == ("L2",)
    assert standing.length == done.length


def test_a_file_not_taken_in_yet_says_what_it_would_bring(two):
    path = a_branch_file(two)
    with two.at_hall() as hall:
        opened = kabupaten.look(hall, media.read_file(path)).opened
        before = incoming.held_of(opened)
        kabupaten.import_file(hall, path)
        after = incoming.held_of(opened)

    assert before == (0, True)
    assert after == (len(opened.records), True)


def test_the_office_does_not_take_in_its_own_ledger_by_file(two):
    path = a_branch_file(two)
    with two.at_hall() as hall:
        preview = kabupaten.look(hall, media.read_file(path))
        (partner,) = partners.partners(hall)

    with pytest.raises(Rejected, match="bukan milik"):
        incoming.belongs(preview.opened, partner, ledgers.BRANCH)

import shutil
from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight, PatenError
from paten_desk.domain.roles import Approval, Right
from paten_desk.paths import keys_dir
from paten_desk.store import journal, ledgers, mark, swap
from paten_desk.usecases import approvals, continuing, guards, partners, requests, setup
from tests.backing import PASSWORD
from tests.builders import a_visit


@pytest.fixture
def consent(office):
    return approvals.approve(office.context, Right.RESTORE, office.second, PASSWORD)


@pytest.fixture
def cloned(office):
    """The office as it opens on a second computer made from an image of the first one's disk."""
    held = mark.read(keys_dir(office.data))
    other = mark.machine_of(keys_dir(office.data), held.ledger, "the first computer")
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, machine=other)))
    return office.reopen()


def test_a_moved_computer_goes_on_in_the_same_ledger(office, cloned, consent):
    before = journal.head()

    continuing.moved(cloned, consent)

    assert guards.found(cloned) == []
    assert journal.head().ledger == before.ledger
    assert requests.register(cloned, a_visit(cloned, serial=70))[0].number == "0004/PATEN/2026"
    assert guards.found(office.reopen()) == []


def test_a_copy_goes_on_in_a_ledger_and_with_keys_of_its_own(office, cloned, consent):
    old = partners.own_keys(cloned)

    done = continuing.go_on(cloned, consent, note="Salinan untuk loket 2", is_copy=True)

    assert done.new_card
    assert partners.own_keys(cloned).seed != old.seed
    assert requests.register(cloned, a_visit(cloned, serial=70))[0].number == "L2-0001/PATEN/2026"
    assert {path.name for path in keys_dir(office.data).glob("*.lama")} == {"archive.key.lama", "signing.key.lama"}
    assert guards.found(office.reopen()) == []


def test_data_put_back_in_time_go_on_after_two_people_said_so(office, consent):
    held = mark.read(keys_dir(office.data))
    ahead = replace(held, sequence=held.sequence + 50, numbers={("request", 2026): 9, ("x", 2026): 0})
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(ahead))
    context = office.reopen()
    assert guards.stops(context)

    done = continuing.go_on(context, consent)

    assert done.lost == {("request", 2026): 9}
    assert guards.found(context) == []
    assert ledgers.own().prefix == "L2"


def test_an_interrupted_restore_goes_on_at_the_next_login(office, consent):
    swap._note(office.data, swap.BEGIN, "weg", "kantor-sebelum-pulih")
    context = office.reopen()

    continuing.go_on(context, consent)

    assert guards.found(context) == []
    assert not swap.waits(office.data)


def test_one_person_alone_decides_nothing(cloned, consent):
    for wrong in (None, replace(consent, right=Right.VOID), Approval(Right.RESTORE, cloned.user.id, "saya")):
        with pytest.raises(NoRight):
            continuing.moved(cloned, wrong)
        with pytest.raises(NoRight):
            continuing.go_on(cloned, wrong)

    assert guards.stops(cloned)


def test_data_without_their_keys_can_only_go_on_as_a_copy(office, consent):
    setup.close()
    shutil.rmtree(keys_dir(office.data))
    context = office.reopen()

    with pytest.raises(PatenError, match="tidak ikut dipindahkan"):
        continuing.moved(context, consent)

    assert continuing.go_on(context, consent).new_card
    assert guards.found(context) == []


@pytest.mark.parametrize(
    ("known", "lost"),
    [
        (None, {}),
        (mark.Mark("", "", "lain", 9, "", {("request", 2026): 9}), {}),
        (mark.Mark("", "", "l", 9, "", {("request", 2026): 9, ("474", 2026): 2}), {("request", 2026): 9}),
        (mark.Mark("", "", "l", 9, "", {("request", 2026): 10**9}), {}),
    ],
)
def test_only_what_the_mark_of_this_ledger_knows_is_lost(known, lost):
    assert continuing.lost(known, "l", {("474", 2026): 2}) == lost


def test_a_ledger_that_was_begun_before_the_power_cut_is_not_begun_twice(office, consent):
    before = mark.read(keys_dir(office.data))
    continuing.go_on(office.context, consent)
    begun = ledgers.own()
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(before))
    swap._note(office.data, swap.BEGIN, "weg", "kantor-sebelum-pulih")
    context = office.reopen()

    continuing.go_on(context, consent)

    assert ledgers.own() == begun
    assert guards.found(context) == []
    assert mark.read(keys_dir(office.data)).ledger == begun.id

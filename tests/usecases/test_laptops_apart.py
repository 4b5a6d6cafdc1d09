"""The backups of an office and of its village laptops: neither spoils the other's, none is taken for the other."""

from dataclasses import replace

import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import PatenError
from paten_desk.paths import keys_dir
from paten_desk.store import generations, ledgers, mark
from paten_desk.usecases import (
    backup_places,
    backup_turns,
    backups,
    branches,
    laptops,
    partners,
    restoring,
    setup,
)
from tests.backing import opened
from tests.builders import a_request
from tests.usecases.conftest import content

VILLAGE = BranchReason.VILLAGE


def test_the_stick_stays_the_offices_and_the_office_comes_back_from_it(office, prepared, new_computer, tmp_path):
    before = content(office.stick)
    made = opened(office, office.generation)
    setup.close()

    restoring.restore(new_computer, made, VILLAGE, clock=office.clock)

    after = content(office.stick)
    assert after.pop(f"{backup_places.FOLDER}/{laptops.TAKEN}")
    assert after == before
    setup.close()
    done = restoring.restore(tmp_path / "pc baru" / "kantor", made, BranchReason.MOVED, clock=office.clock)
    assert done.laptop is None
    assert done.lost == {("request", 2026): 8}
    assert branches.here(done.context) is None
    assert [each.made.prefix for each in branches.away(done.context)] == ["L2"]
    assert a_request(done.context, serial=80).number == "L3-0001/PATEN/2026"


def test_an_office_that_comes_back_from_before_the_preparation_does_not_print_the_laptops_numbers(office, tmp_path):
    older = office.backup()
    office.clock.forward(days=1)
    branches.prepare(office.context, VILLAGE, "Desa Melati")
    office.backup()
    made = opened(office, older)
    setup.close()

    done = restoring.restore(tmp_path / "pc baru" / "kantor", made, clock=office.clock)

    assert a_request(done.context, serial=80).number == "L3-0001/PATEN/2026"


def test_a_medium_that_cannot_be_written_stops_no_laptop(office, prepared, new_computer):
    (office.folder / laptops.TAKEN).mkdir()
    made = opened(office, office.generation)
    setup.close()

    assert restoring.restore(new_computer, made, VILLAGE, clock=office.clock).laptop.id == prepared.id


def test_a_laptops_backup_lies_apart_from_the_offices(office, prepared, away, tmp_path):
    before = content(office.stick)
    with pytest.raises(PatenError, match="berisi cadangan komputer kantor"):
        backup_places.add(away.context, office.stick, "Kartu laptop", is_stick=True)
    with pytest.raises(PatenError, match="berisi cadangan komputer kantor"):
        backups.make_in(away.context, office.folder)
    assert content(office.stick) == before

    own = tmp_path / "KARTU LAPTOP"
    own.mkdir()
    target = backup_places.add(away.context, own, "Kartu laptop", is_stick=True)
    assert backup_turns.make_next(away.context, plugged=[office.stick, own]).target == "Kartu laptop"
    assert backup_places.targets(away.context) == [target]  # none came along from the office
    (found,) = generations.in_folder(own / backup_places.FOLDER)
    assert found[1].ledger == prepared.id
    assert content(office.stick) == before

    desk = office.reopen()
    with pytest.raises(PatenError, match="berisi cadangan laptop desa"):
        backup_places.add(desk, own, "Kartu 2", is_stick=True)
    (own / backup_places.LABEL).unlink()
    with pytest.raises(PatenError, match="berisi cadangan laptop desa"):
        backup_places.add(desk, own, "Kartu 2", is_stick=True)
    with pytest.raises(PatenError, match="berisi cadangan laptop desa"):
        backups.make_in(desk, own / backup_places.FOLDER)


@pytest.mark.parametrize("reason", [BranchReason.RESTORED, BranchReason.MOVED, VILLAGE])
def test_no_office_and_no_laptop_comes_from_a_laptops_backup(office, away, tmp_path, reason):
    own = tmp_path / "KARTU LAPTOP"
    own.mkdir()
    generation = own / backups.make_in(away.context, own).generation
    made = opened(office, generation)
    setup.close()
    other = tmp_path / "pc baru" / "kantor"

    with pytest.raises(PatenError, match="dibuat di laptop desa"):
        restoring.look(other, made)
    with pytest.raises(PatenError, match="dibuat di laptop desa"):
        restoring.restore(other, made, reason, clock=office.clock)

    assert restoring.is_new(other)


def test_the_laptops_own_backups_do_not_stand_among_the_offices(office, prepared, away, tmp_path):
    own = tmp_path / "KARTU LAPTOP"
    own.mkdir()
    office.clock.forward(days=3)
    backups.make_in(away.context, own)
    card = partners.own_card_file(away.context)
    (tmp_path / "a").mkdir()
    (sent,) = branches.export_branch(away.context, tmp_path / "a")
    desk = office.reopen()
    held, _ = branches.accept(desk, card)
    partners.confirm(desk, held.id)
    before = backups.standing(desk).proven

    branches.merge_branch(desk, sent.path)

    assert backups.standing(desk).proven == before


def test_a_list_of_taken_ledgers_that_is_damaged_says_nothing(office, prepared):
    (office.folder / laptops.TAKEN).write_text("{")

    assert [each.id for each in laptops.waiting_in(office.generation, office.context.data_key)] == [prepared.id]


def test_the_mark_tells_of_the_newest_prefix_that_was_given(office):
    branches.prepare(office.context, VILLAGE, "Desa Melati")
    mark.write_now()

    held = mark.read(keys_dir(office.data))
    assert (held.ledger, held.prefix) == (ledgers.own().id, "L2")
    assert replace(held, prefix="") != held

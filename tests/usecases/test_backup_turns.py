import shutil
from dataclasses import replace

import pytest

from paten_desk.domain.backups import Backup, BackupState
from paten_desk.domain.errors import NotFound
from paten_desk.store import journal
from paten_desk.store.backup import BackupFailed
from paten_desk.store.connection import transaction
from paten_desk.usecases import backup_places, backup_turns, backups, sample, setup
from paten_desk.usecases.backups import Moment
from tests.backing import flip
from tests.builders import a_request
from tests.ui.offices import the_first


@pytest.fixture
def second(office, tmp_path):
    """A second stick."""
    folder = tmp_path / "KARTU 2"
    folder.mkdir()
    return backup_places.add(office.context, folder, "Kartu cadangan 2", is_stick=True)


def test_the_place_that_waited_longest_is_next(office, second):
    office.backup()

    first, other = backup_turns.places(office.context)

    assert (first.target, first.is_here, first.is_next, first.last) == (second, True, True, None)
    assert (other.target, other.is_next, other.last) == (office.target, False, office.clock())


def test_a_stick_at_home_keeps_its_turn(office, second, tmp_path):
    office.backup()
    shutil.rmtree(tmp_path / "KARTU 2")

    first, _ = backup_turns.places(office.context, plugged=[])

    assert (first.target, first.is_here, first.is_next) == (second, False, True)


def test_the_next_backup_goes_to_the_next_place_that_is_here(office, second, tmp_path):
    office.clock.forward(minutes=1)
    assert backup_turns.make_next(office.context).target == "Kartu cadangan 1"
    office.clock.forward(minutes=1)
    assert backup_turns.make_next(office.context).target == "Kartu cadangan 2"
    shutil.rmtree(tmp_path / "KARTU 2")
    office.clock.forward(minutes=1)
    assert backup_turns.make_next(office.context, plugged=[]).target == "Kartu cadangan 1"


def test_what_lies_at_the_places_is_listed_newest_first_and_only_this_offices(office, tmp_path):
    old = office.backup()
    backups.drill(office.context, office.target)
    office.clock.forward(days=1)
    new = office.backup()
    other, _ = setup.create(tmp_path / "lain", the_first(sample.draft()), office.clock)
    office.clock.forward(minutes=1)
    office.backup_of(other, office.folder)
    context = office.reopen()

    found = backup_turns.kept(context)

    assert [(each.path, each.is_drilled) for each in found] == [(new, False), (old, True)]
    assert found[0].records > found[1].records
    assert {each.place for each in found} == {"Kartu cadangan 1"}


def test_a_failure_is_remembered_until_a_proven_backup_comes_after_it(office):
    assert backup_turns.failed(office.context) is None
    (office.stick / backup_places.LABEL).unlink()
    with pytest.raises(BackupFailed):
        backups.make(office.context, office.target, plugged=[])

    newest = backup_turns.failed(office.context)
    assert newest.state is BackupState.FAILED
    office.clock.forward(minutes=1)
    backups.make_in(office.context, office.stick.parent / "lain")

    assert backup_turns.failed(office.context) is None


def test_who_has_no_place_or_none_here_is_told_what_to_do(office):
    with pytest.raises(NotFound, match="Belum ada cadangan di tempat"):
        backup_turns.drill_newest(office.context)
    (office.stick / backup_places.LABEL).unlink()
    with pytest.raises(NotFound, match="belum terpasang") as told:
        backup_turns.make_next(office.context, plugged=[])
    assert "Kartu cadangan 1" in told.value.hint
    backup_places.forget(office.context, office.target.id)
    with pytest.raises(NotFound, match="Belum ada tempat"):
        backup_turns.make_next(office.context, plugged=[])


def test_the_newest_backup_is_tried_out_and_its_slip_is_drawn(office):
    office.backup()
    office.clock.forward(days=1)
    newest = office.backup()

    made, pdf = backup_turns.drill_newest(office.context)

    assert made.result.generation == newest.name
    assert pdf.startswith(b"%PDF")


def test_a_new_stick_is_offered_and_one_of_this_office_by_its_name(office, tmp_path):
    fresh, old, foreign = tmp_path / "BARU", tmp_path / "E", tmp_path / "F"
    for folder in (fresh, old, foreign):
        folder.mkdir()
    label = (office.stick / backup_places.LABEL).read_text(encoding="utf-8")
    (old / backup_places.LABEL).write_text(
        label.replace(office.target.id, "another id").replace("Kartu cadangan 1", "Kartu lama"), encoding="utf-8"
    )
    (foreign / backup_places.LABEL).write_text('{"id": "x", "office": "lain", "name": "Milik lain"}', encoding="utf-8")

    found = backup_turns.new_sticks(office.context, [office.stick, fresh, old, foreign])

    assert [(each.path, each.name) for each in found] == [(fresh, "BARU"), (old, "Kartu lama"), (foreign, "F")]
    (fresh / backup_places.LABEL).write_text("[]", encoding="utf-8")
    assert backup_turns.new_sticks(office.context, [fresh])[0].name == "BARU"


def test_backups_on_all_sticks_are_found_without_an_open_office(office, tmp_path):
    old = office.backup()
    office.clock.forward(days=1)
    new = office.backup()
    flip(old / "office.json", 5)
    setup.close()
    (tmp_path / "musik").mkdir()

    found = backup_turns.search(tmp_path / "baru", office.clock(), [tmp_path / "musik", office.stick])

    assert [each.generation for each in found] == [new, old]
    assert found[0].staff


def test_a_backup_is_wanted_where_a_place_was_chosen_and_enough_is_new(office):
    context = office.context
    assert backup_turns.is_wanted(context, Moment.CLOSING)
    assert not backup_turns.is_wanted(context)

    office.backup()
    assert not backup_turns.is_wanted(context, Moment.LEAVING)
    a_request(context, serial=4)
    assert backup_turns.is_wanted(context, Moment.LEAVING)
    backup_places.forget(context, office.target.id)

    assert not backup_turns.is_wanted(context, Moment.LEAVING)


def test_a_drill_that_found_differences_proves_no_backup(office):
    generation = office.backup()
    wrong = Backup(office.context.new_id(), BackupState.DRILLED, office.clock(), "Kartu cadangan 1", generation.name)
    with transaction():
        journal.record(office.context.stamp(), "drilled", replace(wrong, findings=2))

    assert not backup_turns.kept(office.context)[0].is_drilled


def test_the_chosen_places_are_searched_too_and_nothing_is_found_twice(office, tmp_path):
    generation = office.backup()
    setup.close()

    assert [each.generation for each in backup_turns.search(office.data, office.clock(), [])] == [generation]
    assert len(backup_turns.search(office.data, office.clock(), [office.stick])) == 1

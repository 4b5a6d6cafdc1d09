import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from paten_desk.domain.errors import Invalid, NoRight
from paten_desk.domain.roles import Role
from paten_desk.paths import keys_dir
from paten_desk.usecases import backup_places

SECOND_DISK = Path("/dev/shm")


def fields(found):
    return {problem.field for problem in found}


def test_a_place_is_remembered_outside_the_data(office):
    assert [target.name for target in backup_places.targets(office.context)] == ["Kartu cadangan 1"]
    assert (keys_dir(office.data) / backup_places.SETTING).is_file()
    assert backup_places.folder_of(office.target) == office.stick / "PATEN cadangan"


def test_a_stick_is_known_by_its_label_wherever_it_is_plugged_in(office, tmp_path):
    elsewhere = tmp_path / "tempat lain"
    shutil.move(office.stick, elsewhere)

    assert backup_places.folder_of(office.target, []) is None
    assert backup_places.folder_of(office.target, [tmp_path / "kosong", elsewhere]) == elsewhere / "PATEN cadangan"


@pytest.mark.parametrize("label", ["{", "[]", "{}", '{"id": "yang lain"}'])
def test_another_stick_in_the_same_hole_is_not_taken_for_ours(office, label):
    (office.stick / backup_places.LABEL).write_text(label)

    assert backup_places.folder_of(office.target, [office.stick]) is None


def test_a_second_disk_is_not_looked_for_among_the_sticks(office, tmp_path):
    disk = tmp_path / "disk kedua"
    disk.mkdir()
    made = backup_places.add(office.context, disk, "Disk kedua", is_stick=False)
    shutil.move(disk, tmp_path / "lain")

    assert backup_places.folder_of(made, [tmp_path / "lain"]) is None


def test_no_citizen_and_no_key_stands_on_the_label(office):
    label = json.loads((office.stick / backup_places.LABEL).read_text())

    assert set(label) == {"id", "office", "name"}


def test_a_place_without_sense_is_refused_under_its_field(office, tmp_path):
    data = office.data

    assert fields(backup_places.check(data, tmp_path / "tidak ada", "")) == {"path", "name"}
    assert fields(backup_places.check(data, data, "Kartu 2")) == {"path"}
    assert fields(backup_places.check(data, keys_dir(data), "Kartu 2")) == {"path"}
    assert fields(backup_places.check(data, office.stick, "Kartu cadangan 1")) == {"name", "path"}
    with pytest.raises(Invalid):
        backup_places.add(office.context, data, "Kartu 2", is_stick=True)


def test_a_place_on_the_disk_of_the_data_is_only_warned_of(office):
    (found,) = backup_places.check(office.data, office.stick, "Kartu 2")

    assert not found.blocks
    assert "disk yang sama" in found.text


def test_a_place_that_is_forgotten_keeps_its_backups(office):
    path = office.backup()

    backup_places.forget(office.context, office.target.id)

    assert backup_places.targets(office.context) == []
    assert path.is_dir()


def test_who_may_not_back_up_may_not_choose_places(office):
    info = replace(office.context, user=replace(office.context.user, roles=(Role.INFO,)))

    with pytest.raises(NoRight):
        backup_places.add(info, office.stick, "Kartu 2", is_stick=True)
    with pytest.raises(NoRight):
        backup_places.forget(info, office.target.id)


def test_a_damaged_setting_counts_as_none(office):
    (keys_dir(office.data) / backup_places.SETTING).write_text("[{}]")

    assert backup_places.targets(office.context) == []


def test_what_is_plugged_in_can_be_listed():
    assert all(path.is_dir() for path in backup_places.sticks())


@pytest.mark.skipif(not SECOND_DISK.is_dir(), reason="no second disk here")
def test_a_place_on_another_disk_is_the_right_one(office):
    with tempfile.TemporaryDirectory(dir=SECOND_DISK) as place:
        assert backup_places.check(office.data, Path(place), "Disk kedua") == []

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from paten_desk.store import generations, mark
from paten_desk.store.generations import Archived, Manifest
from paten_desk.store.proof import Unproven

NOON = datetime(2026, 11, 20, 12, 0)


def a_generation(folder, at, office="o", archive="arsip-2026-20261120-120000.db"):
    path = folder / generations.name_at(at)
    path.mkdir(parents=True)
    (folder / generations.POOL).mkdir(exist_ok=True)
    (folder / generations.POOL / archive).write_bytes(b"x")
    archives = {"arsip-2026.db": Archived(archive, "", 1, "")}
    stamp = at.isoformat()
    made = Manifest(office, "Kantor", "99.99.05", "l", 1, "", "", 1, "0", {"journal": 1}, {}, archives, stamp, stamp)
    generations.write_manifest(path, made)
    return made


def names(folder):
    return [path.name for path, _ in generations.in_folder(folder)]


def test_a_manifest_comes_back_as_it_was_written(tmp_path):
    made = a_generation(tmp_path, NOON)

    ((path, held),) = generations.in_folder(tmp_path)

    assert held == made
    assert held.at == NOON
    assert path.name == "cadangan-20261120-120000"


def test_the_newest_comes_first_and_other_names_are_no_backups(tmp_path):
    a_generation(tmp_path, NOON)
    a_generation(tmp_path, NOON + timedelta(days=1))
    (tmp_path / "cadangan-20261122-120000.part").mkdir()
    (tmp_path / "cadangan lama").mkdir()

    assert names(tmp_path) == ["cadangan-20261121-120000", "cadangan-20261120-120000"]
    assert generations.in_folder(tmp_path / "tidak ada") == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"archives": {}}', '{"archives": {"a": {}}}'])
def test_a_folder_without_a_manifest_is_no_generation(tmp_path, content):
    path = tmp_path / "cadangan-20261120-120000"
    path.mkdir()
    (path / generations.MANIFEST).write_text(content)

    assert generations.in_folder(tmp_path) == []
    with pytest.raises(Unproven, match="daftar isinya"):
        generations.read_manifest(path)


def test_a_manifest_of_a_later_form_says_so(tmp_path):
    a_generation(tmp_path, NOON)
    path = tmp_path / "cadangan-20261120-120000" / generations.MANIFEST
    path.write_text(path.read_text().replace("paten-backup/1", "paten-backup/9"))

    with pytest.raises(Unproven, match="perbarui aplikasi"):
        generations.read_manifest(path.parent)


@pytest.mark.parametrize(
    ("files", "archives"),
    [
        ({"../../tempat lain.txt": ""}, {}),
        ({"slots/../../x.json": ""}, {}),
        ({"/etc/passwd": ""}, {}),
        ({}, {"../arsip-2026.db": "arsip-2026-20261120-120000.db"}),
        ({}, {"arsip-2026.db": "../../rahasia.db"}),
        ({}, {"arsip-2026.db": "arsip-2026-20261120-120000.db.part"}),
    ],
)
def test_a_manifest_that_names_other_places_is_refused(tmp_path, files, archives):
    made = a_generation(tmp_path, NOON)
    path = tmp_path / "cadangan-20261120-120000"
    held = {name: Archived(file, "", 1, "") for name, file in archives.items()}
    generations.write_manifest(path, replace(made, files=files, archives=held))

    with pytest.raises(Unproven, match="berkas asing"):
        generations.read_manifest(path)


def test_seven_days_five_weeks_and_thirteen_months_stay():
    moments = [NOON - timedelta(hours=8 * step) for step in range(3 * 600)]

    stay = generations.kept(moments)

    assert {moment for moment in stay if moment > NOON - timedelta(days=6.9)} == {
        NOON - timedelta(days=day) if not day else (NOON - timedelta(days=day)).replace(hour=20) for day in range(7)
    }
    assert len({moment.strftime("%G-%V") for moment in stay}) >= 5
    assert len({moment.strftime("%Y-%m") for moment in stay}) == 13
    assert len(stay) <= 7 + 5 + 13


def test_rotation_takes_the_old_ones_of_this_office_and_archives_that_none_needs(tmp_path):
    for day in range(20):
        at = NOON - timedelta(days=day)
        a_generation(tmp_path, at, archive=f"arsip-2026-{at.strftime(generations.STAMP)}.db")
    a_generation(tmp_path, NOON - timedelta(days=90), office="lain", archive="arsip-2025-20260101-120000.db")
    (tmp_path / generations.POOL / "catatan.txt").write_text("milik orang")

    gone = generations.rotate(tmp_path, "o")

    left = names(tmp_path)
    assert "cadangan-20261120-120000" in left
    assert generations.name_at(NOON - timedelta(days=90)) in left
    assert set(gone).isdisjoint(left)
    assert len(gone) + len(left) == 21
    pooled = {path.name for path in (tmp_path / generations.POOL).iterdir()}
    assert len(pooled) == len(left) + 1
    assert "catatan.txt" in pooled


def test_what_a_crash_left_is_swept_and_what_others_made_is_not(tmp_path):
    ours, other, empty, gone, pooled = (
        tmp_path / "cadangan-20261120-120000.part",
        tmp_path / "cadangan-20261120-120001.part",
        tmp_path / "cadangan-20261120-120002.part",
        tmp_path / "cadangan-20261120-120003.hapus",
        tmp_path / generations.POOL / "arsip-2026-20261120-120000.db.part",
    )
    for path in (ours, other, empty, gone, pooled.parent, tmp_path / "foto.part"):
        path.mkdir()
    pooled.write_bytes(b"")
    (pooled.parent / "arsip lama.part").write_bytes(b"")
    (empty / "mark.json.tmp").write_bytes(b"{")
    for path, machine in ((ours, "m"), (other, "n")):
        (path / mark.FILE).write_bytes(mark.image(mark.Mark(machine, "o", "l", 1, "", {})))

    generations.sweep(tmp_path, "m")
    generations.sweep(tmp_path / "tidak ada", "m")

    assert {path.name for path in tmp_path.iterdir()} == {other.name, generations.POOL, "foto.part"}
    assert [path.name for path in pooled.parent.iterdir()] == ["arsip lama.part"]


def test_a_sweep_leaves_what_is_not_of_a_backup(tmp_path):
    pool = tmp_path / generations.POOL
    pool.mkdir()
    begun, foreign = pool / "arsip-2026-20261120-120000.db.part", pool / "arsip-catatan.part"
    begun.touch()
    foreign.touch()

    generations.sweep(tmp_path, "mesin")

    assert foreign.exists()
    assert not begun.exists()

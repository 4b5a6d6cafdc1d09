from dataclasses import replace

import pytest
import sqlcipher3

from paten_desk.domain.backups import BackupState, Tone
from paten_desk.domain.errors import NoRight, NotFound
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.paths import keys_dir
from paten_desk.store import backups as store
from paten_desk.store import connection, generations, journal, mark
from paten_desk.store.backup import BackupFailed
from paten_desk.store.proof import Unproven
from paten_desk.usecases import backup_places, backups, checks, requests
from paten_desk.usecases.backups import Moment
from tests.backing import flip
from tests.builders import a_request, a_visit


def test_a_backup_is_made_proven_and_on_record(office):
    path = office.backup()

    made = backups.standing(office.context).proven
    assert (made.state, made.target, made.generation) == (BackupState.PROVEN, "Kartu cadangan 1", path.name)
    assert made.sequence == journal.head().length - 1
    assert made.documents == 1
    assert backups.verify(path, office.context.data_key).sequence == made.sequence
    assert checks.check(office.context).findings == ()


def test_everything_that_opens_the_data_is_in_it_and_no_signing_key(office):
    path = office.backup()

    names = {each.relative_to(path).as_posix() for each in path.rglob("*") if each.is_file()}
    assert {"paten.db", "office.json", "recovery.age", "mark.json", "manifest.json", "BACA SAYA.txt"} < names
    assert sum(name.startswith("slots/") for name in names) == 2
    assert not list(office.stick.rglob("*.key"))


def test_the_stick_carries_the_mark_of_the_newest_record(office):
    office.backup()

    assert mark.read(office.folder) == mark.read(keys_dir(office.data))
    assert mark.read(office.folder).sequence == journal.head().length


def test_a_backup_is_due_at_the_closing_when_anything_is_new(office):
    assert backups.due(office.context, Moment.CLOSING).is_due
    office.backup()
    assert not backups.due(office.context, Moment.CLOSING).is_due
    assert not backups.due(office.context, Moment.LEAVING).is_due
    a_request(office.context, serial=7)
    assert backups.due(office.context, Moment.LEAVING).is_due
    assert not backups.due(office.context).is_due


def test_a_backup_is_due_after_two_hundred_records(office):
    office.backup()
    serial = 10
    while journal.head().length < backups.standing(office.context).proven.sequence + 201:
        assert not backups.due(office.context).is_due
        requests.register(office.context, a_visit(office.context, serial=serial))
        serial += 1

    assert backups.due(office.context).is_due
    assert backups.due(office.context).records >= 200


def test_sticks_take_turns_and_the_one_at_home_is_named(office, tmp_path):
    other = tmp_path / "KARTU 2"
    other.mkdir()
    second = backup_places.add(office.context, other, "Kartu cadangan 2", is_stick=True)
    office.backup()

    assert [target.name for target in backups.due(office.context).here] == ["Kartu cadangan 2", "Kartu cadangan 1"]
    (other / backup_places.LABEL).unlink()
    assert backups.due(office.context, plugged=[]).missing == (second,)


def test_a_backup_that_fails_is_on_record_and_told(office):
    (office.stick / backup_places.LABEL).unlink()

    with pytest.raises(BackupFailed, match="belum terpasang"):
        backups.make(office.context, office.target)

    newest = store.newest()[0]
    assert newest.state is BackupState.FAILED
    assert "belum terpasang" in newest.reason
    assert backups.standing(office.context).proven is None


def test_a_backup_into_a_folder_named_by_hand_counts_too(office, tmp_path):
    made = backups.make_in(office.context, tmp_path / "lain")

    assert (tmp_path / "lain" / made.generation).is_dir()
    with pytest.raises(BackupFailed, match="data kantor sendiri"):
        backups.make_in(office.context, office.data / "cadangan")
    info = replace(office.context, user=replace(office.context.user, roles=(Role.INFO,)))
    with pytest.raises(NoRight):
        backups.make_in(info, tmp_path / "lain")


def test_a_drill_restores_checks_and_opens_the_last_receipts(office):
    office.backup()
    before = {path.name for path in office.data.parent.iterdir()}

    done = backups.drill(office.context, office.target)

    assert done.findings == ()
    assert done.records == done.made.sequence
    assert [each.number for each in done.tried] == ["0003/PATEN/2026", "0002/PATEN/2026", "0001/PATEN/2026"]
    assert done.tried[-1].letter
    assert backups.standing(office.context).drilled == done.result
    assert {path.name for path in office.data.parent.iterdir()} == before


def test_a_drill_reads_the_copy_and_not_the_office(office):
    office.backup()
    a_request(office.context, Status.HANDED_OVER, serial=9)

    done = backups.drill(office.context, office.target)

    assert done.tried[0].number == "0003/PATEN/2026"
    assert done.records < journal.head().length


def test_a_drill_tells_what_it_found_and_the_slip_says_so(office):
    key = office.context.data_key
    connection.close()
    tool = sqlcipher3.connect(str(office.data / "paten.db"), isolation_level=None)
    tool.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    tool.execute("UPDATE request SET name = 'ORANG LAIN' WHERE number LIKE '0002%'")
    tool.close()
    office.reopen()
    office.backup()

    done = backups.drill(office.context, office.target)

    assert len(done.findings) == done.result.findings == 1
    assert b"%PDF" in backups.slip(office.context, done)[:8]


def test_a_drill_on_a_rotten_backup_says_so_and_leaves_no_copy(office):
    path = office.backup()
    flip(path / "paten.db", 9000)
    (office.data.parent / "uji-pulih-lama").mkdir()

    with pytest.raises(Unproven):
        backups.drill(office.context, office.target)

    assert not list(office.data.parent.glob("uji-pulih-*"))


def test_a_drill_needs_its_stick_and_a_backup_on_it(office):
    with pytest.raises(NotFound, match="Tidak ada cadangan"):
        backups.drill(office.context, office.target)
    (office.stick / backup_places.LABEL).unlink()
    with pytest.raises(BackupFailed, match="belum terpasang"):
        backups.drill(office.context, office.target, plugged=[])


def test_what_the_status_line_says_is_true(office):
    begun = backups.standing(office.context)
    assert (begun.backup_tone, begun.drill_tone) == (Tone.LATE, Tone.GOOD)
    assert begun.sentence == "Belum ada cadangan teruji"

    office.backup()
    fresh = backups.standing(office.context)
    assert fresh.backup_tone is Tone.GOOD
    assert fresh.sentence == "Cadangan teruji Jumat, 20 November 2026 09.31"

    a_request(office.context, serial=8)
    office.clock.forward(days=2)
    assert backups.standing(office.context).backup_tone is Tone.WARN
    office.clock.forward(days=40)
    assert backups.standing(office.context).backup_tone is Tone.LATE
    assert backups.standing(office.context).drill_tone is Tone.LATE


def test_a_folder_a_place_and_a_generation_all_lead_to_the_backups(office, tmp_path):
    path = office.backup()

    for start in (office.stick, office.folder, path):
        assert backups.in_folder(start)[0][0] == path
    with pytest.raises(NotFound, match="cadangan-"):
        backups.in_folder(tmp_path)
    (path / generations.MANIFEST).unlink()
    with pytest.raises(Unproven):
        backups.in_folder(path)

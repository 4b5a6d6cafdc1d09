import shutil
from dataclasses import replace

import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import PatenError, StoreUnavailable
from paten_desk.paths import keys_dir
from paten_desk.store import connection, front, generations, journal, ledgers, mark
from paten_desk.store.packing import unpack
from paten_desk.store.proof import Unproven
from paten_desk.usecases import checks, guards, requests, restoring, sample, setup, unlocking
from tests.backing import PASSWORD, flip, opened
from tests.builders import a_request, a_visit


def content(folder):
    """What a folder holds; the checkpoint at the closing may touch the main file."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def backed(office):
    """A generation, and ten requests registered after it."""
    generation = office.backup()
    for serial in range(10, 20):
        a_request(office.context, serial=serial)
    mark.write_now()
    return generation


def test_an_old_backup_comes_back_in_a_ledger_of_its_own_and_gives_no_number_twice(office, backed):
    used = {row.number for serial in range(1, 14) for row in requests.find(office.context, f"{serial:04}")}

    done = restoring.restore(office.data, opened(office, backed), clock=office.clock)
    (made,) = requests.register(done.context, a_visit(done.context, serial=60))

    assert made.number == "L2-0001/PATEN/2026"
    assert made.number not in used
    assert done.lost == {("request", 2026): 13}
    assert not done.new_card
    assert guards.found(done.context) == []
    assert checks.check(done.context).findings == ()
    assert [place.role for place in ledgers.office_ledgers()] == [ledgers.PAST, ledgers.OWN]
    held = mark.read(keys_dir(office.data))
    assert (held.ledger, held.prefix) == (journal.head().ledger, "L2")


def test_every_number_that_is_lost_is_explained_one_by_one(office, backed):
    restoring.restore(office.data, opened(office, backed), clock=office.clock)

    found = connection.sql("SELECT first, last, state FROM number_entry ORDER BY first")
    assert [(first, state) for first, _, state in found] == [(number, "lost") for number in range(4, 14)]


def test_two_people_stand_in_the_record_of_a_restore(office, backed):
    restoring.restore(office.data, opened(office, backed), note="Disk rusak", clock=office.clock)

    bodies = [unpack(body) for (body,) in connection.sql("SELECT body FROM journal ORDER BY id DESC LIMIT 20")]
    restored = next(body for body in bodies if b"backup.restored.v1" in body)
    assert f'"approver":"{office.second}"'.encode() in restored
    assert f'"actor":"{office.context.user.id}"'.encode() in restored


def test_what_was_there_before_is_kept_whole(office, backed):
    head = journal.head()
    setup.close()
    before = content(office.data)

    done = restoring.restore(office.data, opened(office, backed), clock=office.clock)

    assert done.aside.name.startswith("kantor-sebelum-pulih-2026")
    assert before - content(done.aside) <= {"paten.db-wal", "paten.db-shm"}
    setup.close()
    connection.open_file(done.aside / "paten.db", office.context.data_key)
    assert journal.head() == head


def test_a_new_computer_gets_the_office_with_new_keys_by_the_recovery_sheet(office, backed, tmp_path):
    setup.close()
    data = tmp_path / "komputer baru" / "kantor"
    plan = restoring.plan(data, office.stick, office.clock())
    assert plan.is_new
    (found,) = plan.found
    assert (found.generation, found.refusal, found.missing) == (backed, "", 0)
    assert len(plan.steps) == 5

    made = unlocking.open_by_sheet(backed, office.context.user.id, office.secret, "sandi baru yang panjang")
    done = restoring.restore(data, made, BranchReason.MOVED, clock=office.clock)

    assert done.new_card
    assert done.aside is None
    assert not list(data.parent.glob("*sebelum-pulih*"))
    requests.register(done.context, a_visit(done.context, serial=61))
    setup.close()
    assert setup.unlock(data, office.context.user.id, "sandi baru yang panjang", office.clock).office.sample


def test_a_re_installed_computer_is_asked_for_its_backup_and_loses_no_number(office, backed):
    """The keys and the mark beside the data survived; the data did not."""
    setup.close()
    shutil.rmtree(office.data)
    plan = restoring.plan(office.data, office.stick, office.clock())
    assert not plan.is_new
    assert plan.found[0].missing > 10

    done = restoring.restore(office.data, opened(office, backed), clock=office.clock)

    assert done.lost == {("request", 2026): 13}
    assert not done.new_card


def test_setting_up_anew_on_such_a_computer_keeps_the_old_keys_and_mark(office):
    setup.close()
    held = content(keys_dir(office.data))
    shutil.rmtree(office.data)

    setup.create(office.data, replace(sample.draft(), users=sample.draft().users[:1]), office.clock)

    assert content(office.data.parent / "kantor kunci-lama-1") == held


def test_a_second_restore_from_the_same_stick_prints_other_numbers(office, backed, tmp_path):
    restoring.restore(office.data, opened(office, backed), clock=office.clock)
    setup.close()

    done = restoring.restore(tmp_path / "baru" / "kantor", opened(office, backed), clock=office.clock)
    (made,) = requests.register(done.context, a_visit(done.context, serial=62))

    assert made.number.startswith("L3-")


def test_what_is_in_a_backup_can_be_seen_before_anything_is_changed(office, backed):
    before = journal.head()

    seen = restoring.look(office.data, opened(office, backed))

    assert seen.records == generations.read_manifest(backed).sequence
    assert seen.missing == before.length - seen.records - restoring.OWN
    assert seen.lost == {("request", 2026): 13}
    assert {user.display for user in seen.users} == {"Petugas Contoh", "Kasi Contoh"}
    assert journal.head() == before


def test_a_damaged_backup_changes_nothing(office, backed):
    made = opened(office, backed)
    flip(backed / "paten.db", 9000)

    with pytest.raises(Unproven):
        restoring.restore(office.data, made, clock=office.clock)
    with pytest.raises(Unproven):
        restoring.look(office.data, made)

    assert guards.found(office.context) == []
    assert requests.register(office.context, a_visit(office.context, serial=63))
    assert not list(office.data.parent.glob("*.part"))


def test_a_backup_of_another_office_is_refused_and_changes_nothing(office, tmp_path):
    other, _ = setup.create(tmp_path / "lain", replace(sample.draft(), users=sample.draft().users[:1]), office.clock)
    setup.close()
    generation = office.backup_of(other, tmp_path / "stick lain")
    office.reopen()

    (found,) = restoring.plan(office.data, generation, office.clock()).found
    assert "bukan kantor yang ada" in found.refusal
    with pytest.raises(PatenError, match="bukan kantor yang ada") as caught:
        restoring.restore(office.data, unlocking.open_by_password(generation, other.user.id, PASSWORD))
    assert "tidak diubah" in caught.value.hint


def test_without_a_mark_the_name_of_the_office_decides(office, backed):
    (keys_dir(office.data) / mark.FILE).unlink()
    assert restoring.plan(office.data, backed, office.clock()).found[0].refusal == ""

    front.write_front(office.data, front.Front("Kecamatan Lain", {}))

    assert "bukan kantor" in restoring.plan(office.data, backed, office.clock()).found[0].refusal


def test_a_backup_of_a_newer_program_is_refused(office, backed):
    path = backed / generations.MANIFEST
    schema = generations.read_manifest(backed).schema
    path.write_text(path.read_text().replace(f'"schema": {schema}', '"schema": 99'))

    with pytest.raises(PatenError, match="lebih baru"):
        restoring.restore(office.data, opened(office, backed))


def test_a_folder_in_the_cloud_is_no_place_to_restore_to(office, backed, tmp_path):
    with pytest.raises(PatenError, match="awan"):
        restoring.restore(tmp_path / "Dropbox" / "kantor", opened(office, backed))


def test_wrong_tries_of_the_old_computer_do_not_come_along(office):
    shown = front.read_front(office.data)
    shown.tries[office.second] = 7
    front.write_front(office.data, shown)
    generation = office.backup()

    restoring.restore(office.data, opened(office, generation), clock=office.clock)

    assert front.read_front(office.data).tries == {}


def test_a_place_where_nothing_can_be_written_is_said_before_anything_is_copied(office, backed):
    office.data.with_name("kantor pulih.part").write_bytes(b"berkas orang")

    with pytest.raises(StoreUnavailable, match="belum dimulai"):
        restoring.restore(office.data, opened(office, backed), clock=office.clock)

    assert guards.found(office.context) == []


def test_what_an_interrupted_copy_left_is_taken_away(office, backed):
    left = office.data.with_name("kantor pulih.part")
    left.mkdir()
    (left / "paten.db").write_bytes(b"setengah")

    restoring.restore(office.data, opened(office, backed), clock=office.clock)

    assert not left.exists()


def test_a_backup_whose_front_is_damaged_still_shows_in_the_list(office, backed):
    (backed / "office.json").write_text("{")

    assert restoring.plan(office.data, backed, office.clock()).found[0].staff == ()


def test_a_damaged_login_list_stands_in_no_way(office, backed):
    (office.data / front.FILE).write_text("{")

    (found,) = restoring.plan(office.data, backed, office.clock()).found
    assert found.refusal == ""
    restoring.restore(office.data, opened(office, backed), clock=office.clock)

    assert front.read_front(office.data).office == found.made.name


def test_right_after_a_backup_nothing_is_missing(office):
    generation = office.backup()

    assert restoring.look(office.data, opened(office, generation)).missing == 0

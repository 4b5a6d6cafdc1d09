import resource
from datetime import timedelta

import pytest
import sqlcipher3

from paten_desk.store import archive, backup, connection, generations
from paten_desk.store.backup import BackupFailed
from paten_desk.store.proof import Unproven
from tests.backing import WHOSE, flip, made_at
from tests.conftest import KEY, MORNING
from tests.faults.harness import killed_child


def test_two_backups_of_one_second_do_not_mix(filled, stick):
    made_at(stick)

    with pytest.raises(BackupFailed, match="baru saja dibuat"):
        made_at(stick)


class Stopped(Exception):
    pass


@pytest.mark.parametrize("after", range(7))
def test_a_backup_that_is_stopped_leaves_nothing_behind(filled, stick, after):
    kept = made_at(stick)
    archive.put(b"%PDF lagi", 2026)
    said = []

    def stop(done, total, text=""):
        said.append(text)
        if len(said) > after:
            raise Stopped

    with pytest.raises(Stopped):
        backup.make(stick, KEY, WHOSE, MORNING + timedelta(hours=1), stop)

    assert [path for path, _ in generations.in_folder(stick)] == [kept]
    assert not list(stick.glob("*.part"))
    assert backup.prove(kept, KEY)
    assert backup.prove(made_at(stick, hours=2), KEY)


def test_a_damaged_database_is_not_passed_off_as_a_backup(filled, stick, tmp_path):
    kept = made_at(stick)
    connection.close()
    flip(tmp_path / "paten.db", 4096 * 30 + 50)
    connection.open_file(tmp_path / "paten.db", KEY)

    with pytest.raises(BackupFailed, match="sendiri rusak") as caught:
        made_at(stick, minutes=1)

    assert "Jangan hapus apa pun" in caught.value.hint
    assert [path for path, _ in generations.in_folder(stick)] == [kept]


def test_a_damaged_chain_is_not_passed_off_as_a_backup(filled, stick, tmp_path):
    tool = sqlcipher3.connect(str(tmp_path / "paten.db"), isolation_level=None)
    tool.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    tool.execute("UPDATE ledger SET head = zeroblob(32)")
    tool.close()

    with pytest.raises(Unproven):
        made_at(stick)

    assert generations.in_folder(stick) == []


def test_a_place_that_is_full_is_said_and_keeps_the_last_backup(filled, stick):
    kept = made_at(stick)

    def work(show):
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        try:
            made_at(stick, minutes=1)
        except BackupFailed as error:
            show(str(error))

    (said,) = killed_child(work, 20)

    assert "tempatnya" in said
    assert "cadangan terakhir tetap utuh" in said
    assert [path for path, _ in generations.in_folder(stick)] == [kept]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "penuh"),
        (sqlcipher3.OperationalError("database or disk is full"), "penuh"),
        (OSError(5, "Input/output error"), "tidak dapat ditulis"),
        (sqlcipher3.DatabaseError("database disk image is malformed"), "sendiri rusak"),
    ],
)
def test_what_the_medium_says_is_put_into_words(error, said):
    with pytest.raises(BackupFailed, match=said), backup._said():
        raise error


def test_a_folder_that_cannot_be_made_is_said(filled, tmp_path):
    (tmp_path / "berkas").touch()

    with pytest.raises(BackupFailed, match="tidak dapat ditulis"):
        made_at(tmp_path / "berkas")

import shutil
import threading
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from paten_desk.store import archive, backup, connection, generations, mark, proof
from paten_desk.store.backup import BackupFailed
from paten_desk.store.connection import transaction
from paten_desk.store.proof import Unproven
from paten_desk.usecases import requests
from tests.backing import WHOSE, flip, made_at
from tests.builders import a_visit
from tests.conftest import KEY, MORNING

CLICK_MS = 250  # a loaded machine; benchmarks/backup.py has the bound of 100 ms


def test_a_backup_is_named_only_when_it_is_proven(filled, stick):
    path = made_at(stick)

    assert path.name == "cadangan-20261120-093000"
    assert backup.prove(path, KEY).sequence == generations.read_manifest(path).sequence
    assert sorted(each.name for each in path.iterdir()) == ["BACA SAYA.txt", "manifest.json", "mark.json", "paten.db"]
    assert [each.name for each in (stick / "arsip").iterdir()] == ["arsip-2026-20261120-093000.db"]
    assert mark.read(stick) == WHOSE.mark


def test_the_counter_goes_on_while_a_backup_is_made(filled, stick):
    for serial in range(2, 40):
        requests.register(filled, a_visit(filled, serial=serial))
    waits, stop = [], threading.Event()

    def click():
        serial = 100
        while not stop.is_set():
            start = time.perf_counter()
            requests.register(filled, a_visit(filled, serial=serial))
            waits.append((time.perf_counter() - start) * 1000)
            serial += 1

    clicking = threading.Thread(target=click)
    clicking.start()
    try:
        for minutes in range(8):
            made_at(stick, minutes=minutes)
    finally:
        stop.set()
        clicking.join()

    assert len(waits) > 5
    assert max(waits) < CLICK_MS
    assert all(backup.prove(path, KEY) for path, _ in generations.in_folder(stick))


def test_a_backup_holds_one_moment_and_nothing_half_done(filled, stick):
    with transaction():
        connection.sql("INSERT INTO draft VALUES ('a', 'b', 'c', 'd')")
        path = made_at(stick)

    assert generations.read_manifest(path).counts["draft"] == 0


def test_no_word_of_the_data_stands_readable_on_the_stick(filled, stick):
    (made,) = requests.find(filled, "0001")
    made_at(stick)

    content = b"".join(path.read_bytes() for path in stick.rglob("*") if path.is_file())

    assert made.name.encode() not in content
    assert made.nik.encode() not in content
    assert b"SQLite format" not in content
    assert KEY not in content


def test_archives_are_copied_when_they_hold_other_documents(filled, stick):
    first = generations.read_manifest(made_at(stick)).archives["arsip-2026.db"]
    same = generations.read_manifest(made_at(stick, minutes=1)).archives["arsip-2026.db"]
    archive.put(b"%PDF lagi", 2026)
    other = generations.read_manifest(made_at(stick, minutes=2)).archives["arsip-2026.db"]

    assert same == first
    assert other.file != first.file
    assert (first.documents, other.documents) == (1, 2)


def test_an_archive_that_somebody_took_from_the_stick_is_copied_again(filled, stick):
    made_at(stick)
    shutil.rmtree(stick / "arsip")

    path = made_at(stick, minutes=1)

    assert backup.prove(path, KEY)


def test_an_archive_that_rotted_on_the_stick_is_copied_again(filled, stick):
    rotten = generations.read_manifest(made_at(stick)).archives["arsip-2026.db"].file
    flip(stick / "arsip" / rotten, 5000)

    path = made_at(stick, days=1)

    assert generations.read_manifest(path).archives["arsip-2026.db"].file != rotten
    assert backup.prove(path, KEY)


def test_the_archive_of_another_office_on_the_same_disk_is_not_taken_for_ours(filled, stick):
    backup.make(stick, KEY, replace(WHOSE, office="lain"), MORNING - timedelta(days=1))

    path = made_at(stick)

    assert generations.read_manifest(path).archives["arsip-2026.db"].file == "arsip-2026-20261120-093000.db"


def test_any_flipped_byte_of_a_backup_is_found_and_the_older_one_still_holds(filled, stick):
    older, newer = made_at(stick), made_at(stick, days=1)
    archive.put(b"%PDF lagi", 2026)
    newest = made_at(stick, days=2)

    for path in (newest / "paten.db", newest / "mark.json", stick / "arsip" / "arsip-2026-20261122-093000.db"):
        for offset in range(50, path.stat().st_size, 4096):
            flip(path, offset)
            with pytest.raises(Unproven):
                backup.prove(newest, KEY)
            flip(path, offset)

    assert backup.prove(newest, KEY)
    assert backup.prove(newer, KEY)
    assert backup.prove(older, KEY)


@pytest.mark.parametrize("lost", ["paten.db", "mark.json", "../arsip/arsip-2026-20261120-093000.db"])
def test_a_file_that_is_gone_is_found(filled, stick, lost, tmp_path_factory):
    path = made_at(stick)
    (path / lost).unlink()

    with pytest.raises(Unproven):
        backup.prove(path, KEY)
    with pytest.raises(Unproven):
        backup.copy_out(path, tmp_path_factory.mktemp("out"), KEY) if lost != "mark.json" else backup.prove(path, KEY)


def test_a_manifest_that_tells_of_another_database_is_found(filled, stick, tmp_path_factory):
    path = made_at(stick)
    text = (path / "manifest.json").read_text()
    sequence = generations.read_manifest(path).sequence
    (path / "manifest.json").write_text(text.replace(f'"sequence": {sequence}', f'"sequence": {sequence + 1}'))

    with pytest.raises(Unproven, match="bukan yang tertulis"):
        backup.prove(path, KEY)
    with pytest.raises(Unproven, match="bukan yang tertulis"):
        backup.copy_out(path, tmp_path_factory.mktemp("out"), KEY)


def test_an_archive_with_fewer_documents_than_promised_is_found(filled, stick, tmp_path_factory):
    path = made_at(stick)
    text = (path / "manifest.json").read_text()
    (path / "manifest.json").write_text(text.replace('"documents": 1', '"documents": 2'))

    with pytest.raises(Unproven):
        backup.prove(path, KEY)
    with pytest.raises(Unproven):
        backup.copy_out(path, tmp_path_factory.mktemp("out"), KEY)


def test_a_copy_that_came_out_is_a_data_folder(filled, stick, tmp_path_factory):
    path = made_at(stick)
    out = tmp_path_factory.mktemp("out")

    backup.copy_out(path, out, KEY)

    assert sorted(each.name for each in out.iterdir()) == ["arsip-2026.db", "paten.db"]
    connection.open_file(out / "paten.db", KEY)
    assert requests.find(filled, "0001")


def test_a_damaged_file_does_not_come_out(filled, stick, tmp_path_factory):
    path = made_at(stick)
    flip(path / "paten.db", 5000)

    with pytest.raises(Unproven, match=r"paten\.db"):
        backup.copy_out(path, tmp_path_factory.mktemp("out"), KEY)


def test_a_server_is_backed_up_by_its_administrator(context_on_both, both_engines, stick):
    if both_engines == "postgresql":
        with pytest.raises(BackupFailed, match="server"):
            made_at(stick)
    else:
        assert made_at(stick).exists()


def test_a_copy_made_by_a_file_manager_while_the_office_works_is_no_backup(filled, tmp_path, tmp_path_factory):
    """What was written since the last checkpoint stays behind in the write-ahead log."""
    copy = tmp_path_factory.mktemp("salinan") / "paten.db"
    shutil.copyfile(tmp_path / "paten.db", copy)

    with pytest.raises(Unproven):
        proof.prove_database(copy, KEY)
    with pytest.raises(Unproven):
        backup.prove(copy.parent, KEY)

import hashlib
from pathlib import Path

import pytest
import sqlcipher3

from paten_desk.store import connection, copying, proof
from paten_desk.store.proof import Unproven, silent
from tests.backing import flip
from tests.builders import a_request
from tests.conftest import KEY

PAGE_BYTES = 4096


def flip_in(path, table):
    """Damage the page on which a table begins, in the file and not in the write-ahead log."""
    (page,) = connection.sql("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))[0]
    flip(path, (page - 1) * PAGE_BYTES + 99)


def test_a_file_is_copied_whole_or_refused(tmp_path):
    source, target = tmp_path / "a", tmp_path / "b" / "c"
    source.write_bytes(b"x" * (copying.CHUNK + 5))
    digest = hashlib.sha256(source.read_bytes()).hexdigest()

    copying.copy_file(source, target, digest, silent)

    assert target.read_bytes() == source.read_bytes()
    assert copying.sum_of(target, silent) == digest
    with pytest.raises(Unproven):
        copying.copy_file(source, target, "0" * 64, silent)
    with pytest.raises(Unproven):
        copying.copy_file(tmp_path / "tidak ada", target, digest, silent)
    with pytest.raises(Unproven):
        copying.sum_of(tmp_path / "tidak ada", silent)


def test_a_database_is_copied_as_its_reader_sees_it(context, tmp_path):
    a_request(context)
    with proof.opened(tmp_path / "paten.db", KEY) as source:
        source.execute("BEGIN")
        expected = proof.facts(source)
        a_request(context, serial=2)
        copying.copy_database(source, tmp_path / "salinan.db", KEY, silent)

    assert proof.prove_database(tmp_path / "salinan.db", KEY) == expected
    assert not list(tmp_path.glob("salinan.db-*"))


def test_a_page_torn_by_a_power_cut_while_the_log_was_moved_in_is_no_damage(context, tmp_path):
    connection.current().writer.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    a_request(context)
    flip_in(tmp_path / "paten.db", "ledger")

    copying.demand_sealed(tmp_path / "paten.db", KEY)

    assert proof.is_sealed(tmp_path / "paten.db", KEY)


def test_a_page_that_is_damaged_and_nowhere_else_is_not_copied(context, tmp_path):
    a_request(context)
    connection.current().writer.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    flip_in(tmp_path / "paten.db", "letter")

    with pytest.raises(sqlcipher3.DatabaseError, match="malformed"):
        copying.demand_sealed(tmp_path / "paten.db", KEY)


def test_a_copy_that_the_engine_keeps_in_memory_is_refused(context, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    target = Path(":memory:")  # a name that means no file to the engine, which says nothing of it
    target.touch()

    with proof.opened(tmp_path / "paten.db", KEY) as source, pytest.raises(sqlcipher3.OperationalError, match="plain"):
        copying.copy_database(source, target, KEY, silent)

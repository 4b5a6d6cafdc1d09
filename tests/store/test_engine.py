import sqlite3
import sys

import pytest
import sqlcipher3

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import connection, engine

KEY = bytes(range(32))


def test_the_linked_sqlite_is_free_of_the_wal_reset_bug():
    engine.check_version(sqlcipher3.sqlite_version_info)


def test_a_vulnerable_sqlite_is_refused_with_a_way_out():
    with pytest.raises(StoreUnavailable, match="terlalu lama") as caught:
        engine.check_version((3, 51, 2))

    assert "Pasang ulang" in caught.value.hint


def test_a_plain_sqlite_that_would_ignore_the_key_is_refused():
    plain = sqlite3.connect(":memory:")
    answer = plain.execute("PRAGMA cipher_version").fetchone()

    with pytest.raises(StoreUnavailable, match="tidak mengenkripsi"):
        engine.check_cipher(answer)


def test_the_whole_program_refuses_to_start_on_a_plain_sqlite(tmp_path, monkeypatch):
    from playhouse import sqlcipher_ext

    monkeypatch.setattr(sqlcipher_ext, "sqlcipher", sqlite3)

    with pytest.raises(StoreUnavailable):
        connection.open_file(tmp_path / "paten.db", KEY)

    assert "sqlcipher3" in sys.modules


def test_no_word_of_the_data_stands_readable_on_the_disk(tmp_path):
    connection.open_file(tmp_path / "paten.db", KEY)
    with connection.transaction():
        connection.sql("INSERT INTO draft VALUES ('a', 'b', 'c', 'SITI RAHASIA CONTOH')")
    files = [path.read_bytes() for path in tmp_path.iterdir()]
    connection.close()
    files += [path.read_bytes() for path in tmp_path.iterdir()]

    assert not any(b"RAHASIA" in content or b"SQLite format" in content for content in files)


def test_a_wrong_key_is_a_sentence_and_changes_nothing(tmp_path):
    connection.open_file(tmp_path / "paten.db", KEY)
    connection.close()
    before = (tmp_path / "paten.db").read_bytes()

    with pytest.raises(StoreUnavailable, match="tidak dapat dibuka dengan kunci ini"):
        connection.open_file(tmp_path / "paten.db", bytes(32))

    assert (tmp_path / "paten.db").read_bytes() == before


def test_every_pragma_took(store):
    for name, wanted in engine.WRITER_PRAGMAS.items():
        row = connection.current().writer.execute_sql(f"PRAGMA {name}").fetchone()
        assert row is None or str(row[0]).lower() == str(wanted), name


def test_the_reader_sees_no_uncommitted_rows_and_cannot_write(both_engines):
    reader = connection.current().reader
    with connection.transaction():
        connection.sql("INSERT INTO draft VALUES ('a', 'b', 'c', 'd')")
        assert reader.execute_sql("SELECT count(*) FROM draft").fetchone()[0] == 0

    assert connection.sql("SELECT count(*) FROM draft")[0][0] == 1
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        connection.sql("DELETE FROM draft")


def test_a_full_disk_is_said_in_words_and_nothing_is_half_stored(store):
    writer = connection.current().writer
    writer.execute_sql(f"PRAGMA max_page_count = {writer.execute_sql('PRAGMA page_count').fetchone()[0] + 2}")

    def fill():
        with connection.transaction():
            for number in range(200):
                connection.sql("INSERT INTO draft VALUES (?, 'p', 't', ?)", (str(number), "x" * 1000))

    with pytest.raises(StoreUnavailable, match="penuh"):
        fill()

    assert connection.sql("SELECT count(*) FROM draft")[0][0] == 0


def test_a_server_that_does_not_answer_is_a_sentence():
    with pytest.raises(StoreUnavailable, match="tidak dapat dihubungi"):
        connection.open_server("postgresql://nobody@127.0.0.1:1/none")


@pytest.mark.parametrize("hostile", ["'; DROP TABLE journal; --", '" OR 1=1', "x' UNION SELECT 1 --", "%s ? {0} \\"])
def test_hostile_words_stay_words(both_engines, hostile):
    with connection.transaction():
        connection.sql("INSERT INTO draft VALUES (?, ?, ?, ?)", (hostile, hostile, "t", hostile))

    assert connection.sql("SELECT body FROM draft WHERE owner = ?", (hostile,)) == [(hostile,)]
    assert connection.sql("SELECT count(*) FROM journal")[0][0] == 0

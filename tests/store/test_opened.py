import peewee
import pytest
import sqlcipher3

from paten_desk.store import connection, opened
from paten_desk.store.connection import transaction
from tests.backing import flip
from tests.builders import a_request
from tests.conftest import KEY

PAGE_BYTES = 4096


def test_a_sound_database_is_whole_and_gives_no_number_twice(context_on_both):
    a_request(context_on_both)

    assert opened.is_whole()
    assert opened.numbers_behind() == []


def test_a_book_that_went_back_is_named(context_on_both):
    a_request(context_on_both, serial=1)
    a_request(context_on_both, serial=2)

    with transaction():
        connection.sql("UPDATE number SET last = 1")

    assert opened.numbers_behind() == [("request", 2026, 1, 2)]


def test_a_damaged_page_in_use_is_found_or_the_file_does_not_open(context, tmp_path):
    a_request(context)
    connection.close()
    path = tmp_path / "paten.db"
    pages = path.stat().st_size // PAGE_BYTES
    found = 0
    for page in range(pages):
        flip(path, page * PAGE_BYTES + 99)
        try:
            connection.open_file(path, KEY)
        except connection.StoreUnavailable:
            found += 1
        else:
            found += not opened.is_whole()
        connection.close()
        flip(path, page * PAGE_BYTES + 99)

    assert found == pages > 50


def test_a_big_file_does_not_keep_a_clerk_waiting(context, monkeypatch, tmp_path):
    a_request(context)
    monkeypatch.setattr(opened, "TICKS", 100)
    assert opened.is_whole(budget_s=-1)  # cut short in the middle
    monkeypatch.setattr(opened, "TICKS", 1)
    connection.current().writer.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    flip(tmp_path / "paten.db", 4096 * 40 + 99)
    connection.open_file(tmp_path / "paten.db", KEY)

    assert opened.is_whole(budget_s=-1)  # no time at all: nothing is looked at
    assert not opened.is_whole()


def test_trouble_that_is_no_damage_is_not_hidden(store):
    reader = connection.current().reader.connection()
    reader.set_authorizer(lambda action, *words: sqlcipher3.SQLITE_DENY)

    with pytest.raises(peewee.DatabaseError, match="not authorized"):
        opened.is_whole()

    reader.set_authorizer(None)

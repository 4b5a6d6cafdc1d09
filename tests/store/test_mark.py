import json
from dataclasses import replace

import pytest

from paten_desk.domain.ledger import text_of
from paten_desk.store import connection, journal, mark
from paten_desk.store.connection import transaction
from paten_desk.usecases import requests
from tests.builders import a_request, a_visit


@pytest.fixture
def keys(tmp_path_factory):
    return tmp_path_factory.mktemp("kunci")


def test_the_mark_says_how_far_the_office_has_come(context, keys):
    a_request(context)

    mark.keep(context.office.id, keys)

    held, head = mark.read(keys), journal.head()
    assert (held.ledger, held.sequence, held.leaf) == (head.ledger, head.length, text_of(head.leaf))
    assert held.numbers == {("request", 2026): 1}
    assert held.business_date == "2026-11-20"
    assert held.prefix == ""


def test_nothing_of_a_citizen_stands_in_it(context, keys):
    made = a_request(context)
    mark.keep(context.office.id, keys)

    text = (keys / mark.FILE).read_text()

    assert made.personal.applicant.nik not in text
    assert made.personal.applicant.name not in text


def test_it_is_written_again_after_twenty_records_and_not_after_each(context, keys):
    mark.keep(context.office.id, keys)
    begun = mark.read(keys).sequence

    for serial in range(1, 30):
        requests.register(context, a_visit(context, serial=serial))
        behind = journal.head().length - mark.read(keys).sequence
        assert behind < mark.EVERY

    assert mark.read(keys).sequence > begun + mark.EVERY


def test_a_mark_that_cannot_be_written_stops_nothing(context, tmp_path_factory):
    in_the_way = tmp_path_factory.mktemp("kunci") / "berkas"
    in_the_way.mkdir()
    (in_the_way / mark.FILE).mkdir()  # a folder where the file should be
    mark.keep(context.office.id, in_the_way)

    for serial in range(1, 15):
        requests.register(context, a_visit(context, serial=serial))

    assert journal.head().length > mark.EVERY
    assert mark.read(in_the_way) is None


def test_a_mark_is_not_kept_for_a_database_that_nobody_vouched_for(context, keys, tmp_path):
    mark.keep(context.office.id, keys)
    before = mark.read(keys)
    key = context.data_key
    connection.close()
    connection.open_file(tmp_path / "paten.db", key)
    a_request(context)

    mark.write_now()

    assert not mark.is_kept()
    assert mark.read(keys) == before


def test_an_office_without_a_ledger_has_no_mark(store, keys):
    mark.keep("x", keys)

    with transaction():
        connection.sql("INSERT INTO draft VALUES ('a', 'b', 'c', 'd')")

    assert mark.read(keys) is None


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"numbers": [["a", 1]]}', '{"numbers": []}'])
def test_a_damaged_mark_counts_as_none(tmp_path, content):
    (tmp_path / mark.FILE).write_text(content)

    assert mark.read(tmp_path) is None


def test_a_mark_comes_back_as_it_was_written(tmp_path):
    held = mark.Mark("m", "o", "l", 7, "leaf", {("474", 2026): 12, ("request", 2026): 3}, "2026-11-20", "L2")
    (tmp_path / mark.FILE).write_bytes(mark.image(held))

    assert mark.read(tmp_path) == held
    assert json.loads(mark.image(held))["numbers"] == [["474", 2026, 12], ["request", 2026, 3]]
    assert mark.read(tmp_path) != replace(held, sequence=8)


def test_another_computer_another_ledger_and_another_folder_are_told_apart(tmp_path):
    here = mark.machine_of(tmp_path / "a", "ledger", "system 1")

    assert mark.machine_of(tmp_path / "a", "ledger", "system 1") == here
    assert mark.machine_of(tmp_path / "a", "ledger", "system 2") != here
    assert mark.machine_of(tmp_path / "a", "other", "system 1") != here
    assert mark.machine_of(tmp_path / "b", "ledger", "system 1") != here


def test_the_system_says_the_same_of_itself_twice():
    assert mark.system_id() == mark.system_id()


def test_a_system_without_an_id_still_has_our_own_number(tmp_path, monkeypatch):
    monkeypatch.setattr(mark, "MACHINE_FILES", (tmp_path / "tidak ada",))

    assert mark.system_id() == ""
    assert mark.machine_of(tmp_path / "a", "ledger") != mark.machine_of(tmp_path / "b", "ledger")

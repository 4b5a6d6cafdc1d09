"""Records of one office's ledgers give one picture, whatever came first, twice, or in pieces."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paten_desk.domain import ledger as chain
from paten_desk.domain.ledger import Fact
from paten_desk.domain.people import Party, Person
from paten_desk.store import connection, journal, ledgers, merging, nouns
from paten_desk.store.connection import transaction
from tests.conftest import KEY, LEDGER, MORNING

AREA = "99.99.05"
LEDGERS = (LEDGER, *(f"0199b000-0000-7000-8000-00000000000{digit}" for digit in (2, 3)))
PEOPLE = tuple(f"0199c000-0000-7000-8000-00000000000{digit}" for digit in (1, 2, 3))
_files = itertools.count()


@st.composite
def histories(draw):
    """One office that wrote about three citizens in three ledgers that did not always know of each other."""
    made = []
    for ledger in LEDGERS:
        previous = chain.genesis(ledger)
        revs = dict.fromkeys(PEOPLE, 0)
        for sequence in range(1, draw(st.integers(0, 6)) + 1):
            who = draw(st.sampled_from(PEOPLE))
            revs[who] += draw(st.integers(1, 2))
            keyed_in = MORNING + timedelta(minutes=draw(st.integers(0, 3)))
            noun = Person(
                who, f"99.99.05.{draw(st.integers(2001, 2009))}", Party(name=f"WARGA {draw(st.integers(1, 9))}")
            )
            public, personal = nouns.to_images(noun)
            has_block = draw(st.booleans()) or sequence == 1
            fact = Fact(
                f"0199d000-0000-7000-8000-{len(made):012d}",
                "person.corrected.v1",
                who,
                revs[who],
                keyed_in,
                keyed_in,
                date(2026, 11, 20),
                "system",
                public,
                personal if has_block else None,
            )
            record = chain.chain(ledger, sequence, previous, fact, bytes(16))
            previous = record.leaf
            made.append(record)
    return made


def picture(folder, deliveries):
    """Merge deliveries into an empty database and return all it shows."""
    connection.open_file(folder / f"{next(_files)}.db", KEY)
    try:
        with transaction():
            for ledger in LEDGERS:
                journal.open_ledger(ledger, AREA, ledgers.PARTNER)
        for records in deliveries:
            with transaction():
                merging.merge(records[0].ledger, records, "file")
        columns = "id, ledger, nik, name, search_key, village"
        return (
            connection.sql("SELECT * FROM entity ORDER BY id"),
            connection.sql(f"SELECT {columns} FROM person ORDER BY id"),
            connection.sql("SELECT id, length, head FROM ledger ORDER BY id"),
            connection.sql("SELECT ledger, sequence, leaf FROM journal ORDER BY ledger, sequence"),
        )
    finally:
        connection.close()


@given(histories(), st.randoms(use_true_random=False))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
def test_the_order_of_arrival_does_not_matter(tmp_path, records, random):
    straight = picture(tmp_path, [[record] for record in records])
    shuffled = [[record] for record in records for _ in range(random.choice((1, 1, 2)))]
    random.shuffle(shuffled)
    whole = [[held for held in records if held.ledger == ledger] for ledger in reversed(LEDGERS)]

    assert picture(tmp_path, shuffled) == straight
    assert picture(tmp_path, [run for run in whole if run]) == straight


def a_record(ledger, sequence, previous, rev=1, minutes=0, entity=PEOPLE[0], name="WARGA"):
    keyed_in = MORNING + timedelta(minutes=minutes)
    public, personal = nouns.to_images(Person(entity, "99.99.05.2001", Party(name=name)))
    fact = Fact(
        f"0199d000-0000-7000-8000-{sequence:012d}", "person.corrected.v1", entity, rev, keyed_in, keyed_in,
        date(2026, 11, 20), "system", public, personal,
    )  # fmt: skip
    return chain.chain(ledger, sequence, previous, fact, bytes(16))


@pytest.fixture
def hall(both_engines):
    with transaction():
        for ledger in LEDGERS:
            journal.open_ledger(ledger, AREA, ledgers.PARTNER)


def merge(*records):
    with transaction():
        return [merging.merge(record.ledger, [record], "file") for record in records][-1]


def test_the_higher_rev_counts_in_whatever_ledger_it_stands(hall):
    low = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]), 2, minutes=60, name="LAMA")
    high = a_record(LEDGERS[1], 1, chain.genesis(LEDGERS[1]), 3, name="BARU")

    merge(high, low)

    assert connection.sql("SELECT name FROM person") == [("BARU",)]
    assert len(journal.history(PEOPLE[0])) == 2


def test_at_the_same_rev_what_was_keyed_in_later_counts(hall):
    early = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]), 2, minutes=1, name="PAGI")
    late = a_record(LEDGERS[1], 1, chain.genesis(LEDGERS[1]), 2, minutes=2, name="SIANG")

    merge(late, early)

    assert connection.sql("SELECT name FROM person") == [("SIANG",)]


def test_a_second_record_at_a_taken_place_is_kept_aside_and_told(hall):
    first = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]), name="SATU")
    other = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]), name="DUA")

    merge(first)
    done = merge(other)
    again = merge(other)

    assert (done.forked, again.forked) == (1, 1)
    assert connection.sql("SELECT name FROM person") == [("SATU",)]
    assert connection.sql("SELECT count(*) FROM branch") == [(1,)]
    assert merging.is_forked(LEDGERS[0])


def test_a_record_that_does_not_join_its_neighbours_is_kept_aside(hall):
    first = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]))
    loose = a_record(LEDGERS[0], 2, chain.genesis(LEDGERS[0]), rev=2)

    merge(first)

    assert merge(loose).forked == 1
    assert merging.missing(LEDGERS[0]) == []


def test_what_follows_a_record_that_was_kept_aside_is_kept_aside_too(hall):
    first = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]))
    loose = a_record(LEDGERS[0], 2, chain.genesis(LEDGERS[0]), rev=2)
    after = a_record(LEDGERS[0], 3, loose.leaf, rev=3)

    merge(first)
    merge(loose)

    assert merge(after).forked == 1
    assert connection.sql("SELECT sequence FROM journal") == [(1,)]


def test_another_office_cannot_change_what_is_shown_of_this_one(hall):
    with transaction():
        journal.open_ledger("0199e000-0000-7000-8000-000000000001", "99.99.06", ledgers.PARTNER)
    merge(a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]), name="MILIK KAMI"))
    foreign = "0199e000-0000-7000-8000-000000000001"

    merge(a_record(foreign, 1, chain.genesis(foreign), rev=9, name="ORANG LAIN"))

    assert connection.sql("SELECT name FROM person") == [("MILIK KAMI",)]
    assert journal.head(foreign).length == 1


def test_a_shorter_ledger_is_told_unless_a_restore_explains_it(hall):
    claims = ((1, 9), (2, 5))
    with transaction():
        for number, length in claims:
            merging.claim(LEDGERS[0], number, f"file {number}", length, b"", MORNING, "COMPLETE", "{}")
    assert merging.has_shrunk(LEDGERS[0])

    with transaction():
        ledgers.introduce(LEDGERS[1], AREA, LEDGERS[0], LEDGERS[0], 5, "")

    assert not merging.has_shrunk(LEDGERS[0])
    assert [row[0] for row in merging.files(LEDGERS[0])] == [2, 1]


def test_a_ledger_that_goes_on_from_another_record_than_ours_is_told(hall):
    first = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]))
    merge(first)
    with transaction():
        ledgers.introduce(LEDGERS[1], AREA, LEDGERS[0], LEDGERS[0], 1, chain.text_of(first.leaf))
        ledgers.introduce(LEDGERS[2], AREA, LEDGERS[0], LEDGERS[0], 1, chain.text_of(bytes(32)))

    assert not merging.left_parent(LEDGERS[0])
    assert not merging.left_parent(LEDGERS[1])
    assert merging.left_parent(LEDGERS[2])


def test_a_noun_of_a_newer_program_is_kept_and_not_shown(hall):
    known = a_record(LEDGERS[0], 1, chain.genesis(LEDGERS[0]))
    newer = replace(known.fact, kind="queue.called.v1")

    done = merge(chain.chain(LEDGERS[0], 1, chain.genesis(LEDGERS[0]), newer, bytes(16)))

    assert done.new == 1
    assert connection.sql("SELECT count(*) FROM entity") == [(0,)]


def test_the_personal_block_of_one_citizen_is_found_without_walking_the_ledger(store):
    plan = connection.sql(f"EXPLAIN QUERY PLAN {merging.NEWEST_BLOCK}", ("a", 1, "b"))

    assert [row[3].split(" INDEX ")[1].split(" ")[0] for row in plan] == ["journal_entity", "personal_place"]

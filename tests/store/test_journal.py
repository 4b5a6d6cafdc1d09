import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paten_desk.domain import ledger as chain
from paten_desk.domain.errors import NotFound, StoreUnavailable
from paten_desk.domain.people import Party, Person
from paten_desk.domain.roles import User
from paten_desk.store import connection, journal
from paten_desk.store.connection import transaction


def a_person(context, **changes):
    facts = {"name": "SITI CONTOH", "nik": "9999054107900001"} | changes
    return Person(context.new_id(), "99.99.05.2001", Party(**facts))


def test_a_noun_comes_back_as_it_was_written(context_on_both):
    person = a_person(context_on_both, birth_date=date(1990, 7, 1))

    with transaction():
        journal.record(context_on_both.stamp(), "recorded", person)

    assert journal.load(Person, person.id) == person


def test_records_stand_in_one_unbroken_chain(context_on_both):
    with transaction():
        for _ in range(5):
            journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both))

    head = journal.head()
    assert [row[0] for row in journal.stored(head.ledger)] == list(range(1, 8))
    assert chain.verify(head.ledger, journal.stored(head.ledger)) == []


def test_a_failed_transaction_leaves_nothing(context_on_both):
    before = journal.head()

    def fail():
        with transaction():
            journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert journal.head() == before
    assert journal.load_all(Person) == []


def test_a_change_carries_the_personal_block_only_when_it_changed(context_on_both):
    person = a_person(context_on_both)
    with transaction():
        first = journal.record(context_on_both.stamp(), "recorded", person)
        moved = journal.record(context_on_both.stamp(), "corrected", replace(person, village_code="99.99.05.1001"))
        named = journal.record(
            context_on_both.stamp(), "corrected", replace(person, personal=replace(person.personal, name="SITI BARU"))
        )

    assert first.personal_bytes is not None
    assert moved.personal_bytes is None
    assert chain.digest_in(moved.body) == chain.digest_in(first.body)
    assert named.personal_bytes is not None
    assert journal.load(Person, person.id).personal.name == "SITI BARU"
    assert [record.fact.rev for record in journal.history(person.id)] == [1, 2, 3]


def test_no_personal_word_stands_in_the_hashed_part(context_on_both):
    with transaction():
        made = journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both))

    assert b"SITI" not in made.body
    assert b"9999054107900001" not in made.body


def test_stored_bytes_are_canonical(context_on_both):
    import rfc8785

    with transaction():
        made = journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both, name="Ñur'aini “Contoh”"))

    assert rfc8785.dumps(json.loads(made.body)) == made.body
    assert rfc8785.dumps(json.loads(made.personal_bytes)) == made.personal_bytes


def test_journal_rows_cannot_be_changed_or_deleted(context_on_both):
    for statement in ("UPDATE journal SET kind = 'x'", "DELETE FROM journal", "UPDATE personal SET block = NULL"):
        with transaction():
            journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both))
        with pytest.raises(Exception, match="append only"), connection.transaction():
            connection.sql(statement)


def test_writing_outside_a_transaction_is_refused_by_the_engine(context_on_both):
    with pytest.raises(Exception, match=r"(?i)read.?only"):
        journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both))


def test_a_destroyed_personal_block_leaves_its_fields_empty_and_the_chain_whole(context_on_both):
    person = a_person(context_on_both)
    with transaction():
        journal.record(context_on_both.stamp(), "recorded", person)
    with transaction():
        connection.sql("DELETE FROM personal")

    held = journal.load(Person, person.id)
    with transaction():
        later = journal.record(context_on_both.stamp(), "corrected", replace(held, village_code="99.99.05.1001"))

    assert held.personal == Party()
    assert b"SITI" not in later.personal_bytes
    head = journal.head()
    assert chain.verify(head.ledger, journal.stored(head.ledger)) == []


def test_what_is_not_there_is_said_so(context_on_both):
    with pytest.raises(NotFound, match="tidak ada"):
        journal.load(Person, "none")


@given(st.dictionaries(st.text("abcdefgh", min_size=1), st.text() | st.integers(-(2**53) + 1, 2**53 - 1), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=200)
def test_our_fast_encoder_gives_the_bytes_of_rfc_8785(value):
    import rfc8785

    try:
        wanted = rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError):
        return
    assert chain.canonical(value) == wanted


def test_what_a_foreign_tool_made_unreadable_is_said_in_words(context):
    with transaction():
        for (name,) in connection.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            connection.sql(f"DROP TRIGGER {name}")
        connection.sql("UPDATE journal SET body = ?", (b"[]",))

    with pytest.raises(StoreUnavailable, match="diubah dari luar"):
        journal.load(User, context.user.id)

    with transaction():
        connection.sql("DELETE FROM journal WHERE sequence = 2")

    with pytest.raises(StoreUnavailable, match="diubah dari luar"):
        journal.load(User, context.user.id)

    with transaction():
        connection.sql("UPDATE ledger SET bizdate = ?", ("kemarin",))

    with pytest.raises(StoreUnavailable, match="diubah dari luar"):
        journal.head()

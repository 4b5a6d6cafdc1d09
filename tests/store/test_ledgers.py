from dataclasses import replace
from datetime import timedelta

import pytest

from paten_desk.domain.closings import Export
from paten_desk.domain.errors import NotFound, WrongStatus
from paten_desk.domain.ledger import genesis, text_of
from paten_desk.domain.people import Party, Person
from paten_desk.store import connection, journal, ledgers
from paten_desk.store.connection import transaction
from tests.conftest import LEDGER

SECOND = "0199b000-0000-7000-8000-000000000002"
THIRD = "0199b000-0000-7000-8000-000000000003"


def turn_over(identity=SECOND):
    with transaction():
        before = ledgers.own()
        ledgers.begin(identity, before.id, before.length, ledgers.next_prefix())
    return before


def a_person(context):
    return Person(context.new_id(), "99.99.05.2001", Party(name="SITI CONTOH", nik="9999054107900001"))


def test_a_new_ledger_goes_on_where_the_old_one_ended(context_on_both):
    before = turn_over()
    old = ledgers.place(LEDGER)
    new = ledgers.own()

    assert (old.role, new.role) == (ledgers.PAST, ledgers.OWN)
    assert (new.parent, new.parent_length, new.register, new.prefix) == (LEDGER, before.length, LEDGER, "L2")
    assert new.parent_head == text_of(journal.leaf_at(LEDGER, before.length))
    assert journal.head().ledger == SECOND
    assert journal.head().leaf == genesis(SECOND)


def test_the_business_date_does_not_go_back_with_a_new_ledger(context_on_both, clock):
    before = journal.head().business_date
    turn_over()
    clock.forward(days=-3)

    assert context_on_both.today() == before


def test_prefixes_count_the_ledgers_of_the_office(context_on_both):
    turn_over(SECOND)
    turn_over(THIRD)

    assert [place.prefix for place in ledgers.office_ledgers()] == ["", "L2", "L3"]
    assert ledgers.own().register == LEDGER
    assert ledgers.next_prefix() == "L4"
    assert ledgers.next_prefix("L7") == "L8"


def test_only_the_ledgers_after_the_first_are_named_by_what_carries_a_number(context_on_both):
    first = ledgers.own()
    turn_over()

    assert first.branch == ""
    assert first.before("-") == ""
    assert ledgers.own().branch == SECOND
    assert ledgers.own().before("-") == "L2-"


def test_a_ledger_begun_beside_another_writer_is_refused(context_on_both):
    held = ledgers.own()
    with transaction():
        journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both))

    with pytest.raises(WrongStatus, match="berubah"), transaction():
        ledgers.begin(SECOND, held.id, held.length, "L2")

    assert ledgers.own().id == LEDGER


def test_a_ledger_outside_a_transaction_cannot_be_begun(context_on_both):
    with pytest.raises(AssertionError):
        ledgers.begin(SECOND, LEDGER, 2, "L2")


def test_a_prepared_ledger_is_taken_up_where_its_copy_ended(context_on_both):
    with transaction():
        ledgers.prepare(SECOND, ledgers.own(), "L2")
        journal.record(context_on_both.stamp(), "recorded", a_person(context_on_both))
    turn_over()

    assert ledgers.own().parent_length == ledgers.place(LEDGER).length
    assert ledgers.own().parent_head == text_of(journal.head(LEDGER).leaf)
    assert len(ledgers.office_ledgers()) == 2


def test_the_database_itself_holds_no_two_written_ledgers(context_on_both):
    with pytest.raises(Exception, match=r"(?i)unique"), transaction():
        journal.open_ledger(SECOND, "99.99.05")


def test_what_was_recorded_before_is_still_the_offices(context_on_both):
    person = a_person(context_on_both)
    with transaction():
        journal.record(context_on_both.stamp(), "recorded", person)
    version = journal.version_of(Person)
    turn_over()

    assert journal.load_all(Person) == [person]
    assert journal.version_of(Person) == version


def test_the_first_record_of_a_citizen_in_a_ledger_carries_the_personal_block_again(context_on_both):
    person = a_person(context_on_both)
    with transaction():
        first = journal.record(context_on_both.stamp(), "recorded", person)
    turn_over()
    with transaction():
        second = journal.record(context_on_both.stamp(), "corrected", replace(person, village_code="99.99.05.1001"))
        third = journal.record(context_on_both.stamp(), "corrected", person)

    assert [record.fact.rev for record in (first, second, third)] == [1, 2, 3]
    assert second.personal_bytes is not None
    assert second.personal_bytes != first.personal_bytes  # a salt of its own
    assert third.personal_bytes is None
    assert journal.load(Person, person.id) == person
    assert [record.ledger for record in journal.history(person.id)] == [LEDGER, SECOND, SECOND]


def test_what_changes_in_a_new_ledger_changes_the_version(context_on_both):
    person = a_person(context_on_both)
    with transaction():
        journal.record(context_on_both.stamp(), "recorded", person)
    version = journal.version_of(Person)
    turn_over()
    with transaction():
        journal.record(context_on_both.stamp(), "corrected", replace(person, village_code="99.99.05.1001"))

    assert journal.version_of(Person) != version


def test_an_unknown_ledger_is_opened_with_what_its_file_says(both_engines):
    with transaction():
        ledgers.introduce(SECOND, "99.99.05", LEDGER, LEDGER, 7, text_of(genesis(LEDGER)))
        ledgers.name(SECOND, "../L2")
        ledgers.name(SECOND, "L2")
        ledgers.name(SECOND, "L9")

    place = ledgers.place(SECOND)
    assert (place.role, place.parent_length, place.prefix) == (ledgers.PARTNER, 7, "L2")
    assert ledgers.of_area("99.99.05") == [place]
    assert ledgers.register_of(SECOND) == LEDGER
    assert ledgers.register_of("unknown") == "unknown"
    assert ledgers.place(LEDGER) is None


def test_a_descent_once_merged_is_not_rewritten(both_engines):
    with transaction():
        ledgers.introduce(SECOND, "99.99.05", LEDGER, LEDGER, 7, "")
        connection.sql("UPDATE ledger SET length = 1 WHERE id = ?", (SECOND,))
        ledgers.introduce(SECOND, "99.99.05", THIRD, THIRD, 1, "")

    assert ledgers.place(SECOND).parent == LEDGER


def test_without_a_ledger_the_way_on_is_told(both_engines):
    with pytest.raises(NotFound, match="belum dibuat"):
        ledgers.own()


def test_what_nobody_has_acknowledged_is_counted_without_the_bookkeeping(context_on_both):
    with transaction():
        for number in (1, 2):
            sent = Export(context_on_both.new_id(), number, 1, 2, "berkas", "0" * 64)
            journal.record(context_on_both.stamp(), "made", sent)
            journal.record(context_on_both.stamp(), "known", a_person(context_on_both))
    assert ledgers.open_work(ledgers.own()) == 4  # the office, its user, and both persons

    with transaction():
        journal.acknowledge(LEDGER, 4)

    assert ledgers.open_work(ledgers.own()) == 1


def test_the_first_record_of_a_day_is_found_without_reading_the_ledger(context_on_both, clock):
    first = context_on_both.today()
    clock.forward(days=3)
    with transaction():
        for _ in range(5):
            journal.record(context_on_both.stamp(), "known", a_person(context_on_both))
    own = ledgers.own()

    found = [ledgers.first_of(own, first + timedelta(days=more)) for more in (-1, 0, 1, 3, 4)]

    assert found == [1, 1, 3, 3, 8]

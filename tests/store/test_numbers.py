import threading

import pytest

from paten_desk.store import journal, ledgers, numbers
from paten_desk.store.connection import transaction
from tests.conftest import LEDGER

ELSEWHERE = "0199b000-0000-7000-8000-000000000002"


def test_numbers_are_gapless_in_their_book_and_year(context_on_both):
    with transaction():
        taken = [numbers.take("request", 2026) for _ in range(3)]
        other = numbers.take("request", 2027)

    assert taken == [1, 2, 3]
    assert other == 1
    assert numbers.last("request", 2026) == 3


def test_a_number_of_a_failed_transaction_is_given_again(context_on_both):
    def fail():
        with transaction():
            numbers.take("letter", 2026)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with transaction():
        assert numbers.take("letter", 2026) == 1


def test_a_paper_book_is_continued(context_on_both):
    with transaction():
        numbers.start_at("letter", 2026, 114)
        assert numbers.take("letter", 2026) == 115


def test_a_number_outside_a_transaction_cannot_be_taken(context_on_both):
    for call in (
        lambda: numbers.take("request", 2026),
        lambda: numbers.start_at("request", 2026, 4),
        lambda: numbers.hold("request", 2026),
        lambda: numbers.close_at(LEDGER, "request", 2026, 4),
    ):
        with pytest.raises(AssertionError):
            call()


def test_a_range_is_taken_in_one_go_and_the_next_number_follows_it(context_on_both):
    with transaction():
        assert numbers.take("letter", 2026, 5) == 5
        assert numbers.take("letter", 2026) == 6
        assert numbers.take("letter", 2026, 3) == 9


def test_a_paper_book_is_not_continued_after_the_first_number(context_on_both):
    with transaction():
        numbers.take("letter", 2026)

    with pytest.raises(Exception, match=r"(?i)unique"), transaction():
        numbers.start_at("letter", 2026, 114)

    assert numbers.last("letter", 2026) == 1


def test_the_books_of_a_ledger_are_listed_with_their_last_numbers(context_on_both):
    with transaction():
        numbers.take("request", 2026, 3)
        numbers.take("letter", 2026)
        numbers.take("letter", 2025)

    assert numbers.books() == [("letter", 2025, 1), ("letter", 2026, 1), ("request", 2026, 3)]
    assert numbers.books(ELSEWHERE) == []
    assert numbers.last("request", 2026, LEDGER) == 3
    assert numbers.last("request", 2026, ELSEWHERE) == 0


def test_holding_a_book_changes_nothing_in_it(context_on_both):
    with transaction():
        numbers.take("request", 2026)
        numbers.hold("request", 2026)
        numbers.hold("request", 2027, LEDGER)

    assert numbers.last("request", 2026) == 1


def test_a_number_seen_in_a_file_never_moves_what_is_counted_here(context_on_both):
    with transaction():
        journal.open_ledger(ELSEWHERE, "99.99.05", ledgers.BRANCH)
        numbers.take("request", 2026)
        numbers.seen(LEDGER, "request", 2026, 500)
        for serial in (3, 7, 5):
            numbers.seen(ELSEWHERE, "request", 2026, serial)
        numbers.close_at(LEDGER, "request", 2026, 9)
        numbers.close_at(ELSEWHERE, "request", 2026, 9)

    assert numbers.last("request", 2026) == 1
    assert numbers.last("request", 2026, ELSEWHERE) == 7


def test_only_a_past_book_is_closed_where_it_is_known_to_have_ended(context_on_both):
    with transaction():
        numbers.take("request", 2026)
        ledgers.begin(ELSEWHERE, LEDGER, journal.head().length, "L2")
        numbers.close_at(LEDGER, "request", 2026, 9)
        numbers.close_at(LEDGER, "request", 2026, 4)

    assert numbers.last("request", 2026, LEDGER) == 9
    assert numbers.last("request", 2026) == 0


def test_threads_never_share_a_number(context_on_both):
    taken = []

    def work():
        for _ in range(50):
            with transaction():
                taken.append(numbers.take("request", 2026))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(taken) == list(range(1, 201))

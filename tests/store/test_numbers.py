import threading

import pytest

from paten_desk.store import numbers
from paten_desk.store.connection import transaction


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
    with pytest.raises(AssertionError):
        numbers.take("request", 2026)


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

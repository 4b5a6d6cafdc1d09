from datetime import date

from paten_desk.domain.number_book import NumberEntry, NumberState
from paten_desk.domain.workflow import Status
from paten_desk.store import journal, number_book
from paten_desk.store.connection import transaction
from tests.builders import a_request
from tests.conftest import LEDGER


def test_what_is_on_record_stands_in_the_order_of_the_numbers(context_on_both):
    made = [
        NumberEntry(context_on_both.new_id(), "letter", 2026, first, last, state)
        for first, last, state in ((5, 9, NumberState.RESERVED), (1, 4, NumberState.STARTED))
    ]
    other = NumberEntry(context_on_both.new_id(), "letter", 2025, 1, 1, NumberState.VOIDED)
    with transaction():
        for entry in (*made, other):
            journal.record(context_on_both.stamp(), entry.state.value, entry)

    found = number_book.entries(LEDGER, "letter", 2026)

    assert [(row.first, row.last, row.state) for row in found] == [(1, 4, "started"), (5, 9, "reserved")]
    assert journal.load(NumberEntry, found[1].id) == made[0]


def test_requests_and_letters_bear_their_numbers(context_on_both):
    first = a_request(context_on_both, Status.READY, serial=1)
    second = a_request(context_on_both, Status.READY, serial=2)
    a_request(context_on_both, Status.RETURNED, serial=3)

    asked = number_book.bearers(LEDGER, "request", 2026)
    written = number_book.bearers(LEDGER, "letter", 2026, 2, 2)

    assert [(bearer.serial, bearer.id, bearer.number) for bearer in asked] == [
        (1, first.id, first.number),
        (2, second.id, second.number),
    ]
    assert [(bearer.serial, bearer.id) for bearer in written] == [(2, second.letter)]
    assert date.fromisoformat(written[0].at) == date(2026, 11, 20)
    assert number_book.bearers(LEDGER, "letter", 2025) == []

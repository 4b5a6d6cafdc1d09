from dataclasses import FrozenInstanceError
from datetime import date, datetime

import pytest

from paten_desk.domain.closings import Closing, ServiceTotals


def test_a_quiet_day_closes_with_nothing_on_it():
    closing = Closing("a", date(2026, 11, 26), datetime(2026, 11, 26, 16), late=False)

    assert closing.totals == ()
    assert (closing.first_number, closing.last_number, closing.letters) == ("", "", 0)


def test_a_service_without_requests_carries_nothing():
    totals = ServiceTotals("SKTM")

    assert totals.carried_in + totals.received == totals.finished + totals.ended_otherwise + totals.carried_out == 0


def test_a_closed_day_is_not_altered():
    closing = Closing("a", date(2026, 11, 26), datetime(2026, 11, 26, 16), late=False)

    with pytest.raises(FrozenInstanceError):
        closing.returned = 3

from datetime import date

import pytest

from paten_desk.domain.books import month_after


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 11, 1), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2027, 1, 31), date(2027, 2, 1)),
    ],
)
def test_a_month_ends_where_the_next_one_begins(day, first):
    assert month_after(day) == first

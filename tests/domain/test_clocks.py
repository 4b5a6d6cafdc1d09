from datetime import date, datetime, timedelta, timezone

import pytest

from paten_desk.domain.clocks import Doubt, doubt

WIB = timezone(timedelta(hours=7))
FRIDAY = datetime(2026, 11, 20, 15, 0, tzinfo=WIB)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("now", "drift_s", "found"),
    [
        (FRIDAY + timedelta(minutes=1), 0, Doubt.NONE),
        (FRIDAY - timedelta(minutes=5), 0, Doubt.NONE),
        (FRIDAY - timedelta(minutes=6), 0, Doubt.BEHIND),
        (FRIDAY - timedelta(days=400), 0, Doubt.YEAR),
        (datetime(1970, 1, 1, 7, 0, tzinfo=WIB), 0, Doubt.YEAR),
        (datetime(2010, 1, 1, 0, 3, tzinfo=WIB), 0, Doubt.YEAR),
        (datetime(2037, 1, 1, 8, 0, tzinfo=WIB), 0, Doubt.YEAR),
        (datetime(2036, 12, 31, 8, 0, tzinfo=WIB), 0, Doubt.AHEAD),
        (datetime(2026, 11, 21, 9, 0, tzinfo=WIB), 0, Doubt.NONE),
        (datetime(2026, 11, 23, 7, 30, tzinfo=WIB), 0, Doubt.NONE),
        (datetime(2026, 11, 24, 7, 30, tzinfo=WIB), 0, Doubt.AHEAD),
        (FRIDAY, 120, Doubt.NONE),
        (FRIDAY, 121, Doubt.DRIFT),
        (FRIDAY, -121, Doubt.DRIFT),
    ],
)
def test_what_is_odd_about_a_clock(now, drift_s, found):
    assert doubt(now, FRIDAY, MONDAY, timedelta(seconds=drift_s)) is found


def test_the_zone_does_not_matter():
    wit = timezone(timedelta(hours=9))

    assert doubt(FRIDAY.astimezone(wit), FRIDAY, MONDAY) is Doubt.NONE

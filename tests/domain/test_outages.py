from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from paten_desk.domain.outages import Outage, OutagePersonal, check, stops
from paten_desk.domain.requests import PauseReason
from tests.conftest import WIB

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=WIB)
DARK = Outage("", PauseReason.OUTAGE, NOW - timedelta(hours=1), personal=OutagePersonal("PLN padam"))
AWAY = replace(DARK, kind=PauseReason.OFFICIAL_AWAY, post="head")


def test_an_outage_that_is_told_in_full_is_taken():
    assert check(DARK, NOW) == []
    assert check(AWAY, NOW) == []
    assert check(replace(DARK, until=NOW), NOW) == []


@pytest.mark.parametrize(
    ("outage", "field"),
    [
        (replace(DARK, since=NOW + timedelta(minutes=1)), "since"),
        (replace(DARK, since=NOW - timedelta(days=8)), "since"),
        (replace(DARK, until=NOW + timedelta(minutes=1)), "until"),
        (replace(DARK, until=DARK.since), "until"),
        (replace(DARK, personal=OutagePersonal("")), "note"),
        (replace(DARK, personal=OutagePersonal("x" * 201)), "note"),
        (replace(AWAY, post=""), "post"),
    ],
)
def test_what_cannot_be_is_said_under_its_field(outage, field):
    assert [problem.field for problem in check(outage, NOW)] == [field]


def test_an_absence_stops_only_what_nobody_else_may_sign():
    assert stops(DARK, ())
    assert stops(AWAY, ("head",))
    assert not stops(AWAY, ("head", "secretary"))
    assert not stops(AWAY, ())

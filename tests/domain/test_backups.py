from datetime import datetime, timedelta

import pytest

from paten_desk.domain.backups import Tone, tone_of_backup, tone_of_drill

NOW = datetime(2026, 11, 20, 16, 0)


@pytest.mark.parametrize(
    ("hours", "is_behind", "tone"),
    [(None, True, Tone.LATE), (24, True, Tone.GOOD), (25, True, Tone.WARN), (73, True, Tone.LATE)],
)
def test_a_backup_grows_old_by_the_day(hours, is_behind, tone):
    last = None if hours is None else NOW - timedelta(hours=hours)

    assert tone_of_backup(last, NOW, is_behind=is_behind) is tone


def test_a_backup_that_holds_everything_does_not_grow_old_over_the_holidays():
    assert tone_of_backup(NOW - timedelta(days=12), NOW, is_behind=False) is Tone.GOOD


@pytest.mark.parametrize(
    ("last", "begun", "tone"),
    [
        (None, None, Tone.GOOD),
        (None, 10, Tone.GOOD),
        (None, 30, Tone.WARN),
        (None, 36, Tone.LATE),
        (28, 400, Tone.GOOD),
        (29, 400, Tone.WARN),
        (36, 400, Tone.LATE),
    ],
)
def test_a_drill_is_late_after_five_weeks(last, begun, tone):
    days = [None if each is None else NOW - timedelta(days=each) for each in (last, begun)]

    assert tone_of_drill(*days, NOW) is tone

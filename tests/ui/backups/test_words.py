from datetime import timedelta

import pytest

from paten_desk.domain.backups import Tone
from paten_desk.store.backup import BackupFailed
from paten_desk.ui.backups.words import age, moment, short_moment, status_part
from paten_desk.usecases import backup_places, backups
from tests.builders import a_request
from tests.conftest import MORNING


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        ({"seconds": 20}, "baru saja"),
        ({"minutes": 7}, "7 menit lalu"),
        ({"hours": 5}, "5 jam lalu"),
        ({"hours": 20}, "kemarin 09.30"),
        ({"days": 3}, "3 hari lalu"),
        ({"days": 61}, "20 November 2026"),
        ({"days": -2}, "20 November 2026"),
    ],
)
def test_an_age_is_said_as_people_say_it(passed, said):
    assert age(MORNING, MORNING + timedelta(**passed)) == said


def test_a_moment_has_its_day_and_hour():
    assert moment(MORNING) == "20 November 2026, 09.30"
    assert short_moment(MORNING) == "20 Nov 2026, 09.30"


def test_an_office_without_a_proven_backup_is_told_so(office):
    part = status_part(office.context)

    assert (part.text, part.tone) == ("Belum ada cadangan teruji", Tone.LATE)


def test_a_fresh_backup_needs_no_colour_and_an_old_one_does(office):
    office.backup()
    assert (status_part(office.context).text, status_part(office.context).tone) == ("Cadangan teruji baru saja", "")

    a_request(office.context, serial=9)
    office.clock.forward(days=2)
    assert status_part(office.context).tone is Tone.WARN
    office.clock.forward(days=2)

    part = status_part(office.context)
    assert (part.text, part.short, part.tone) == ("Cadangan teruji 4 hari lalu", "Teruji 4 hari lalu", Tone.LATE)


def test_a_failed_backup_is_marked_until_a_proven_one_comes_after_it(office):
    office.backup()
    (office.stick / backup_places.LABEL).rename(office.stick / "aside")
    office.clock.forward(hours=1)
    with pytest.raises(BackupFailed):
        backups.make(office.context, office.target, plugged=[])

    part = status_part(office.context)

    assert (part.text, part.tone) == ("Cadangan terakhir tidak jadi, teruji 1 jam lalu", Tone.WARN)
    office.clock.forward(days=4)
    assert status_part(office.context).tone is Tone.LATE
    (office.stick / "aside").rename(office.stick / backup_places.LABEL)
    office.backup()
    assert status_part(office.context).text == "Cadangan teruji baru saja"

from datetime import date

from paten_desk.domain.calendar import Calendar, is_working_day
from paten_desk.domain.holidays import HolidaySet, with_sets

ESTIMATE = HolidaySet("", 2027, {"2027-03-10": "Idul Fitri (perkiraan)"})
DECREE = HolidaySet("a", 2027, {"2027-03-11": "Idul Fitri", "2027-12-27": "Hari jadi kabupaten"}, "SKB 1/2026")


def test_a_decree_replaces_the_estimate_of_its_year():
    made = with_sets(Calendar(), [ESTIMATE, DECREE], "2")

    assert is_working_day(made, date(2027, 3, 10))
    assert not is_working_day(made, date(2027, 3, 11))
    assert made.decreed == {2027}


def test_years_stand_beside_each_other():
    made = with_sets(Calendar(), [HolidaySet("", 2026, {"2026-12-25": "Natal"}, "SKB"), ESTIMATE], "1")

    assert set(made.holidays) == {date(2026, 12, 25), date(2027, 3, 10)}
    assert made.decreed == {2026}


def test_a_calendar_carries_the_version_it_is_given():
    assert with_sets(Calendar(), [], "2026-11-26.2").version == "2026-11-26.2"

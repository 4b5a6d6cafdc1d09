from datetime import datetime

from paten_desk.domain.field_checks import check_appointment

NOON = datetime(2026, 11, 26, 12)


def test_an_appointment_has_a_time_ahead_and_somebody_who_goes():
    assert check_appointment(NOON.replace(hour=14), "u", NOON) == []
    assert [each.field for each in check_appointment(None, "", NOON)] == ["at", "officer"]
    assert [each.field for each in check_appointment(NOON.replace(hour=9), "u", NOON)] == ["at"]

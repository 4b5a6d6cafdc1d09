from datetime import datetime, timedelta

import pytest

from paten_desk.domain.office import (
    LOCAL_WORDS,
    Office,
    OfficeRole,
    Village,
    find_village,
    full_name,
    village_head_title,
    village_title,
    zone_of,
)

DESA, KELURAHAN = Village("99.99.05.2001", "Melati"), Village("99.99.05.1001", "Mawar")


def an_office(role=OfficeRole.KECAMATAN, **settings):
    return Office("a", role, "99.99.05", "Contoh", "Contoh Raya", "Contoh", villages=(DESA, KELURAHAN), **settings)


@pytest.mark.parametrize(("zone", "hours"), [("WIB", 7), ("WITA", 8), ("WIT", 9)])
def test_each_zone_has_its_fixed_offset(zone, hours):
    made = zone_of(an_office(zone=zone))

    assert made.utcoffset(None) == timedelta(hours=hours)
    assert datetime(2026, 7, 1, tzinfo=made).tzname() == zone


def test_a_kelurahan_has_a_lurah_and_a_desa_the_local_word():
    office = an_office(words=LOCAL_WORDS[1])

    assert village_title(office, KELURAHAN) == "Kelurahan"
    assert village_head_title(office, KELURAHAN) == "Lurah"
    assert village_title(office, DESA) == "Nagari"
    assert village_head_title(office, DESA) == "Wali Nagari"


def test_the_name_on_the_door_says_what_the_office_is():
    assert full_name(an_office()) == "Kecamatan Contoh"
    assert full_name(an_office(OfficeRole.KABUPATEN)) == "Kabupaten Contoh Raya"
    assert full_name(an_office(OfficeRole.KABUPATEN, kabupaten_kind="Kota")) == "Kota Contoh Raya"


def test_a_village_is_found_by_its_code_only_in_its_own_office():
    assert find_village(an_office(), "99.99.05.1001") == KELURAHAN
    assert find_village(an_office(), "99.99.06.1001") is None

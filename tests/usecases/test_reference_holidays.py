import json
from datetime import date
from pathlib import Path

import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.usecases import reference

DECREE = json.loads((Path(__file__).parent.parent / "domain" / "data" / "holidays_2026.json").read_text())


def test_the_days_off_of_2026_are_those_of_the_decree():
    held = {shipped.year: shipped for shipped in reference.shipped_holidays()}[2026]

    assert sorted(held.days) == sorted(DECREE["national"] + DECREE["collective_leave"])
    assert held.decree == "SKB 1497/2025, 2/2025, 5/2025"
    assert all(held.days[day].startswith("Cuti Bersama") is (day in DECREE["collective_leave"]) for day in held.days)


def test_later_years_are_estimates():
    later = [shipped for shipped in reference.shipped_holidays() if shipped.year > 2026]

    assert [shipped.year for shipped in later] == [2027, 2028, 2029, 2030]
    assert all(shipped.decree == "" for shipped in later)
    assert all(f"{shipped.year}-08-17" in shipped.days for shipped in later)


FIXED = {
    "2027-01-01": "Tahun Baru",
    "2027-05-01": "Hari Buruh",
    "2027-06-01": "Hari Lahir Pancasila",
    "2027-08-17": "Hari Kemerdekaan",
    "2027-12-25": "Natal",
}


def as_json(**changes):
    return json.dumps({"year": 2027, "decree": "SKB 1/2026", "days": FIXED} | changes).encode()


def as_lines(separator=";", first="Keputusan{}SKB 1/2026", written="{}", more=()):
    lines = [first.format(separator), f"Tanggal{separator}Keterangan"]
    lines += [f"{written.format(day)}{separator}{name}" for day, name in FIXED.items()]
    return "\r\n".join([*lines, *more]).encode("utf-8-sig")


@pytest.mark.parametrize(
    "content",
    [as_json(), as_lines(), as_lines(","), as_lines("\t"), as_lines(more=["", ";"])],
    ids=["json", "semicolons", "commas", "tabs", "empty lines"],
)
def test_an_official_holiday_file_is_read(content):
    made = reference.read_holiday_file(content)

    assert (made.id, made.year, made.decree) == ("", 2027, "SKB 1/2026")
    assert made.days == FIXED


@pytest.mark.parametrize("written", ["10/3/2027", "10-03-2027", "10.3.2027", "10 Maret 2027", "2027-03-10"])
def test_dates_may_be_written_as_people_do(written):
    made = reference.read_holiday_file(as_lines(more=[f"{written};Idul Fitri"]))

    assert made.days["2027-03-10"] == "Idul Fitri"


def test_two_holidays_on_one_day_keep_both_names():
    made = reference.read_holiday_file(as_lines(more=["1/5/2027;Hari Jadi Kabupaten", "1/5/2027;Hari Jadi Kabupaten"]))

    assert made.days["2027-05-01"] == "Hari Buruh; Hari Jadi Kabupaten"


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "tidak memuat satu tanggal pun"),
        (b"\xff\xfe\x00", "tidak dapat dibaca"),
        (b"x" * 40_000, "terlalu besar"),
        (b"{", "tidak tersusun"),
        (b'{"year": 2027}', "tidak tersusun"),
        (as_json(days={"2027-02-30": "x"}), "tidak tersusun"),
        (as_json(days={"2027-02-03": 5}), "tidak tersusun"),
        (as_json(year=2028), "tahun lain"),
        (as_json(year=10**40), "tahun lain"),
        (as_json(days={}), "tidak memuat satu tanggal pun"),
        (as_json(decree=" "), "belum menyebut nomor keputusannya"),
        (as_json(days={"2027-01-01": "x"}), "1 Mei 2027"),
        (as_lines(first="Nomor"), "Baris 1"),
        (as_lines(more=["besok;Libur"]), "Baris 8"),
        (as_lines(more=["30/2/2027;Libur"]), "Baris 8"),
        (as_lines(more=["1/1/" + "9" * 30 + ";Libur"]), "Baris 8"),
        (as_lines(more=["9/9/2027;"]), "Baris 8"),
        (as_lines(more=["9/9/2028;Libur"]), "tahun 2027 sampai dengan 2028"),
        (b"Keputusan;SKB\n1/1/1999;Tahun Baru", "untuk tahun 1999"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_holiday_decree_is_refused_calmly(content, part):
    with pytest.raises(Rejected) as caught:
        reference.read_holiday_file(content)

    assert caught.value.code == "HOLIDAYS"
    assert part in caught.value.message
    assert len(caught.value.message) <= 120
    assert caught.value.hint.endswith(".")


def test_a_read_year_begins_on_its_first_day():
    made = reference.read_holiday_file(as_json())

    assert date.fromisoformat(next(iter(made.days))) == date(2027, 1, 1)

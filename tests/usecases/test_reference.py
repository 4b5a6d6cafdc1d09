import re

import holidays
import pytest

from paten_desk.paths import resource
from paten_desk.usecases import reference


def test_the_whole_country_is_on_the_list():
    everything = [regency for province in reference.provinces() for regency in reference.regencies(province.code)]

    assert len(reference.provinces()) == len(reference.province_codes()) == 38
    assert len(everything) == 514
    assert sum(len(reference.districts(regency.code)) for regency in everything) == 7_285


def test_the_papuan_provinces_of_2022_have_their_present_codes():
    assert {"91", "92", "93", "94", "95", "96"} <= reference.province_codes()


def test_a_regency_is_named_without_its_kind_and_a_city_with_it():
    held = {regency.code: regency for regency in (*reference.regencies("16"), *reference.regencies("31"))}

    assert (held["16.02"].kind, held["16.02"].name, str(held["16.02"])) == (
        "Kabupaten",
        "Ogan Komering Ilir",
        "Ogan Komering Ilir",
    )
    assert (held["16.71"].kind, str(held["16.71"])) == ("Kota", "Kota Palembang")
    assert held["31.01"].name == "Kepulauan Seribu"


@pytest.mark.parametrize(
    "typed",
    ["kayu agung", "KAYUAGUNG", "kayu ag", "agung ogan komering il", "kayu agung, ogan komering ilir", "16.02.05"],
)
def test_a_kecamatan_is_found_while_its_name_is_typed(typed):
    assert str(reference.find_district(typed)[0]) == "Kayu Agung, Ogan Komering Ilir, Sumatera Selatan"


def test_a_name_that_begins_with_the_typed_word_comes_first():
    found = [district.name for district in reference.find_district("tanjung lubuk")]

    assert found[0] == "Tanjung Lubuk"


@pytest.mark.parametrize("typed", ["", "  ", "!", "zzz", "kayu agung jawa timur"])
def test_nothing_is_found_where_nothing_fits(typed):
    assert reference.find_district(typed) == ()


def test_a_list_of_suggestions_is_short():
    assert len(reference.find_district("su")) == 20


def test_the_eighteen_kecamatan_of_ogan_komering_ilir():
    found = reference.districts("16.02")

    assert [district.code[-2:] for district in found] == (
        "02 03 04 05 08 11 12 13 14 15 17 18 19 20 21 22 23 24".split()
    )
    assert {str(district.province) for district in found} == {"Sumatera Selatan"}


def test_a_kecamatan_knows_its_desa_and_kelurahan():
    found = {village.code: village for village in reference.villages("16.02.05")}

    assert found["16.02.05.1002"].name == "Kayuagung"
    assert found["16.02.05.1002"].is_kelurahan
    assert not found["16.02.05.2015"].is_kelurahan
    assert all(code.startswith("16.02.05.") for code in found)


@pytest.mark.parametrize("code", ["99.99.05", "16.02.99", "16.02", "", "../../..", "16.02.05.1002"])
def test_a_code_that_is_not_on_the_list_has_no_villages(code):
    assert reference.villages(code) == ()


def test_every_village_lies_in_a_kecamatan_on_the_list():
    areas = [line.split("\t")[0] for line in resource("regions", "areas.tsv").read_text(encoding="utf-8").splitlines()]
    files = [resource("regions", "villages", f"{code}.tsv") for code in sorted(reference.province_codes())]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    assert len(lines) == 83_762
    assert {line[:8] for line in lines} <= set(areas)
    assert all(re.fullmatch(r"(\d\d\.){3}\d{4}\t\S.*", line) for line in lines)


def test_the_regions_stay_small_and_carry_their_licence():
    folder = resource("regions")

    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) < 3_000_000
    assert "Open Database License" in (folder / "LICENSE-ODbL.md").read_text(encoding="utf-8")
    assert "idn-area-data" in (folder / "ATTRIBUTION.txt").read_text(encoding="utf-8")


def test_the_lists_are_in_current_spelling():
    lists = reference.reference_lists()

    assert {"Katolik", "Buddha", "Konghucu", "Kepercayaan terhadap Tuhan Yang Maha Esa"} <= set(lists.religions)
    assert lists.marital_statuses == ("Belum kawin", "Kawin", "Cerai hidup", "Cerai mati")
    assert (len(lists.relations), len(lists.educations)) == (11, 10)
    assert "Penerjemah" in lists.occupations


def test_no_list_says_a_thing_twice():
    lists = reference.reference_lists()

    for held in (lists.religions, lists.marital_statuses, lists.occupations, lists.relations, lists.educations):
        assert len({entry.casefold() for entry in held}) == len(held)


def test_the_shipped_days_off_are_what_the_library_of_holidays_says():
    for held in reference.shipped_holidays():
        days = holidays.country_holidays("ID", years=held.year, categories=("public", "government"), language="id")
        assert dict(held.days) == {day.isoformat(): name for day, name in days.items()}

from dataclasses import replace
from datetime import date

from paten_desk.domain.catalogue import ServiceField
from paten_desk.domain.office import LocalWords
from paten_desk.domain.people import Party
from paten_desk.usecases import blanks, services
from tests.builders import a_request


def values(context, code="SKTM"):
    made = a_request(context, code=code)
    return blanks.of_request(context, made, services.catalogue(context)[code], date(2027, 2, 18))


def test_a_letter_is_filled_from_request_service_and_office(context):
    found, _ = values(context)

    assert found["kecamatan"] == "Contoh"
    assert found["valid_until"] == "18 Februari 2027"
    assert found["subject.sex"] in ("Laki-laki", "Perempuan")
    assert found["subject.nik"].startswith("999905")


def test_local_words_reach_the_letters(context):
    office = replace(context.office, words=LocalWords("Nagari", "Wali Nagari", "Jorong"))
    party = Party(village_code="99.99.05.2001", hamlet="II", rt="003")

    assert blanks.full_address(party, office) == "Jorong II RT 003 Nagari Melati Kecamatan Contoh"
    city = blanks.full_address(replace(party, village_code="99.99.05.1001"), office)
    assert "Kelurahan Mawar" in city


def test_dates_and_money_are_written_in_words():
    assert blanks.written(ServiceField("lost_on", "x", "date"), "2026-11-21") == "21 November 2026"
    assert blanks.written(ServiceField("wedding_date", "x", "date"), "2026-11-21") == "Sabtu, 21 November 2026"
    assert "lima ratus ribu rupiah" in blanks.written(ServiceField("amount", "x", "rupiah"), "1500000")


def test_a_dispensation_counts_the_working_days_left_and_names_both(context):
    found, _ = values(context, "DNK")

    assert found["field.working_days_left"] == "8 (delapan)"
    assert found["field.groom_name"]
    assert found["field.bride_name"] != found["field.groom_name"]


def test_an_empty_optional_detail_leaves_no_row(context):
    _, lists = values(context, "SKMT")

    assert all(row["value"] for row in lists["details"])


def test_a_letter_to_the_police_names_the_sector_and_one_to_the_kabupaten_does_not(context):
    assert values(context, "PSKCK")[0]["addressee"] == "Kepala Kepolisian Sektor Contoh"
    assert values(context, "PKK")[0]["addressee_place"] == "tempat"

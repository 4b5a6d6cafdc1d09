from dataclasses import replace
from datetime import date

import pytest

from paten_desk.documents import templates
from paten_desk.documents.grammar import DOTS
from paten_desk.domain.catalogue import ServiceField
from paten_desk.domain.office import LocalWords
from paten_desk.domain.people import Party
from paten_desk.domain.workflow import Status
from paten_desk.usecases import blanks, corrections, letters, reference, services
from tests.builders import a_request
from tests.usecases.test_letters import text_of


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


def test_an_empty_optional_detail_leaves_no_row_in_a_borrowed_frame(context):
    made = a_request(context, code="SKMT")
    service = replace(services.catalogue(context)["SKMT"], template="statement", statement="telah meninggal dunia")

    _, lists = blanks.of_request(context, made, service, None)

    assert lists["details"]
    assert all(row["value"] for row in lists["details"])


def test_a_letter_says_how_many_rows_a_list_has_and_nothing_of_none(context):
    made = a_request(context, code="SKPW")
    service = services.catalogue(context)["SKPW"]
    alone = replace(made, personal=replace(made.personal, lists={}))

    in_words = replace(alone, personal=replace(alone.personal, fields={"followers": "istri dan dua anak"}))

    assert blanks.of_request(context, made, service, None)[0]["field.followers"] == "2 (dua)"
    assert "field.followers" not in blanks.of_request(context, alone, service, None)[0]
    assert "field.followers" not in blanks.of_request(context, in_words, service, None)[0]


WITH_LETTER = [held for held in reference.shipped_services() if held.template]


@pytest.mark.parametrize("service", WITH_LETTER, ids=[held.code for held in WITH_LETTER])
def test_a_complete_request_fills_the_whole_letter(context, service):
    made = a_request(context, code=service.code)

    found, lists = blanks.of_request(context, made, service, date(2027, 2, 18))

    assert corrections.lacking(context, made, service) == []
    written = str(templates.compose(templates.template(service.template), found, lists, issuing=True))
    assert DOTS not in written
    assert "contoh contoh" not in written.lower()


def test_half_a_village_letter_is_found_before_the_paper_is_signed(context):
    made = a_request(context, code="PKK")
    service = services.catalogue(context)["PKK"]
    none = replace(made.personal, village_letter_number="", village_letter_date=None)
    half = replace(made.personal, village_letter_date=None)

    assert corrections.lacking(context, replace(made, personal=none), service) == []
    (problem,) = corrections.lacking(context, replace(made, personal=half), service)
    assert problem.field == "village_letter_date"


def test_a_person_without_an_address_is_found_before_the_paper_is_signed(context):
    made = a_request(context, code="SKDOM")
    nowhere = replace(made.personal.applicant, address="", hamlet="", rt="", rw="", village_code="", village="")
    held = replace(made, personal=replace(made.personal, applicant=nowhere))

    found = [problem.text for problem in corrections.lacking(context, held, services.catalogue(context)["SKDOM"])]

    assert "Alamat yang diterangkan tercetak di surat dan belum terisi." in found
    assert "Nama desa atau kelurahan tercetak di surat dan belum terisi." in found


def test_an_empty_blank_of_the_couple_is_named_in_words(context):
    names = blanks.labels(services.catalogue(context)["DNK"])

    assert names["field.bride_birth"] == "tempat dan tanggal lahir calon istri"


def test_a_letter_to_the_police_names_the_sector_and_one_to_the_kabupaten_does_not(context):
    assert values(context, "PSKCK")[0]["addressee"] == "Kepala Kepolisian Sektor Contoh"
    assert values(context, "PKK")[0]["addressee_place"] == "tempat"


def test_an_office_of_a_city_writes_of_its_city_and_its_mayor(context):
    context = context.with_office(replace(context.office, kabupaten_kind="Kota"))
    made = a_request(context, code="RPDS")

    values, _ = blanks.of_request(context, made, services.service_of(made), None)

    assert (values["kabupaten_kind"], values["regent"]) == ("Kota", "Wali Kota")
    words = text_of(letters.preview(context, a_request(context, Status.DRAFTED, "SKTM", 2).id))
    assert "Kota Contoh Raya" in words
    assert "Kabupaten" not in words.replace("PEMERINTAH KABUPATEN", "")

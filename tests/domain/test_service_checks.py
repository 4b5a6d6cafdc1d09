from dataclasses import replace

import pytest

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import Authority, OutputKind, Requirement, ServiceField
from paten_desk.domain.service_checks import check, check_code
from paten_desk.usecases.reference import shipped_services

SERVICES = {service.code: service for service in shipped_services()}
SKTM = SERVICES["SKTM"]
PAPER = SKTM.requirements[0]


def wrong(service=SKTM, **changed):
    return {problem.field: problem.text for problem in check(replace(service, **changed))}


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_every_shipped_service_passes(service):
    assert check(service) == []


@pytest.mark.parametrize("code", ["SKTM", "A1", "LAYANAN8"])
def test_a_code_is_short_and_in_capitals(code):
    assert check_code(code) == []


@pytest.mark.parametrize("code", ["", "A", "sktm", "1A", "SK-TM", "SURATKETERANGAN", "SKÉ"])
def test_another_code_is_refused(code):
    assert check_code(code)[0].field == "code"


@pytest.mark.parametrize("field", ["name", "category", "legal_basis", "register_book", "title"])
def test_words_that_every_service_has_are_asked_for(field):
    assert field in wrong(**{field: " "})


@pytest.mark.parametrize("code", ["", "400,9", "400.", "surat", "4009.14"])
def test_a_classification_code_has_its_form(code):
    assert wrong(code_2022=code) == {"code_2022": "Tulis kode klasifikasi seperti 400.12.3.1."}


def test_time_and_validity_are_not_negative():
    assert set(wrong(duration=Duration(0, Unit.DAYS), valid_days=-1)) == {"duration", "valid_days"}


def test_a_fee_rests_on_a_perda():
    assert "perda" in wrong(fee_rupiah=5000)["fee_basis"]
    assert wrong(fee_rupiah=5000, fee_basis="Perda 3/2025") == {}
    assert set(wrong(fee_rupiah=-1)) == {"fee_rupiah"}


def test_papers_of_the_population_are_free_in_whatever_book_they_stand():
    asked = {"fee_rupiah": 5000, "fee_basis": "Perda 3/2025"}

    assert "79A" in wrong(SERVICES["PKK"], **asked)["fee_rupiah"]
    assert "79A" in wrong(name="Cetak Kartu Keluarga", **asked)["fee_rupiah"]


def test_what_the_bupati_handed_over_names_its_decision():
    assert set(wrong(authority=Authority.DELEGATED)) == {"authority_basis"}
    assert wrong(authority=Authority.DELEGATED, authority_basis="Kepbup 12/2025") == {}


def test_an_abolished_service_stays_closed_and_does_not_come_back_under_another_name():
    assert "dihapus" in wrong(SERVICES["IHO"], offered=True)["offered"]
    assert "dihapus" in wrong(title="Surat Izin Gangguan Usaha")["title"]


@pytest.mark.parametrize("title", ["Kartu Keluarga", "Surat Keterangan Catatan Kepolisian", "Akta Kelahiran"])
def test_the_camat_issues_no_paper_of_another_office(title):
    assert "instansi lain" in wrong(title=title)["title"]


def test_paper_has_a_text_and_somebody_who_signs_and_without_paper_there_is_neither():
    assert set(wrong(template="", signatories=())) == {"template", "signatories"}
    none = wrong(output=OutputKind.NONE)
    assert set(none) == {"template", "signatories"}
    assert set(wrong(signatories=("village_head",))) == {"signatories"}


def test_only_steps_that_the_output_allows_are_asked_for():
    assert wrong(steps=("verify", "initial_section")) == {}
    assert "steps" in wrong(SERVICES["CKTP"], steps=("initial_section",))
    assert "steps" in wrong(steps=("sign",))


@pytest.mark.parametrize(
    ("papers", "field"),
    [
        ((replace(PAPER, when="bila perlu"),), "requirements"),
        ((), "requirements"),
        ((PAPER, Requirement("SKTM-9", " ")), "requirements.1"),
        ((PAPER, replace(PAPER, key="SKTM-9")), "requirements.1"),
        ((PAPER, Requirement("SKTM-9", "Foto", "kalau perlu")), "requirements.1"),
        ((PAPER, Requirement("SKTM-9", "Foto" * 60)), "requirements.1"),
        ((PAPER, replace(PAPER, text="Foto")), "requirements"),
        ((PAPER, Requirement("SKTM-é", "Foto")), "requirements"),
    ],
)
def test_a_list_of_papers_can_be_read_and_told_apart(papers, field):
    assert set(wrong(requirements=papers)) == {field}


@pytest.mark.parametrize(
    "blank",
    [
        ServiceField("b", ""),
        ServiceField("b", "NAMA  "),
        ServiceField("Nama Anak", "Nama anak"),
        ServiceField("a", "Nama anak"),
        ServiceField("b", "Nama anak" * 9),
        ServiceField("b", "Nama anak", "warna"),
        ServiceField("b", "Anak", "list"),
        ServiceField("b", "Anak", columns=(("name", "Nama"),)),
        ServiceField("b", "Anak", "list", columns=(("name", "Nama"), ("name", "Umur"))),
        ServiceField("b", "Anak", "list", columns=(("Nama", "Nama"),)),
    ],
)
def test_blanks_can_be_told_apart_and_filled(blank):
    assert set(wrong(fields=(ServiceField("a", "Nama"), blank))) == {"fields.1"}

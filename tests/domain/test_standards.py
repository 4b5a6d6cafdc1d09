from dataclasses import replace

import pytest

from paten_desk.domain import standards
from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.workflow import Action
from paten_desk.usecases.reference import shipped_services

SERVICES = {service.code: service for service in shipped_services()}
ALL = (Action.VERIFY, Action.DRAFT, Action.INITIAL_SECTION, Action.INITIAL_SECRETARY, Action.SIGN)


def test_six_components_are_published():
    assert len(standards.COMPONENTS) == 6


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_every_service_can_tell_its_way_and_its_product(service):
    told = standards.steps(service, ALL)

    assert 4 <= len(told) <= 6
    assert all(sentence[0].isupper() and sentence.endswith(".") for sentence in told)
    assert standards.product(service)


def test_a_letter_goes_over_the_initials_this_office_asks_for():
    sktm = SERVICES["SKTM"]

    assert "Kepala Seksi dan Sekretaris Kecamatan membubuhkan paraf" in " ".join(standards.steps(sktm, ALL))
    assert "Kepala Seksi membubuhkan paraf" in " ".join(standards.steps(sktm, ALL[:3]))
    assert "paraf" not in " ".join(standards.steps(sktm, ALL[:1]))


def test_what_another_office_decides_is_said_to_be_decided_there():
    assert standards.steps(SERVICES["PSKCK"], ALL)[-1] == (
        "Pemohon mengambil surat dengan menunjukkan tanda terima, lalu membawanya kepada Kepala Kepolisian Sektor "
        "yang mengambil keputusan."
    )


def test_a_countersignature_is_no_letter_of_the_office():
    heirs = SERVICES["SKAW"]

    assert "dicatat dalam Register Ahli Waris" in standards.steps(heirs, ALL)[3]
    assert standards.product(heirs).startswith("Surat Pernyataan Ahli Waris yang diketahui")


def test_a_service_without_paper_promises_none():
    assert "surat" not in " ".join(standards.steps(SERVICES["CKTP"], ALL)).lower()


def test_the_secretariat_is_no_section_and_somebody_works_on_every_service():
    sktm = SERVICES["SKTM"]

    assert standards.section(sktm) == "Seksi Kesejahteraan Sosial"
    assert standards.section(replace(sktm, verifier="Sekretariat")) == "Sekretariat"
    unknown = replace(sktm, verifier="", output=OutputKind.NONE)
    assert standards.steps(unknown, ALL[:1])[2] == "Petugas yang ditunjuk memeriksa isi berkas."


def test_a_field_check_is_announced_and_a_step_that_is_not_taken_is_not():
    sktm = SERVICES["SKTM"]

    both = standards.steps(sktm, (Action.VERIFY, Action.FIELD_CHECK, Action.SIGN))
    assert both[2] == "Seksi Kesejahteraan Sosial memeriksa isi berkas dan memeriksa lapangan."
    assert "memeriksa isi" not in " ".join(standards.steps(sktm, (Action.DRAFT, Action.SIGN)))


def test_a_countersignature_tells_its_initials_before_the_signature():
    assert standards.steps(SERVICES["SKAW"], ALL)[3].startswith(
        "Kepala Seksi dan Sekretaris Kecamatan membubuhkan paraf; camat atau pejabat yang ditugasi menandatangani"
    )
    assert standards.steps(SERVICES["SKAW"], (Action.SIGN,))[2].startswith("Camat atau pejabat")


def test_the_time_counts_from_the_complete_dossier():
    assert standards.time_standard(SERVICES["SKTM"]) == "Paling lama 60 menit kerja sejak berkas diterima lengkap"

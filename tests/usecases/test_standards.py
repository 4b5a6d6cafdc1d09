from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight, NotFound
from paten_desk.domain.roles import Approval, Right, Role
from paten_desk.usecases import services, standards
from tests.builders import a_user, with_officials
from tests.usecases.test_letters import text_of


def words_of(pdf):
    return " ".join(text_of(pdf).split())


def test_the_leaflet_of_a_service_says_what_the_catalogue_says(context):
    words = words_of(standards.leaflet_pdf(context, "SKTM"))

    assert "Surat Keterangan Tidak Mampu" in words
    assert "60 menit kerja" in words
    assert "Rp0 (GRATIS)" in words
    assert "Surat rujukan atau keterangan rawat inap (bila untuk keperluan berobat)" in words
    assert "Seksi Kesejahteraan Sosial memeriksa isi berkas." in words


def test_every_offered_service_has_its_leaflet(context):
    for service in services.offered(context):
        assert standards.leaflet_pdf(context, service.code).startswith(b"%PDF")


def test_a_service_that_is_not_offered_has_no_leaflet(context):
    with pytest.raises(NotFound, match="tidak sedang dibuka"):
        standards.leaflet_pdf(context, "SITU")


def test_the_board_names_every_offered_service_with_time_and_fee(context):
    words = words_of(standards.board_pdf(context))

    assert all(service.name in words for service in services.offered(context))
    assert words.count("Rp0 (GRATIS)") == len(services.offered(context))
    assert "Semua layanan di atas tidak dipungut biaya." in words
    assert words.index("Surat keterangan 1") < words.index("Lain-lain")


def test_the_board_lists_the_papers_on_demand(context):
    assert "Fotokopi kartu keluarga (KK)" in words_of(standards.board_pdf(context, lists_papers=True))


def test_where_a_perda_sets_a_fee_board_and_leaflet_say_it(context):
    dear = replace(services.catalogue(context)["SKDU"], fee_rupiah=25000, fee_basis="Perda 1/2026")
    boss = a_user(context, *context.user.roles)
    services.change(context, dear, context.today(), Approval(Right.CHANGE_FEE, boss.id, boss.display))

    assert "Rp25.000 Perda 1/2026" in words_of(standards.leaflet_pdf(context, "SKDU"))
    assert "Tidak ada pungutan lain di luar biaya di atas." in words_of(standards.board_pdf(context))


@pytest.mark.parametrize("form", standards.PLEDGE_FORMATS)
def test_the_pledge_bears_the_camat_in_office(context, form):
    with_officials(context)

    words = words_of(standards.pledge_pdf(context, form))

    assert "MAKLUMAT PELAYANAN" in words
    assert "Contoh, 20 November 2026 CAMAT CONTOH, CAMAT CONTOH Pembina Tingkat I (IV/b)" in words


def test_without_a_camat_on_record_the_name_stays_open(context):
    assert "....." in words_of(standards.pledge_pdf(context))


def test_the_kabupaten_prints_no_standards_of_an_office(context):
    partner = replace(context, user=replace(context.user, roles=(Role.KABUPATEN,)))

    for draw in (standards.board_pdf, standards.pledge_pdf, lambda who: standards.leaflet_pdf(who, "SKTM")):
        with pytest.raises(NoRight):
            draw(partner)


def test_the_offices_own_number_for_complaints_stands_first(context):
    office = replace(context.office, complaint_phone="WA 0812-0000-0000")

    assert standards.complaints(context.with_office(office))[0] == "WA 0812-0000-0000"

from dataclasses import replace

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import Requirement, ServiceField
from paten_desk.domain.service_changes import Change, compare
from paten_desk.domain.workflow import Action
from paten_desk.usecases.reference import shipped_services

SKTM = next(service for service in shipped_services() if service.code == "SKTM")
STEPS = (Action.VERIFY, Action.DRAFT, Action.SIGN)


def told(after, before=SKTM, was=STEPS, is_now=STEPS):
    return compare(before, after, was, is_now)


def test_the_same_version_differs_in_nothing():
    assert told(SKTM) == []


def test_words_money_and_time_are_told_before_and_after():
    after = replace(SKTM, duration=Duration(2, Unit.DAYS), fee_rupiah=5000, fee_basis="Perda 3/2025", offered=False)

    assert told(after) == [
        Change("Keadaan", "dibuka", "ditutup"),
        Change("Waktu layanan", "60 menit kerja", "2 hari kerja"),
        Change("Biaya", "Rp0 (GRATIS)", "Rp5.000 Perda 3/2025"),
    ]


def test_the_steps_are_those_that_requests_really_take():
    found = told(replace(SKTM, steps=()), is_now=(Action.DRAFT, Action.SIGN))

    assert found == [Change("Langkah", "Verifikasi", "tidak ada")]


def test_papers_are_followed_by_their_keys():
    first, second, *rest = SKTM.requirements
    after = replace(
        SKTM,
        requirements=(replace(first, text="Surat pengantar desa"), *rest, Requirement("SKTM-8", "Foto", "bila perlu")),
    )

    assert [(each.what, each.before, each.after) for each in told(after)] == [
        ("Berkas diubah", first.text, "Surat pengantar desa"),
        ("Berkas dihapus", second.text, ""),
        ("Berkas ditambah", "", "Foto (bila perlu)"),
    ]


def test_another_order_is_said_without_repeating_the_list():
    after = replace(SKTM, requirements=SKTM.requirements[::-1], fields=SKTM.fields[::-1])

    assert [each.what for each in told(after)] == ["Urutan berkas", "Urutan isian"]


def test_blanks_are_told_with_their_kind():
    after = replace(SKTM, fields=(*SKTM.fields, ServiceField("children", "Anak", "list", columns=(("name", "Nama"),))))

    assert told(after) == [Change("Isian ditambah", "", "Anak (daftar: Nama)")]


def test_a_new_service_is_told_as_a_whole():
    found = told(SKTM, before=None)

    assert Change("Nama", "", SKTM.name) in found
    assert sum(each.what == "Berkas ditambah" for each in found) == len(SKTM.requirements)

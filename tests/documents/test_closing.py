from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from paten_desk.documents import closing as minutes
from paten_desk.documents.closing import Closing, ServiceTotals, Used
from paten_desk.documents.flow import Fact


@pytest.fixture
def closed(letterhead, camat) -> Closing:
    return Closing(
        letterhead,
        "000.8.3.4/226/KEC-CTH/XI/2026",
        date(2026, 11, 20),
        datetime(2026, 11, 20, 15, 42),
        "WIB",
        "Kecamatan Contoh",
        "Loket 1 dan Loket 2",
        (
            ServiceTotals("Surat Keterangan Tidak Mampu", 6, 14, 10, 2, 0, 8, 9, 1, 3),
            ServiceTotals("Pengantar SKCK", 1, 3, 2, 1, 0, 1, 2, 0),
        ),
        (
            Used("Nomor pendaftaran", "L1-2026-000431", "L1-2026-000453", 23),
            Used("Nomor surat", "015", "031", 17, ("022, salah ketik nama, diganti 023",)),
            Used("Nomor register", "", "", 0),
        ),
        4231,
        "7F3K 92QD 1MZX 40TA",
        "TUTUP 99.99.99 2026-11-20 n=4231 h=7F3K-92QD-1MZX batal=1 rp=0",
        "PATEN1:TH:99.99.99:20261120:4231",
        "Sukamaju, 20 November 2026",
        replace(camat, lines=("KEPALA SEKSI PELAYANAN UMUM,",), name="KASI CONTOH", place_date=""),
        replace(camat, place_date=""),
        security=(Fact("Cadangan", "terbukti dapat dipulihkan pukul 15.38 WIB"),),
    )


def test_the_minutes_say_totals_numbers_and_the_journal(look, closed):
    read = look(minutes.render(closed))

    assert len(read) == 1
    assert read.size_mm() == (210, 297)
    for words in (
        "Pada hari ini, Jumat, tanggal dua puluh bulan November tahun dua ribu dua puluh enam, pukul 15.42 WIB",
        "Surat Keterangan Tidak Mampu 6 14 3 10 2 0 8 9 / 1",
        "Jumlah 7 17 3 12 3 0 9 11 / 1",
        "Nomor pendaftaran : L1-2026-000431 sampai dengan L1-2026-000453 (23 nomor)",
        "Di antaranya batal : 022, salah ketik nama, diganti 023",
        "Nomor register : tidak ada nomor terpakai",
        "Rp0,00 (nol rupiah)",
        "Jumlah catatan : 4.231",
        "Sidik catatan terakhir : 7F3K 92QD 1MZX 40TA",
        "TUTUP 99.99.99 2026-11-20 n=4231",
        "KASI CONTOH",
        "CAMAT CONTOH, S.STP.",
    ):
        assert words in read.text()
    assert "TERLAMBAT" not in read.text()


def test_a_day_closed_next_morning_is_marked_late(look, closed):
    read = look(minutes.render(replace(closed, closed_at=datetime(2026, 11, 23, 7, 40), copy_no=1))).text()

    assert "DITUTUP TERLAMBAT · SALINAN 1" in read
    assert "Pada hari Senin, 23 November 2026 pukul 07.40 WIB" in read
    assert "yang belum ditutup pada harinya" in read


def test_a_day_without_visitors_is_closed_too(look, closed):
    read = look(minutes.render(replace(closed, services=(), used=()))).text()

    assert "Tidak ada permohonan pada hari ini." in read
    assert "Tidak ada kejadian khusus." in read


def test_forty_services_with_long_names_go_on_with_their_head(look, closed, long_name):
    services = tuple(ServiceTotals(f"{at} {long_name}", 1, 1, 1, 0, 0, 1, 1, 0) for at in range(40))

    read = look(minutes.render(replace(closed, services=services, notes=(long_name,) * 9)))

    assert len(read) > 1
    assert read.text(1).startswith("Layanan Sisa kemarin Masuk")
    assert read.is_inside(12)


def test_the_same_day_has_the_same_bytes(closed):
    assert minutes.render(closed) == minutes.render(closed)

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from paten_desk.documents.handover_slip import HandoverSlip, render


@pytest.fixture
def slip(letterhead):
    return HandoverSlip(
        letterhead,
        "0444/PATEN/2026",
        "400.9.14/031/KEC-CTH/XI/2026",
        "Surat Keterangan Tidak Mampu",
        "SITI RAHMAWATI",
        "ANDI CONTOH",
        "anak kandung",
        "9999994708840002",
        True,
        "pertanyaan dijawab sesuai berkas",
        datetime(2026, 11, 20, 11, 5),
        "WIB",
        "Loket 1",
        "Rina Marlina",
    )


def test_the_slip_says_which_paper_went_to_whom_and_both_sign(look, slip):
    read = look(render(slip))

    assert len(read) == 1
    assert read.size_mm() == (148, 210)
    for words in (
        "BUKTI PENYERAHAN Diserahkan Jumat, 20 November 2026 pukul 11.05 WIB di Loket 1",
        "Nomor pendaftaran : 0444/PATEN/2026 Nomor surat : 400.9.14/031/KEC-CTH/XI/2026",
        "Nama pengambil : ANDI CONTOH Hubungan : anak kandung NIK pengambil : 9999 •••• •••• 0002",
        "Surat kuasa : ada, disimpan pada berkas",
        "Yang menerima, ANDI CONTOH Petugas, Rina Marlina",
    ):
        assert words in read.text()
    assert "9999994708840002" not in read.text()


def test_what_there_is_not_is_said_or_left_out(look, slip):
    read = look(render(replace(slip, letter="", collector_nik="", proxy_letter=False))).text()

    assert "Nomor surat" not in read
    assert "NIK pengambil : tidak dicatat Surat kuasa : tidak ada" in read


def test_long_names_and_reasons_stay_on_one_page(look, slip, long_name):
    longer = replace(
        slip,
        applicant=long_name,
        collector=long_name,
        clerk=long_name,
        service=long_name,
        relation=long_name,
        checked=f"{long_name} {long_name} {long_name}",
    )

    read = look(render(longer))

    assert len(read) == 1
    assert read.is_inside(12)

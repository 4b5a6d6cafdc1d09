from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paten_desk.documents import rejection
from paten_desk.documents.letter import Standing
from paten_desk.documents.rejection import Rejection
from paten_desk.domain.errors import PatenError


@pytest.fixture
def refused(letterhead, camat) -> Rejection:
    return Rejection(
        letterhead,
        "400.9.14/032/KEC-CTH/XI/2026",
        "Sukamaju, 20 November 2026",
        "Contoh",
        "SITI RAHMAWATI",
        "Dusun II Desa Sukamaju",
        "Surat Keterangan Tidak Mampu",
        "L1-2026-000444",
        date(2026, 11, 18),
        "pemohon bukan penduduk Kecamatan Contoh.",
        "Pasal 5 Peraturan Bupati Contoh Raya Nomor 1 Tahun 2024",
        camat,
    )


def test_a_refusal_gives_reason_ground_and_the_right_to_object(look, refused):
    read = look(rejection.render(refused))

    assert len(read) == 1
    for words in (
        "Hal : Penolakan permohonan Surat Keterangan Tidak Mampu",
        "Yth. Saudara SITI RAHMAWATI Dusun II Desa Sukamaju",
        "Tanggal permohonan : 18 November 2026",
        "tidak dapat dikabulkan dengan alasan pemohon bukan penduduk Kecamatan Contoh.",
        "didasarkan pada Pasal 5 Peraturan Bupati",
        "21 (dua puluh satu) hari kerja",
    ):
        assert words in read.text()
    assert "Contoh.." not in read.text()


def test_no_refusal_is_issued_without_a_legal_ground(refused):
    with pytest.raises(PatenError, match="dasar hukum penolakan belum terisi"):
        rejection.render(replace(refused, legal_ground=""))


def test_a_draft_may_still_lack_it(look, refused):
    read = look(rejection.render(replace(refused, legal_ground="", standing=Standing.DRAFT)))

    assert "KONSEP" in read.text()

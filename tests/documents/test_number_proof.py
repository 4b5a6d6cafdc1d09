from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents import number_proof
from paten_desk.documents.number_proof import NumberProof, Row


@pytest.fixture
def proof(letterhead, camat) -> NumberProof:
    return NumberProof(
        letterhead,
        "Kecamatan Contoh",
        "Nomor surat",
        "November 2026",
        "15 sampai dengan 16",
        (
            Row("15", "400.9.14/015/KEC-CTH/XI/2026", "20-11-2026", "SITI CONTOH", "Surat Keterangan Tidak Mampu", ""),
            Row("15.a", "005/015.a/KEC-CTH/XI/2026", "19-11-2026", "BUDI CONTOH", "Undangan", "nomor sisipan: lupa"),
            Row("16", "", "20-11-2026", "", "", "BATAL: kertas sobek (oleh Petugas, disetujui Kasi)"),
        ),
        (("terpakai", 1), ("nomor sisipan", 1), ("BATAL", 1)),
        (),
        4231,
        "7F3K-92QD-1MZX",
        "Sukamaju, 30 November 2026",
        replace(camat, lines=("KEPALA SEKSI PELAYANAN UMUM,",), name="KASI CONTOH", place_date=""),
        replace(camat, place_date=""),
    )


def test_the_proof_tells_every_number_on_f4(look, proof):
    read = look(number_proof.render(proof))

    assert len(read) == 1
    assert read.size_mm() == (330, 215)
    assert read.is_inside(12)
    for words in (
        "Buku : Nomor surat",
        "Nomor bulan ini : 15 sampai dengan 16",
        "15.a 005/015.a/KEC-CTH/XI/2026 19-11-2026 BUDI CONTOH Undangan nomor sisipan: lupa",
        "BATAL: kertas sobek (oleh Petugas, disetujui Kasi)",
        "4.231 catatan, sidik terakhir 7F3K-92QD-1MZX",
        "Setiap nomor dalam bulan ini tercatat",
        "KASI CONTOH",
        "CAMAT CONTOH, S.STP.",
    ):
        assert words in read.text(), words


def test_a_number_without_explanation_stands_out(look, proof):
    read = look(number_proof.render(replace(proof, unexplained=("17", "18")))).text()

    assert "PERHATIAN: nomor 17, 18 tidak tercatat." in read
    assert "Setiap nomor" not in read


def test_a_month_of_many_numbers_goes_on_under_its_name(look, proof, long_name):
    rows = tuple(replace(proof.rows[2], label=str(at), name=long_name, remark=long_name) for at in range(80))

    read = look(number_proof.render(replace(proof, rows=rows)))

    assert len(read) > 2
    assert read.text(1).startswith("Bukti Buku Nomor: Nomor surat, November 2026 Nomor Ditulis sebagai")
    assert read.is_inside(12)
    assert read.text(len(read) - 1).count("CAMAT CONTOH") == 2


def test_a_month_without_numbers_has_no_table(look, proof):
    read = look(number_proof.render(replace(proof, rows=(), span="", totals=()))).text()

    assert "tidak ada nomor yang diberikan" in read
    assert "Ditulis sebagai" not in read


def test_the_same_month_has_the_same_bytes(proof):
    assert number_proof.render(proof) == number_proof.render(proof)

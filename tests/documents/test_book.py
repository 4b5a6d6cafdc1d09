from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents.book import Book, Column, Row, render
from paten_desk.documents.signature import Signature

COLUMNS = (
    Column("No", 8, "right"),
    Column("Nomor", 40),
    Column("Nama", 50),
    Column("Biaya (Rp)", 20, "right"),
    Column("Tanda tangan", 30),
)


def a_row(at, name="SITI RAHMAWATI", fee=1500):
    number = f"400.9.14/{at:03}/KEC-CTH/XI/2026"
    return Row((str(at), number, name, str(fee), ""), (1, at % 2), fee)


@pytest.fixture
def a_book(camat):
    section = Signature(("KEPALA SEKSI PELAYANAN UMUM,",), "KASI CONTOH", "Penata (III/c)", "0" * 18)
    made = Book(
        "Buku Register Pelayanan",
        "Kecamatan Contoh, Kabupaten Contoh Raya",
        "November 2026",
        COLUMNS,
        (),
        "Tidak ada permohonan yang diterima pada bulan November 2026.",
        "Kepala Seksi Pelayanan Umum",
        "Contoh, 30 November 2026",
        section,
        replace(camat, lines=("Mengetahui:", "CAMAT CONTOH,"), place_date=""),
        "Dicetak Petugas Contoh, 30 November 2026 pukul 15.40 WIB",
        ("permohonan", "selesai"),
        3,
    )
    return lambda *rows, **changes: replace(made, rows=rows, **changes)


def test_a_month_of_few_lines_is_one_f4_page_with_title_sums_inspection_and_signatures(look, a_book):
    read = look(render(a_book(a_row(1), a_row(2))))

    assert len(read) == 1
    assert read.size_mm() == (330, 215)
    for words in (
        "BUKU REGISTER PELAYANAN Kecamatan Contoh, Kabupaten Contoh Raya Bulan November 2026",
        "Halaman 1 dari 1",
        "1 400.9.14/001/KEC-CTH/XI/2026 SITI RAHMAWATI 1500",
        "Jumlah bulan ini: 2 permohonan, 1 selesai 3.000",
        "Pemeriksaan register tanggal ...",
        "oleh Kepala Seksi Pelayanan Umum, paraf ...",
        "Mengetahui: CAMAT CONTOH,",
        "KEPALA SEKSI PELAYANAN UMUM, KASI CONTOH",
    ):
        assert words in read.text()
    assert "Jumlah halaman ini" not in read.text()


def test_sums_are_carried_from_page_to_page_until_the_month_is_whole(look, a_book):
    rows = [a_row(at) for at in range(1, 101)]

    read = look(render(a_book(*rows)))

    assert len(read) >= 4
    so_far = 0
    for at in range(len(read)):
        words = read.text(at)
        lines = words.count("KEC-CTH")
        if at:
            carried = f"Jumlah pindahan: {so_far} permohonan, {(so_far + 1) // 2} selesai {so_far * 1500:,}"
            assert carried.replace(",0", ".0").replace(",5", ".5") in words
        assert f"Jumlah halaman ini: {lines} permohonan" in words
        so_far += lines
        name = "Jumlah bulan ini" if at == len(read) - 1 else "Jumlah dipindahkan"
        assert f"{name}: {so_far} permohonan, {(so_far + 1) // 2} selesai" in words
        assert ("Mengetahui" in words) is (at == len(read) - 1)
        assert f"Halaman {at + 1} dari {len(read)}" in words
    assert so_far == 100
    assert "100 permohonan, 50 selesai 150.000" in read.text(len(read) - 1)


def test_an_empty_month_says_so_in_a_sentence_and_is_signed_all_the_same(look, a_book):
    read = look(render(a_book()))

    assert len(read) == 1
    assert "Tidak ada permohonan yang diterima pada bulan November 2026." in read.text()
    assert "Jumlah" not in read.text()
    assert "Mengetahui: CAMAT CONTOH," in read.text()


def test_names_of_100_letters_wrap_inside_their_column(look, a_book, long_name):
    read = look(render(a_book(*(a_row(at, long_name) for at in range(1, 41)))))

    assert read.is_inside(12)
    assert read.text().count(" ".join(long_name.split()[:3])) == 40


def test_a_line_higher_than_a_page_goes_on_there_and_counts_once(look, a_book):
    words = " ".join(f"kekurangan{at}" for at in range(400))

    read = look(render(a_book(a_row(1), a_row(2, words), a_row(3))))

    assert read.is_inside(12)
    assert "kekurangan0 " in read.text()
    assert "kekurangan399 " in read.text()
    assert "Jumlah bulan ini: 3 permohonan, 2 selesai" in read.text()


def test_a_number_longer_than_its_column_breaks_after_a_slash(look, a_book):
    narrow = tuple(replace(column, share=20) for column in COLUMNS)
    row = Row(("1", "400.9.14.12.34/L2-00015/KEC-CONTOH-RAYA/XI/2026\n20-11-2026", "SITI", "0", ""), (1, 0))

    read = look(render(a_book(row, columns=narrow))).text()

    assert "400.9.14.12.34/L2-00015/KEC-CONTOH-RAYA/XI/ 2026 20-11-2026 SITI" in read


def test_the_last_page_never_holds_a_signature_without_its_inspection_line(look, a_book):
    for many in range(12, 20):
        read = look(render(a_book(*(a_row(at) for at in range(1, many)))))
        last = read.text(len(read) - 1)

        assert "Pemeriksaan register" in last
        assert "KASI CONTOH" in last


def test_without_money_there_is_no_sum_of_rupiah(look, a_book):
    read = look(render(a_book(a_row(1), money=None))).text()

    assert "Jumlah bulan ini: 1 permohonan, 1 selesai" in read
    assert "1.500" not in read

from dataclasses import replace

import pytest

from paten_desk.documents import own_data
from paten_desk.documents.own_data import OwnData


@pytest.fixture
def data(letterhead):
    return OwnData(
        letterhead,
        "SITI RAHMAWATI",
        (("Nama", "SITI RAHMAWATI"), ("NIK", "9999 9947 0884 0002"), ("Alamat", "Dusun II")),
        ("AHMAD CONTOH", "MELATI CONTOH"),
        (("0001/PATEN/2026", "Surat Keterangan Tidak Mampu", "pemohon", "20 November 2026", "selesai"),),
        (("400.9.14/031/KEC-CTH/XI/2026", "Surat Keterangan Tidak Mampu", "20 November 2026", "berlaku"),),
        (("0001/PATEN/2026", "Datang bersama anaknya"),),
        (("20 November 2026 09.30", "Petugas Contoh", "membuka"),),
        "Dicetak Jumat, 20 November 2026 pukul 09.30 oleh Petugas Contoh, Kecamatan Contoh.",
    )


def test_everything_stands_on_one_f4_sheet_inside_its_margins(look, data):
    page = look(own_data.render(data))

    assert page.size_mm() == (215.0, 330.0)
    assert len(page) == 1
    assert page.is_inside()
    for words in ("9999 9947 0884 0002", "AHMAD CONTOH, MELATI CONTOH", "UU Nomor 27 Tahun 2022", "Hak Saudara"):
        assert words in page.text()


def test_a_long_life_at_the_counter_takes_more_pages_with_their_numbers(look, data, long_name):
    many = replace(data, name=long_name, requests=data.requests * 60, looks=data.looks * 80, family=())

    page = look(own_data.render(many))

    assert len(page) > 2
    assert page.is_inside()
    assert "Halaman 2 dari" in page.text(1)
    assert "Hak Saudara" in page.text(len(page) - 1)
    assert "Tidak ada yang tercatat." in page.text()

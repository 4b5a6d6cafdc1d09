from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents.standards import Board, Entry, Leaflet, render_board, render_leaflet


@pytest.fixture
def leaflet(letterhead):
    return Leaflet(
        letterhead,
        "Surat Keterangan Tidak Mampu",
        ("Surat keterangan dari kepala desa", "Fotokopi KTP-el pemohon"),
        ("Pemohon menyerahkan berkas lengkap di loket pelayanan.", "Petugas loket memeriksa berkas."),
        "60 menit kerja",
        "paling lama, sejak berkas diterima lengkap",
        "Rp0 (GRATIS)",
        "Tidak ada pungutan apa pun",
        "Surat Keterangan Tidak Mampu.",
        ("SMS 1708", "lapor.go.id"),
        "UU 25/2009",
        "Berlaku sejak 1 Januari 2026",
    )


@pytest.fixture
def board(letterhead):
    entries = tuple(Entry(f"Surat Keterangan {at}", "4 berkas", "30 menit kerja", "Rp0 (GRATIS)") for at in range(30))
    groups = (("Surat keterangan", entries), ("Legalisasi", entries[:5]))
    return Board(letterhead, groups, "Semua layanan di atas tidak dipungut biaya.", "Keadaan 20 November 2026")


def test_a_leaflet_shows_the_six_published_components_on_one_f4(look, leaflet):
    read = look(render_leaflet(leaflet))

    assert len(read) == 1
    assert read.size_mm() == (215, 330)
    for words in (
        "STANDAR PELAYANAN",
        "1. Persyaratan 1. Surat keterangan dari kepala desa 2. Fotokopi KTP-el pemohon",
        "2. Sistem, mekanisme, dan prosedur 1. Pemohon menyerahkan",
        "3. JANGKA WAKTU PENYELESAIAN 60 menit kerja paling lama",
        "4. BIAYA/TARIF Rp0 (GRATIS) Tidak ada pungutan apa pun",
        "5. Produk pelayanan Surat Keterangan Tidak Mampu.",
        "6. Penanganan pengaduan, saran, dan masukan Sampaikan",
        "SMS 1708, lapor.go.id",
        "Dasar hukum: UU 25/2009",
    ):
        assert words in read.text()


def test_long_requirements_are_set_smaller_and_then_take_a_second_page(look, leaflet, long_name):
    longer = replace(leaflet, requirements=tuple(f"{at} {long_name} {long_name}" for at in range(11)))
    longest = replace(leaflet, service=long_name, requirements=tuple(f"{at} {long_name * 3}" for at in range(40)))

    assert len(look(render_leaflet(longer))) == 1
    read = look(render_leaflet(longest))
    assert len(read) > 1
    assert read.is_inside(12)
    assert "Halaman 2 dari" in read.text(1)


def test_the_board_of_all_services_is_one_a3_with_groups_in_order(look, board):
    read = look(render_board(board))

    assert len(read) == 1
    assert read.size_mm() == (297, 420)
    words = read.text()
    assert "No Jenis pelayanan Persyaratan Waktu paling lama Biaya Surat keterangan 1" in words
    assert "Legalisasi 31 Surat Keterangan 0" in words
    assert "Semua layanan di atas tidak dipungut biaya." in words


def test_a_board_that_lists_every_paper_repeats_its_heads_on_each_sheet(look, board, long_name):
    papers = f"{long_name}; {long_name}; {long_name}; {long_name}"
    groups = tuple((name, tuple(replace(entry, papers=papers) for entry in held)) for name, held in board.groups)

    read = look(render_board(replace(board, groups=groups)))

    assert len(read) > 1
    assert read.is_inside(12)
    for at in range(len(read)):
        assert read.text(at).count("Waktu paling lama") == 1

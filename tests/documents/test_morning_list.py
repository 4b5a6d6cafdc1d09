from dataclasses import replace

import pytest

from paten_desk.documents.morning_list import Line, MorningList, Part, render

LINE = Line(
    "0444/PATEN/2026",
    "SITI RAHMAWATI",
    "Surat Keterangan Tidak Mampu",
    "Jumat 20-11-2026\npukul 10.30",
    "Lewat 3 hari kerja",
    "Verifikasi",
)


@pytest.fixture
def made():
    return MorningList(
        "Kecamatan Contoh, Kabupaten Contoh Raya",
        "Jumat, 20 November 2026",
        (
            Part("Sudah lewat janji", (LINE, replace(LINE, number="0445/PATEN/2026")), "Tidak ada yang lewat janji."),
            Part("Jatuh tempo hari ini", (), "Tidak ada janji yang jatuh tempo hari ini."),
            Part("Jatuh tempo Senin, 23 November 2026", (LINE,), "Tidak ada janji."),
        ),
        ("1 permohonan sedang ditunda dan tidak tertulis di sini.",),
        "Dicetak Petugas Contoh, 20 November 2026 pukul 07.30 WIB",
        is_sample=True,
    )


def test_the_list_is_one_f4_with_its_three_parts(look, made):
    read = look(render(made))

    assert len(read) == 1
    assert read.size_mm() == (215, 330)
    for words in (
        "DAFTAR PAGI",
        "2 sudah lewat janji, 0 jatuh tempo hari ini. Kantor contoh.",
        "Sudah lewat janji (2)",
        "0444/PATEN/2026 SITI RAHMAWATI",
        "Tidak ada janji yang jatuh tempo hari ini.",
        "Jatuh tempo Senin, 23 November 2026 (1)",
        "1 permohonan sedang ditunda",
        "Halaman 1 dari 1",
    ):
        assert words in read.text()
    assert read.is_inside()


def test_a_long_list_goes_on_with_its_heads(look, made, long_name):
    lines = tuple(replace(LINE, number=f"{at:04}/PATEN/2026", name=long_name) for at in range(1, 81))
    read = look(render(replace(made, parts=(replace(made.parts[0], lines=lines), *made.parts[1:]))))

    assert len(read) > 2
    assert all("Berikutnya" in read.text(page) for page in range(len(read) - 1))
    assert all(f"{at:04}/PATEN/2026" in read.text() for at in (1, 40, 80))
    assert read.is_inside()

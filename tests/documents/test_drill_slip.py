from dataclasses import replace
from datetime import datetime

import pytest

from paten_desk.documents import drill_slip
from paten_desk.documents.drill_slip import DrillSlip, Receipt
from paten_desk.documents.signature import Signature


@pytest.fixture
def tried(letterhead, camat) -> DrillSlip:
    receipts = tuple(
        Receipt(f"{serial:04}/PATEN/2026", "Surat Keterangan Tidak Mampu", datetime(2026, 11, 20, 10, 5), "")
        for serial in range(10, 0, -1)
    )
    return DrillSlip(
        letterhead,
        "Kecamatan Contoh",
        datetime(2026, 11, 20, 15, 30),
        "WIB",
        "Kartu cadangan 1",
        datetime(2026, 11, 20, 15, 10),
        12345,
        678,
        "GoLCAOXg42G2",
        (),
        receipts,
        camat,
        Signature(("Diuji oleh,",), "PETUGAS CONTOH"),
    )


def test_the_slip_says_that_everything_came_back(look, tried):
    read = look(drill_slip.render(tried))

    assert len(read) == 1
    assert "Semua data kembali utuh" in read.text()
    assert "12.345" in read.text()
    assert "Kartu cadangan 1" in read.text()
    assert "0010/PATEN/2026" in read.text()
    assert "CAMAT CONTOH, S.STP." in read.text()
    assert read.is_inside()


def test_what_was_found_stands_on_it_and_much_is_shortened(look, tried):
    findings = tuple(f"catatan {number}: isi tidak cocok" for number in range(1, 31))

    read = look(drill_slip.render(replace(tried, findings=findings)))

    assert "30 perbedaan ditemukan; hubungi admin." in read.text()
    assert "catatan 12: isi tidak cocok" in read.text()
    assert "catatan 13" not in read.text()
    assert "dan 18 perbedaan lain." in read.text()
    assert read.is_inside()


def test_an_office_without_receipts_yet_has_a_slip_too(look, tried):
    read = look(drill_slip.render(replace(tried, receipts=())))

    assert "Tanda terima terakhir" not in read.text()


def test_the_same_drill_gives_the_same_bytes(tried):
    assert drill_slip.render(tried) == drill_slip.render(tried)

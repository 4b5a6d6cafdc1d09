from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paten_desk.documents import recovery_sheet
from paten_desk.documents.recovery_sheet import PREFIX, RecoverySheet
from paten_desk.domain.errors import PatenError

SECRET = PREFIX + "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L" + "QPZRY9X8GF2TVDW0S3JN54KHCE"


@pytest.fixture
def sheet(letterhead) -> RecoverySheet:
    return RecoverySheet(letterhead, "Kecamatan Contoh", "99.99.99", SECRET, "1234 5678", date(2026, 11, 20), "Admin")


def test_each_place_gets_its_own_copy(look, sheet):
    read = look(recovery_sheet.render(sheet))

    assert len(read) == 2
    assert read.size_mm() == (210, 297)
    assert "RAHASIA. Rangkap 1 dari 2, untuk brankas Camat." in read.text(0)
    assert "RAHASIA. Rangkap 2 dari 2, untuk amplop Sekretaris Kecamatan." in read.text(1)


def test_the_key_can_be_typed_from_the_sheet(look, sheet):
    lines = recovery_sheet.grouped(SECRET)

    assert "".join(lines).replace(" ", "") == SECRET
    assert all(line.replace("  ", " ") in look(recovery_sheet.render(sheet)).text(0) for line in lines)


@pytest.mark.parametrize("secret", ["", "AGE-SECRET-KEY-1ABC", "age1" + "q" * 70])
def test_a_broken_key_is_not_printed(sheet, secret):
    with pytest.raises(PatenError, match="tidak utuh"):
        recovery_sheet.render(replace(sheet, secret=secret))

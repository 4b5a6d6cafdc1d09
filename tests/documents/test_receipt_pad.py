from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents import receipt_pad
from paten_desk.documents.receipt_pad import PadSheet


@pytest.fixture
def pad(letterhead) -> PadSheet:
    return PadSheet(letterhead, (7, 8), 2026, "WIB")


def test_each_slip_is_a_page_with_a_half_for_the_citizen_and_one_for_the_office(look, pad):
    read = look(receipt_pad.render(pad))

    assert len(read) == 2
    assert read.size_mm() == (210, 297)
    assert read.text(0).count("K-2026-0007") == 2
    assert "untuk warga" in read.text(1)
    assert "untuk kantor" in read.text(1)
    assert read.text(1).count("Rp0 (GRATIS)") == 2
    assert "pukul (WIB)" in read.text()


def test_nothing_leaves_the_paper_under_a_long_letterhead(look, pad, long_name):
    wide = replace(pad, letterhead=replace(pad.letterhead, lines=(long_name, long_name)), complaints=long_name)

    assert look(receipt_pad.render(wide)).is_inside(12)

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from paten_desk.documents import key_card
from paten_desk.documents.key_card import KeyCard
from paten_desk.domain.errors import PatenError

CARD = KeyCard(
    "kecamatan", "Kecamatan Contoh", "99.99.99", "12345678901234567890", "PATEN1:K:x", date(2026, 11, 20), "Admin"
)


def test_the_check_number_is_read_in_five_groups(look):
    read = look(key_card.render(CARD))

    assert read.size_mm() == (148, 210)
    assert "Nomor periksa 1234 5678 9012 3456 7890" in read.text()
    assert "petugas kabupaten" in read.text()


def test_the_card_of_the_kabupaten_is_shown_to_the_kecamatan(look):
    read = look(key_card.render(replace(CARD, side="kabupaten", name="Kabupaten Contoh Raya", holder="")))

    assert "petugas kecamatan" in read.text()
    assert "Pemegang" not in read.text()


@pytest.mark.parametrize("check", ["", "1234", "1" * 21])
def test_a_check_number_that_is_not_whole_is_not_printed(check):
    with pytest.raises(PatenError, match="tidak utuh"):
        key_card.render(replace(CARD, check=check))


def test_a_name_of_100_letters_stays_in_the_frame(look, long_name):
    assert look(key_card.render(replace(CARD, name=long_name, holder=long_name))).is_inside(24)

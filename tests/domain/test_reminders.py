import pytest

from paten_desk.domain.reminders import link_of


@pytest.mark.parametrize("phone", ["0812-3456-7890", "+62 812 3456 7890", "6281234567890"])
def test_the_link_has_the_country_and_the_text(phone):
    assert link_of(phone, "Surat Anda siap & dapat diambil") == (
        "https://wa.me/6281234567890?text=Surat%20Anda%20siap%20%26%20dapat%20diambil"
    )


@pytest.mark.parametrize("phone", ["", "0712321555", "0812", "9912345678901"])
def test_what_is_no_mobile_number_has_no_link(phone):
    assert link_of(phone, "Halo") == ""

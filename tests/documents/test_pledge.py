from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents.pledge import Pledge, render_a3, render_f4
from paten_desk.domain.standards import PLEDGE


@pytest.fixture
def pledge(letterhead, camat):
    return Pledge(letterhead, PLEDGE, camat, ("Pengaduan: SMS 1708, lapor.go.id",))


@pytest.mark.parametrize(("render", "size"), [(render_f4, (215, 330)), (render_a3, (297, 420))])
def test_the_pledge_is_one_page_with_its_words_and_the_camat(look, pledge, render, size):
    read = look(render(pledge))

    assert len(read) == 1
    assert read.size_mm() == size
    for words in (
        "KECAMATAN CONTOH MAKLUMAT PELAYANAN Dengan ini kami menyatakan sanggup",
        "kami siap menerima sanksi sesuai peraturan perundang-undangan yang berlaku.",
        "CAMAT CONTOH, CAMAT CONTOH, S.STP.",
        "Pengaduan: SMS 1708",
    ):
        assert words in read.text()


def test_long_names_and_an_office_without_crest_stay_in_the_frame(look, pledge, long_name):
    head = replace(pledge.letterhead, sample=False, office=long_name)

    read = look(render_f4(replace(pledge, letterhead=head, camat=replace(pledge.camat, name=long_name), mottos=())))

    assert len(read) == 1
    assert read.is_inside(26 / 25.4 * 72 - 1)

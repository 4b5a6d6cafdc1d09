from datetime import date

import pytest

from paten_desk.domain.officials import Holding, Official, OfficialPersonal, Post, in_office, signature_block

NAMED = OfficialPersonal("CAMAT CONTOH", "Pembina Tingkat I (IV/b)", "000000000000000000")


def an_official(post=Post.HEAD, section="", holding=Holding.DEFINITIVE, **dates):
    return Official("a", post, section, holding, personal=NAMED, **dates)


@pytest.mark.parametrize(
    ("official", "for_regent", "lines"),
    [
        (an_official(), False, ("CAMAT KAYU AGUNG,",)),
        (an_official(), True, ("a.n. BUPATI OGAN KOMERING ILIR", "CAMAT KAYU AGUNG,")),
        (an_official(Post.SECRETARY), False, ("a.n. CAMAT KAYU AGUNG", "SEKRETARIS KECAMATAN,")),
        (
            an_official(Post.SECTION_HEAD, "Pelayanan Umum"),
            False,
            ("a.n. CAMAT KAYU AGUNG", "SEKRETARIS KECAMATAN", "u.b.", "KEPALA SEKSI PELAYANAN UMUM,"),
        ),
        (an_official(holding=Holding.ACTING), False, ("Plt. CAMAT KAYU AGUNG,",)),
        (an_official(holding=Holding.DAILY), False, ("Plh. CAMAT KAYU AGUNG,",)),
        (an_official(holding=Holding.INTERIM), False, ("Pj. CAMAT KAYU AGUNG,",)),
        (
            an_official(Post.SECRETARY, holding=Holding.ACTING),
            False,
            ("a.n. CAMAT KAYU AGUNG", "Plt. SEKRETARIS KECAMATAN,"),
        ),
        (an_official(holding=Holding.ACTING), True, ("a.n. BUPATI OGAN KOMERING ILIR", "Plt. CAMAT KAYU AGUNG,")),
    ],
)
def test_the_block_follows_the_post_and_how_it_is_held(official, for_regent, lines):
    block = signature_block(official, "Kayu Agung", "Ogan Komering Ilir", for_regent)

    assert block.lines == lines
    assert (block.name, block.rank, block.nip) == (NAMED.name, NAMED.rank, NAMED.nip)


@pytest.mark.parametrize(
    ("day", "serves"),
    [
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_an_assignment_counts_from_its_first_to_its_last_day(day, serves):
    official = an_official(since=date(2026, 3, 1), until=date(2026, 6, 30))

    assert in_office(official, day) is serves


def test_an_assignment_without_an_end_lasts():
    assert in_office(an_official(since=date(2026, 3, 1)), date(2040, 1, 1))

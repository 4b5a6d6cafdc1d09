from datetime import date

import pytest

from paten_desk.domain.catalogue import Authority
from paten_desk.domain.officials import (
    Holding,
    Official,
    OfficialPersonal,
    Post,
    Realm,
    check_assignment,
    gives_way,
    in_office,
    last_day,
    signature_block,
    signers,
)

DAY = date(2026, 11, 20)
REALM = Realm("Kayu Agung", "Ogan Komering Ilir")
CITY = Realm("Contoh", "Contoh Jaya", "Kota")
H, S, K = Post.HEAD, Post.SECRETARY, Post.SECTION_HEAD
PLT, PLH, PJ = Holding.ACTING, Holding.DAILY, Holding.INTERIM
OWN, DELEGATED, MANDATED = Authority.OWN, Authority.DELEGATED, Authority.MANDATED
REGENT = "a.n. BUPATI OGAN KOMERING ILIR"
CAMAT = "CAMAT KAYU AGUNG"
SECTION = "KEPALA SEKSI PELAYANAN UMUM,"


def an_official(post=H, holding=Holding.DEFINITIVE, name="", section="", **dates):
    section = section or ("Pelayanan Umum" if post is K else "")
    name = name or {H: "CAMAT CONTOH", S: "SEKCAM CONTOH", K: "KASI CONTOH"}[post]
    personal = OfficialPersonal(name, "Pembina Tingkat I (IV/b)", "0" * 18)
    return Official(f"{post}{holding}{name}{section}", post, section, holding, personal=personal, **dates)


@pytest.mark.parametrize(
    ("post", "holding", "authority", "realm", "lines"),
    [
        (H, Holding.DEFINITIVE, OWN, REALM, (f"{CAMAT},",)),
        (H, Holding.DEFINITIVE, DELEGATED, REALM, (f"{CAMAT},",)),
        (H, Holding.DEFINITIVE, MANDATED, REALM, (REGENT, f"{CAMAT},")),
        (H, Holding.DEFINITIVE, MANDATED, CITY, ("a.n. WALI KOTA CONTOH JAYA", "CAMAT CONTOH,")),
        (H, PLT, OWN, REALM, (f"Plt. {CAMAT},",)),
        (H, PLT, MANDATED, REALM, (REGENT, f"Plt. {CAMAT},")),
        (H, PLH, OWN, REALM, (f"Plh. {CAMAT},",)),
        (H, PLH, DELEGATED, REALM, (f"Plh. {CAMAT},",)),
        (H, PLH, MANDATED, REALM, (REGENT, f"Plh. {CAMAT},")),
        (H, PJ, OWN, REALM, (f"Pj. {CAMAT},",)),
        (S, Holding.DEFINITIVE, OWN, REALM, (f"a.n. {CAMAT}", "SEKRETARIS KECAMATAN,")),
        (S, Holding.DEFINITIVE, DELEGATED, REALM, (f"a.n. {CAMAT}", "SEKRETARIS KECAMATAN,")),
        (S, Holding.DEFINITIVE, MANDATED, REALM, (REGENT, CAMAT, "u.b.", "SEKRETARIS KECAMATAN,")),
        (S, PLT, OWN, REALM, (f"a.n. {CAMAT}", "Plt. SEKRETARIS KECAMATAN,")),
        (S, PLH, OWN, REALM, (f"a.n. {CAMAT}", "Plh. SEKRETARIS KECAMATAN,")),
        (S, PJ, OWN, CITY, ("a.n. CAMAT CONTOH", "Pj. SEKRETARIS KECAMATAN,")),
        (K, Holding.DEFINITIVE, OWN, REALM, (f"a.n. {CAMAT}", "SEKRETARIS KECAMATAN", "u.b.", SECTION)),
        (K, Holding.DEFINITIVE, MANDATED, REALM, (REGENT, CAMAT, "u.b.", SECTION)),
        (K, PLT, OWN, REALM, (f"a.n. {CAMAT}", "SEKRETARIS KECAMATAN", "u.b.", f"Plt. {SECTION}")),
        (K, PLH, DELEGATED, REALM, (f"a.n. {CAMAT}", "SEKRETARIS KECAMATAN", "u.b.", f"Plh. {SECTION}")),
    ],
)
def test_the_block_follows_from_the_post_how_it_is_held_and_by_what_right(post, holding, authority, realm, lines):
    official = an_official(post, holding)

    block = signature_block(official, realm, authority)

    assert block.lines == lines
    assert (block.name, block.rank, block.nip) == (official.personal.name, official.personal.rank, "0" * 18)


ALL = (H.value, S.value, K.value)
TWO = ALL[:2]
DEFINITIVE = (an_official(H), an_official(S), an_official(K))


@pytest.mark.parametrize(
    ("officials", "posts", "expected"),
    [
        # who signs is named by post and way of holding
        (DEFINITIVE, ALL, ["camat", "sekcam", "kasi"]),
        (DEFINITIVE, TWO, ["camat", "sekcam"]),
        (DEFINITIVE, ALL[:1], ["camat"]),
        (DEFINITIVE, (), []),
        ((), ALL, []),
        # the camat is away: the Plh. signs, the camat does not
        ((*DEFINITIVE, an_official(H, PLH, "PENGGANTI")), ALL[:1], ["Plh. camat"]),
        ((*DEFINITIVE, an_official(H, PLH, "PENGGANTI")), ALL, ["Plh. camat", "sekcam", "kasi"]),
        # the secretary stands in for the camat: never twice, a.n. oneself
        ((*DEFINITIVE, an_official(H, PLH, "SEKCAM CONTOH")), ALL, ["Plh. camat", "kasi"]),
        ((an_official(S), an_official(K), an_official(H, PLT, "SEKCAM CONTOH")), ALL, ["Plt. camat", "kasi"]),
        ((an_official(S), an_official(K), an_official(H, PLT, "KASI CONTOH")), ALL, ["Plt. camat", "sekcam"]),
        # a Plh. for the Plt.
        (
            (an_official(S), an_official(H, PLT, "LUAR"), an_official(H, PLH, "PENGGANTI")),
            TWO,
            ["Plh. camat", "sekcam"],
        ),
        # a secretary away, and a section head who stands in
        ((*DEFINITIVE, an_official(S, PLH, "PENGGANTI")), TWO, ["camat", "Plh. sekcam"]),
        # two sections, one of them with a holder who is away
        ((an_official(K), an_official(K, section="Trantib")), ALL, ["kasi", "kasi"]),
        (
            (an_official(K), an_official(K, section="Trantib"), an_official(K, PLH, "PENGGANTI", "Trantib")),
            ALL,
            ["kasi", "Plh. kasi"],
        ),
        # only who is in office on the day
        ((an_official(H, until=date(2026, 11, 19)), an_official(S)), TWO, ["sekcam"]),
        ((an_official(H, since=date(2026, 11, 21)), an_official(S)), TWO, ["sekcam"]),
        ((*DEFINITIVE, an_official(H, PLH, "PENGGANTI", until=date(2026, 11, 19))), ALL[:1], ["camat"]),
        # the post fell vacant while the Plh. stood in: it needs a Plt. now
        ((an_official(H, until=date(2026, 11, 19)), an_official(H, PLH, "PENGGANTI"), an_official(S)), TWO, ["sekcam"]),
    ],
)
def test_only_right_combinations_can_be_chosen(officials, posts, expected):
    names = {H: "camat", S: "sekcam", K: "kasi"}

    found = [f"{each.holding.value} {names[each.post]}".strip() for each in signers(officials, posts, DAY)]

    assert found == expected


DECREE = {"decree": "800/1/2026", "decree_date": DAY, "since": DAY}


@pytest.mark.parametrize(
    ("official", "others", "fields"),
    [
        (an_official(H), (), []),
        (an_official(H, PLT, **DECREE), (), []),
        (an_official(H, PLT), (), ["decree", "decree_date"]),
        (an_official(H, PLT, **DECREE), DEFINITIVE, ["holding"]),
        (an_official(H, PLT, **DECREE), (an_official(H, PJ),), ["holding"]),
        (an_official(H, PLT, **DECREE), (an_official(H, until=date(2026, 11, 19)),), []),
        (an_official(H, PLH, **DECREE), DEFINITIVE, []),
        (an_official(H, PLH, **DECREE), (), ["holding"]),
        (an_official(H, PLH, **DECREE), (an_official(H, PLT),), []),
        (an_official(S, PLH, **DECREE), (an_official(H),), ["holding"]),
        (an_official(H, PJ, **DECREE), (), []),
        (an_official(H, PLT, **(DECREE | {"decree_date": date(2026, 11, 21)})), (), ["decree_date"]),
        (an_official(H, since=DAY, until=date(2026, 11, 19)), (), ["until"]),
    ],
)
def test_a_wrong_way_of_holding_a_post_is_told(official, others, fields):
    assert [problem.field for problem in check_assignment(official, others)] == fields


@pytest.mark.parametrize(
    ("held", "new", "ends"),
    [
        (an_official(H), an_official(H, name="BARU", since=DAY), True),
        (an_official(H, PLT), an_official(H, name="BARU", since=DAY), True),
        (an_official(H, PLH), an_official(H, name="BARU", since=DAY), True),
        (an_official(H), an_official(H, PLH, "BARU", since=DAY), False),
        (an_official(H, PLH), an_official(H, PLH, "BARU", since=DAY), True),
        (an_official(S), an_official(H, name="BARU", since=DAY), False),
        (an_official(H, until=date(2026, 11, 1)), an_official(H, name="BARU", since=DAY), False),
        (an_official(K), an_official(K, section="Trantib", since=DAY), False),
        (an_official(H, name="BARU", since=date(2026, 12, 1)), an_official(H, PLT, since=DAY), False),
        (an_official(H, since=date(2026, 11, 19)), an_official(H, name="BARU", since=date(2026, 5, 1)), True),
    ],
)
def test_a_post_has_one_holder_and_one_who_stands_in(held, new, ends):
    assert gives_way(held, new, DAY) is ends


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


@pytest.mark.parametrize(
    ("new", "others", "day"),
    [
        (an_official(H, PLT, since=DAY), (), None),
        (an_official(H, PLT, since=DAY), (an_official(H, since=date(2026, 12, 1)),), date(2026, 11, 30)),
        (
            an_official(H, PLT, since=DAY, until=date(2026, 11, 25)),
            (an_official(H, since=date(2026, 12, 1)),),
            date(2026, 11, 25),
        ),
        (an_official(H, PLT, since=DAY), (an_official(S, since=date(2026, 12, 1)),), None),
        (an_official(H, since=DAY), (an_official(H, PLH, since=date(2026, 12, 1)),), None),
        (an_official(H, since=DAY), (an_official(H, since=date(2026, 12, 1), until=date(2026, 11, 30)),), None),
    ],
)
def test_an_assignment_ends_before_who_comes_next_begins(new, others, day):
    assert last_day(new, others, DAY) == day

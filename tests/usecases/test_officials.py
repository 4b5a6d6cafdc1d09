from dataclasses import replace
from datetime import date, timedelta

import pytest

from paten_desk.domain.catalogue import Authority
from paten_desk.domain.errors import Invalid, NoRight, NotFound
from paten_desk.domain.officials import Holding, Official, OfficialPersonal, Post
from paten_desk.domain.roles import Role
from paten_desk.store import journal
from paten_desk.usecases import letterheads, officials, services
from tests.builders import CAMAT, with_officials

TODAY = date(2026, 11, 20)
DECREE = {"decree": "800/12/2026", "decree_date": TODAY}
OTHER = replace(CAMAT, name="PENGGANTI CONTOH")


def posts(context):
    return [(held.holding.value, held.post.value) for held in officials.officials(context)]


def test_officials_stand_in_their_order_and_only_while_in_office(context):
    with_officials(context)

    assert [held.post.value for held in officials.officials(context)] == ["head", "secretary", "section_head"]
    with pytest.raises(NotFound, match="tidak sedang menjabat"):
        officials.official(context, "nobody")


def test_a_new_camat_ends_the_old_ones_post(context):
    old = with_officials(context)
    new = officials.assign(context, Official("", Post.HEAD, since=TODAY, personal=OTHER))

    heads = [held for held in officials.officials(context) if held.post is Post.HEAD]
    assert [held.id for held in heads] == [new.id]
    assert journal.load(Official, old).until == TODAY - timedelta(days=1)


def test_a_nip_of_the_wrong_length_is_refused(context):
    with pytest.raises(Invalid) as caught:
        officials.assign(context, Official("", Post.HEAD, personal=OfficialPersonal("CAMAT", "", "123")))

    assert "18 angka" in caught.value.problems[0].text


def test_a_camat_to_come_is_listed_apart_and_does_not_sign_yet(context):
    with_officials(context)
    soon = TODAY + timedelta(days=10)
    new = officials.assign(context, Official("", Post.HEAD, since=soon, personal=OTHER))

    assert [held.id for held in officials.coming(context)] == [new.id]
    assert [held.personal.name for held, _ in officials.signers(context, services.catalogue(context)["SKAW"])] == [
        "CAMAT CONTOH"
    ]

    officials.end(context, new.id)
    assert officials.coming(context) == []


def test_while_the_camat_is_away_the_daily_holder_signs_and_then_the_camat_again(context):
    with_officials(context)
    service = services.catalogue(context)["SKTM"]
    away = Official("", Post.HEAD, "", Holding.DAILY, TODAY, TODAY + timedelta(days=2), OTHER, **DECREE)
    officials.assign(context, away)

    lines = [block.lines for _, block in officials.signers(context, service)]
    assert ("Plh. CAMAT CONTOH,",) in lines
    assert ("CAMAT CONTOH,",) not in lines
    camat = next(held for held in officials.officials(context) if held.holding is Holding.DEFINITIVE)
    with pytest.raises(NoRight, match="hari ini"):
        officials.signer(context, service, camat.id)


def test_who_stands_in_for_a_vacant_post_needs_a_decree_and_a_vacant_post(context):
    with_officials(context)

    with pytest.raises(Invalid) as caught:
        officials.assign(context, Official("", Post.HEAD, "", Holding.ACTING, TODAY, personal=OTHER))

    assert [problem.field for problem in caught.value.problems] == ["decree", "decree_date", "holding"]


def test_what_a_mandate_gives_is_signed_in_the_regents_name(context):
    with_officials(context)
    service = replace(services.catalogue(context)["SKTM"], authority=Authority.MANDATED, authority_basis="SK 1/2026")

    lines = [block.lines for _, block in officials.signers(context, service)]

    assert lines[0] == ("a.n. BUPATI CONTOH RAYA", "CAMAT CONTOH,")
    assert lines[1] == ("a.n. BUPATI CONTOH RAYA", "CAMAT CONTOH", "u.b.", "SEKRETARIS KECAMATAN,")


def test_a_clerk_changes_no_official(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        officials.assign(clerk, Official("", Post.HEAD, personal=CAMAT))


def test_who_acts_until_a_known_camat_comes_makes_room_for_them(context):
    old = with_officials(context)
    coming = officials.assign(context, Official("", Post.HEAD, since=TODAY + timedelta(days=11), personal=CAMAT))
    officials.end(context, old)

    acting = officials.assign(context, Official("", Post.HEAD, "", Holding.ACTING, TODAY, personal=OTHER, **DECREE))

    assert [held.id for held in officials.coming(context)] == [coming.id]
    assert journal.load(Official, acting.id).until == TODAY + timedelta(days=10)


def test_the_offices_own_sheets_are_for_who_is_at_the_post_today(context):
    with_officials(context)
    away = Official("", Post.HEAD, "", Holding.DAILY, TODAY, TODAY + timedelta(days=2), OTHER, **DECREE)
    officials.assign(context, away)

    head = officials.holders(context)[Post.HEAD]

    assert head.personal.name == "PENGGANTI CONTOH"
    assert letterheads.own_post(context.office, head, "CAMAT CONTOH").lines == ("Plh. CAMAT CONTOH,",)

"""Officials, the posts they hold for a time, and the signature block that follows from both.

Source: Permendagri 1/2023 on a.n., u.b., Plt. and Plh.; UU 30/2014 on delegation and mandate, as of 2026-11.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from paten_desk.domain.catalogue import Authority
from paten_desk.domain.errors import Problem

REGENT_NAMES = {"Kabupaten": "BUPATI", "Kota": "WALI KOTA"}


class Post(StrEnum):
    """The posts that sign."""

    HEAD = "head"
    SECRETARY = "secretary"
    SECTION_HEAD = "section_head"


class Holding(StrEnum):
    """How somebody holds a post."""

    DEFINITIVE = ""
    ACTING = "Plt."  # the post is vacant
    DAILY = "Plh."  # the holder is away
    INTERIM = "Pj."


FULL = frozenset({Holding.DEFINITIVE, Holding.INTERIM, Holding.ACTING})  # of these a post has one at a time


@dataclass(frozen=True, slots=True)
class OfficialPersonal:
    """Name, rank and NIP as printed."""

    name: str = ""
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody holding a post for a period.

    Attributes:
        section: For a section head: "Pelayanan Umum".
        since, until: Days of the assignment; `until` None while it lasts.
        decree, decree_date: The decree (SK, surat perintah) of a Plt., Plh. or Pj.

    """

    id: str
    post: Post
    section: str = ""
    holding: Holding = Holding.DEFINITIVE
    since: date = date(2026, 1, 1)
    until: date | None = None
    personal: OfficialPersonal = OfficialPersonal()
    decree: str = ""
    decree_date: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """What stands above and below a signature: a copy, so that old letters stay as they were."""

    lines: tuple[str, ...]
    name: str
    rank: str
    nip: str


@dataclass(frozen=True, slots=True)
class Realm:
    """Whose posts these are: names as on the letterhead, e.g. "Kayu Agung", "Ogan Komering Ilir", "Kabupaten"."""

    kecamatan: str
    kabupaten: str
    kabupaten_kind: str = "Kabupaten"


def in_office(official: Official, day: date) -> bool:
    """Say whether an assignment counts on a day."""
    return official.since <= day and (official.until is None or day <= official.until)


def signature_block(official: Official, realm: Realm, authority: Authority = Authority.OWN) -> SignatureBlock:
    """Compute the block: own or delegated authority, a.n. bupati, a.n. camat, u.b.; the last line ends in a comma.

    A mandate is the bupati's and stays so: whoever signs in the camat's place signs a.n. bupati, u.b.
    """
    head = f"CAMAT {realm.kecamatan.upper()}"
    secretary = "SEKRETARIS KECAMATAN"
    mandated = authority is Authority.MANDATED
    regent = f"a.n. {REGENT_NAMES.get(realm.kabupaten_kind, 'BUPATI')} {realm.kabupaten.upper()}"
    own = {
        Post.HEAD: head,
        Post.SECRETARY: secretary,
        Post.SECTION_HEAD: f"KEPALA SEKSI {official.section.upper()}",
    }[official.post]
    over: tuple[str, ...] = {
        (Post.HEAD, False): (),
        (Post.HEAD, True): (regent,),
        (Post.SECRETARY, False): (f"a.n. {head}",),
        (Post.SECRETARY, True): (regent, head, "u.b."),
        (Post.SECTION_HEAD, False): (f"a.n. {head}", secretary, "u.b."),
        (Post.SECTION_HEAD, True): (regent, head, "u.b."),
    }[official.post, mandated]
    form = f"{official.holding.value} " if official.holding.value else ""
    personal = official.personal
    return SignatureBlock((*over, f"{form}{own},"), personal.name, personal.rank, personal.nip)


def present(officials: Iterable[Official], day: date) -> list[Official]:
    """Return who is at their post on a day: a holder whose Plh. is in office is away; a Plh. of nobody has no post."""
    serving = [official for official in officials if in_office(official, day)]
    daily, held = (
        {(each.post, each.section) for each in serving if (each.holding is Holding.DAILY) is stands_in}
        for stands_in in (True, False)
    )
    return [
        each
        for each in serving
        if (each.post, each.section) in (held if each.holding is Holding.DAILY else held - daily)
    ]


def signers(officials: Iterable[Official], posts: Sequence[str], day: date) -> list[Official]:
    """Return who may sign on a day what these posts may sign, the camat first.

    Only who is present signs; nobody signs for the camat who holds that post today.
    Where both a holder and others of a section could sign, each is listed.
    """
    there = present(officials, day)
    heads = {_person(each) for each in there if each.post is Post.HEAD}
    found = [
        each for each in there if each.post.value in posts and (each.post is Post.HEAD or _person(each) not in heads)
    ]
    order = list(Post)
    return sorted(found, key=lambda each: (order.index(each.post), each.section, each.since))


def check_assignment(official: Official, others: Iterable[Official]) -> list[Problem]:
    """List what is wrong with a period and a way of holding a post, beside the other assignments there are."""
    found = []
    if official.until is not None and official.until < official.since:
        found.append(Problem("until", "Tanggal akhir tidak boleh mendahului tanggal mulai."))
    if official.holding is not Holding.DEFINITIVE:
        named = f"{official.holding.value} memerlukan surat penunjukan"
        if not official.decree.strip():
            found.append(Problem("decree", f"{named}; isi nomornya."))
        if official.decree_date is None:
            found.append(Problem("decree_date", f"{named}; isi tanggalnya."))
        elif official.decree_date > official.since:
            found.append(Problem("decree_date", "Tanggal surat penunjukan tidak boleh sesudah tanggal mulai."))
    held = [each for each in others if _same_post(each, official) and in_office(each, official.since)]
    holders = {each.holding for each in held if each.id != official.id}
    if official.holding is Holding.ACTING and holders & {Holding.DEFINITIVE, Holding.INTERIM}:
        words = "Jabatan ini masih ada pejabatnya; pilih Plh. bila ia hanya berhalangan, atau akhiri jabatannya dahulu."
        found.append(Problem("holding", words))
    if official.holding is Holding.DAILY and not holders & FULL:
        found.append(
            Problem("holding", "Jabatan ini kosong; pilih Plt., karena Plh. hanya mengganti yang berhalangan.")
        )
    return found


def gives_way(held: Official, new: Official, today: date) -> bool:
    """Say whether an assignment ends when a new one of the same post begins.

    A post has one holder: a new one ends the former, and any Plh.; a new Plh. ends the former Plh. alone. Who is to
    hold it from a day to come still does (`last_day`).
    """
    if not _same_post(held, new) or held.id == new.id or (held.until is not None and held.until < new.since):
        return False
    if held.holding is Holding.DAILY:
        return True
    return new.holding is not Holding.DAILY and held.since <= max(new.since, today)


def last_day(new: Official, others: Iterable[Official], today: date) -> date | None:
    """Return the last day of a new assignment: its own, or the day before the next holder of the post begins."""
    coming = [
        each.since - timedelta(days=1)
        for each in others
        if _same_post(each, new)
        and each.holding is not Holding.DAILY
        and each.since > max(new.since, today)
        and (each.until is None or each.until >= each.since)
    ]
    return min([*coming, *([new.until] if new.until else [])], default=None)


def _same_post(one: Official, other: Official) -> bool:
    return (one.post, one.section) == (other.post, other.section)


def _person(official: Official) -> tuple[str, str]:
    return official.personal.name, official.personal.nip

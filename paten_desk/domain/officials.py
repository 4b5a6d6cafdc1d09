"""Officials and the signature block that their posts allow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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

    """

    id: str
    post: Post
    section: str = ""
    holding: Holding = Holding.DEFINITIVE
    since: date = date(2026, 1, 1)
    until: date | None = None
    personal: OfficialPersonal = OfficialPersonal()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """What stands above and below a signature: a copy, so that old letters stay as they were."""

    lines: tuple[str, ...]
    name: str
    rank: str
    nip: str


def in_office(official: Official, day: date) -> bool:
    """Say whether an assignment counts on a day."""
    return official.since <= day and (official.until is None or day <= official.until)


def signature_block(official: Official, kecamatan: str, kabupaten: str, for_regent: bool = False) -> SignatureBlock:
    """Compute the block: own authority, a.n. bupati, a.n. camat, or a.n. camat u.b.; the last line ends in a comma.

    `kecamatan` and `kabupaten` are names as on the letterhead, e.g. "Kayu Agung", "Ogan Komering Ilir".
    """
    head = f"CAMAT {kecamatan.upper()}"
    form = f"{official.holding.value} " if official.holding.value else ""
    if official.post is Post.HEAD:
        lines: tuple[str, ...] = (f"a.n. BUPATI {kabupaten.upper()}",) if for_regent else ()
        lines = (*lines, f"{form}{head},")
    elif official.post is Post.SECRETARY:
        lines = (f"a.n. {head}", f"{form}SEKRETARIS KECAMATAN,")
    else:
        lines = (
            f"a.n. {head}",
            "SEKRETARIS KECAMATAN",
            "u.b.",
            f"{form}KEPALA SEKSI {official.section.upper()},",
        )
    return SignatureBlock(lines, official.personal.name, official.personal.rank, official.personal.nip)

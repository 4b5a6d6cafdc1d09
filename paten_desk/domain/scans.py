"""Pictures of a citizen's papers: scans and phone photos, kept with the request they belong to.

No name of a file is kept: it can name people, and says nothing that the paper does not say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import clean

MOST_BYTES_IN = 10 * 1024 * 1024  # a photo of a good phone has 3 to 8 MB
MOST_PIXELS_IN = 25_000_000  # A4 at 400 dpi in colour has 15 million, a phone 12; unpacked, 25 million take 100 MB
MOST_PAGES = 20  # a longer bundle is several papers
LONGEST_EDGE = 2000  # pixels; of an A4 sheet 170 dpi, at which the smallest print of a card is read
QUALITY = 80  # of JPEG, at which letters have no visible fringe
MOST_BYTES_KEPT = 1024 * 1024  # of one picture; a year of a busy office then fits on a stick
THUMB_PX = 120  # longest edge of what a list shows: the kind of a paper is seen, nothing on it can be read


class ScanKind(StrEnum):
    """How a scan is stored."""

    JPEG = "jpeg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class ScanPersonal:
    """Free text about a scan.

    Attributes:
        reason: Why it was taken off the request.

    """

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan of a request; retired, never deleted.

    Attributes:
        request: Id of the request.
        paper: `Requirement.key` of the paper it shows, "" for another one.
        content: SHA-256 of the stored bytes, in hex.
        volume: Of the archive file they are in: year and month as 202611, so that a backup copies one month again.

    """

    id: str
    request: str
    paper: str
    content: str
    volume: int
    kind: ScanKind
    pages: int
    bytes: int
    retired: bool = False
    personal: ScanPersonal = ScanPersonal()


@dataclass(frozen=True, slots=True)
class ScanDraft:
    """A scan that is in the archive while its visit is not registered yet."""

    content: str
    volume: int
    kind: ScanKind
    pages: int
    bytes: int
    paper: str = ""


def next_paper(keys: Iterable[str], scanned: Iterable[str], focused: str = "") -> str:
    """Return which paper a new scan shows: the one the clerk is at, else the first without a scan, else ""."""
    asked, done = list(keys), set(scanned)
    if focused in asked:
        return focused
    return next((key for key in asked if key not in done), "")


def check_reason(reason: str) -> list[Problem]:
    """List what is wrong with why a scan is taken off ("reason")."""
    return [] if clean(reason) else [Problem("reason", "Tulis mengapa pindaian ini dilepas.")]

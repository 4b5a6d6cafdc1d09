"""What the QR code of a letter or a receipt says: few words, so that it stays small on paper.

The body is bytes: version 1, kind, area (3), key (4), date (2), end of validity (2), digest (8), then the number and
the initials, each with its length before it. Days count from 1 January 2020; no end is 0.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from paten_desk.domain.ledger import canonical

PLAIN = "PATEN1:"  # of an office whose papers are not signed yet
SIGNED = "PATEN2:"
PREFIXES = (PLAIN, SIGNED)

_HEAD = struct.Struct(">B1s3s4sHH8s")
_VERSION = 1
_BEGIN = date(2020, 1, 1)
_LAST_DAY = 0xFFFF
_MOST = 60  # bytes of a number; the longest pattern of the samples has 34
_INITIALS = 4


class Kind(StrEnum):
    """Which paper carries the code."""

    LETTER = "S"
    COUNTERSIGN = "G"
    RECEIPT = "R"


KIND_NAMES = {Kind.LETTER: "Surat", Kind.COUNTERSIGN: "Lembar mengetahui", Kind.RECEIPT: "Tanda terima"}


def unsigned(kind: Kind, area: str, number: str, mark: str) -> str:
    """Return the text of a code that only leads to its paper; `mark` is its short code in words."""
    return f"{PLAIN}{area}:{kind}:{number}:{mark}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What a code says.

    Attributes:
        area: Kemendagri code of the office.
        key: First four bytes of the SHA-256 of the public key that signed.
        number: As written, at most 60 bytes.
        initials: Of the person it is about, e.g. "SCA"; at most four letters.
        digest: First eight bytes of the SHA-256 of what the paper says.

    """

    kind: Kind
    area: str
    key: bytes
    dated: date
    valid_until: date | None
    number: str
    initials: str
    digest: bytes


def initials_of(name: str) -> str:
    """Return the first letters of the first four words of a name, in ASCII capitals."""
    letters = [word.strip("'\"(.,")[:1].upper() for word in name.split()]
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())[:_INITIALS]


def digest_of(said: Mapping[str, Any]) -> bytes:
    """Return the short hash of what a paper says: strings, numbers, lists and objects of them."""
    return hashlib.sha256(canonical(dict(said))).digest()[:8]


def key_id(public: bytes) -> bytes:
    """Return by which four bytes a code names a public key."""
    return hashlib.sha256(public).digest()[:4]


def is_cut(number: str) -> bool:
    """Say whether a number in a code may be only the beginning of the one on the paper."""
    return len(number.encode()) >= _MOST


def encode(proof: Proof) -> bytes:
    """Write what a code says; a number too long for it is cut."""
    number = proof.number.encode()[:_MOST].decode(errors="ignore").encode()
    initials = proof.initials.encode("ascii")
    area = int(proof.area.replace(".", "")).to_bytes(3, "big")
    end = _day(proof.valid_until) if proof.valid_until else 0
    head = _HEAD.pack(_VERSION, proof.kind.encode(), area, proof.key, _day(proof.dated), end, proof.digest)
    return head + bytes([len(number)]) + number + bytes([len(initials)]) + initials


def decode(body: bytes) -> Proof:
    """Read what a code says.

    Raises:
        ValueError: It is no such body, or has anything left over.

    """
    if len(body) < _HEAD.size:
        raise ValueError(len(body))
    version, kind, area, key, dated, end, digest = _HEAD.unpack_from(body)
    number, at = _field(body, _HEAD.size)
    initials, at = _field(body, at)
    if version != _VERSION or at != len(body):
        raise ValueError(version)
    digits = f"{int.from_bytes(area, 'big'):06d}"
    return Proof(
        Kind(kind.decode("ascii")),
        ".".join(digits[at : at + 2] for at in (0, 2, 4)),
        key,
        _BEGIN + timedelta(days=dated),
        _BEGIN + timedelta(days=end) if end else None,
        number.decode(errors="replace"),
        initials.decode("ascii"),
        digest,
    )


def _field(body: bytes, at: int) -> tuple[bytes, int]:
    if at >= len(body) or at + 1 + body[at] > len(body):
        raise ValueError(at)
    return body[at + 1 : at + 1 + body[at]], at + 1 + body[at]


def _day(day: date) -> int:
    return min(max((day - _BEGIN).days, 1), _LAST_DAY)

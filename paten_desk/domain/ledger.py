"""The journal's record: what is hashed, how the chain is made and checked.

Every fact is one record of one ledger: gapless sequence, hash of the record before it, who, when, what, and the full
public after-image of the entity. Personal data stand apart; the hashed part holds only their salted digest, so the
block can stay home or be destroyed later and the chain still verifies.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

TYPE_PREFIX = "id.paten."
SALT_BYTES = 16
MAX_BODY_BYTES = 64 * 1024

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fact:
    """What happened, before it has a place in a ledger.

    Attributes:
        id: UUIDv7 of the record; the token that makes a double click one record.
        kind: Noun, verb and version, e.g. "request.registered.v1".
        entity: UUIDv7 of what the fact is about.
        rev: 1 for the first fact about the entity, then +1.
        time: When it happened, office time with offset.
        recorded_time: When it was keyed in; later than `time` for work first done on paper.
        business_date: The office day it counts for; never goes back within a ledger.
        actor: User id, or "system".
        data: Full public after-image; ASCII keys, integers, strings, lists, no nulls.
        personal: Full personal after-image, or None where it did not change.
        approver: Id of the second person, or "" where one person was enough.

    """

    id: str
    kind: str
    entity: str
    rev: int
    time: datetime
    recorded_time: datetime
    business_date: date
    actor: str
    data: Data
    personal: Data | None = None
    approver: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One fact in its place in a ledger.

    Attributes:
        body: The canonical bytes (RFC 8785) that were hashed; never re-serialised.
        personal_bytes: Canonical bytes of the salted personal block, or None when absent or destroyed.

    """

    ledger: str
    sequence: int
    previous: bytes
    leaf: bytes
    body: bytes
    personal_bytes: bytes | None
    fact: Fact


def canonical(value: object) -> bytes:
    """Return the RFC 8785 bytes of a value with ASCII keys and no floats."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def text_of(digest: bytes) -> str:
    """Write a digest as base64url without padding: 32 bytes give 43 letters."""
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes:
    """Read what `text_of` wrote."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def genesis(ledger: str) -> bytes:
    """Return what stands in the first record in place of a predecessor's hash."""
    return hashlib.sha256(b"paten-ledger\x00" + ledger.encode()).digest()


def leaf_of(body: bytes) -> bytes:
    """Hash a record's body: SHA-256(0x00 ‖ body), an RFC 6962 leaf."""
    return hashlib.sha256(b"\x00" + body).digest()


def personal_digest(personal_bytes: bytes) -> str:
    """Commit to a salted personal block: base64url of SHA-256(0x01 ‖ block)."""
    return text_of(hashlib.sha256(b"\x01" + personal_bytes).digest())


def seal_personal(personal: Data, salt: bytes) -> bytes:
    """Return the canonical bytes of a personal block with its salt."""
    return canonical({**personal, "salt": text_of(salt)})


def chain(ledger: str, sequence: int, previous: bytes, fact: Fact, salt: bytes, last_digest: str = "") -> Record:
    """Give a fact its place after the record whose leaf is `previous`.

    `salt` is used only when the fact has a personal block. Without one, `last_digest` (the digest of the entity's
    newest block, or "") is carried on, so the record still says which block it stands on.
    """
    personal_bytes = None if fact.personal is None else seal_personal(fact.personal, salt)
    digest = last_digest if personal_bytes is None else personal_digest(personal_bytes)
    body = canonical(
        {
            "actor": fact.actor,
            **({"approver": fact.approver} if fact.approver else {}),
            "bizdate": fact.business_date.isoformat(),
            "data": {**fact.data, "rev": fact.rev, **({"personaldigest": digest} if digest else {})},
            "id": fact.id,
            "prevhash": text_of(previous),
            "recordedtime": fact.recorded_time.isoformat(timespec="seconds"),
            "sequence": sequence,
            "source": f"urn:uuid:{ledger}",
            "specversion": "1.0",
            "subject": fact.entity,
            "time": fact.time.isoformat(timespec="seconds"),
            "type": TYPE_PREFIX + fact.kind,
        }
    )
    return Record(ledger, sequence, previous, leaf_of(body), body, personal_bytes, fact)


def read(body: bytes, personal_bytes: bytes | None = None) -> Record:
    """Read a stored or received body back into a record.

    The bytes must be schema-checked before; here only their meaning is taken.

    Raises:
        KeyError, ValueError: The body is not a record.

    """
    event = json.loads(body)
    data = dict(event["data"])
    rev = data.pop("rev")
    data.pop("personaldigest", None)
    personal = None
    if personal_bytes is not None:
        personal = json.loads(personal_bytes)
        personal.pop("salt")
    fact = Fact(
        event["id"],
        event["type"].removeprefix(TYPE_PREFIX),
        event["subject"],
        rev,
        datetime.fromisoformat(event["time"]),
        datetime.fromisoformat(event["recordedtime"]),
        date.fromisoformat(event["bizdate"]),
        event["actor"],
        data,
        personal,
        event.get("approver", ""),
    )
    ledger = event["source"].removeprefix("urn:uuid:")
    return Record(ledger, event["sequence"], bytes_of(event["prevhash"]), leaf_of(body), body, personal_bytes, fact)


def digest_in(body: bytes) -> str:
    """Return the personal digest a body commits to, or ""."""
    return str(json.loads(body)["data"].get("personaldigest", ""))


@dataclass(frozen=True, slots=True)
class Break:
    """One place where a chain does not hold."""

    sequence: int
    what: str


def verify(
    ledger: str, rows: Iterable[tuple[int, bytes, bytes, bytes | None]], sequence: int = 0, head: bytes | None = None
) -> list[Break]:
    """List every break in a run of stored records; an empty list means it holds.

    `rows` are (sequence, leaf, body, personal bytes or None) in ascending order, following the record `sequence`
    whose leaf is `head`. All breaks are listed, not only the first.
    """
    previous = genesis(ledger) if head is None else head
    breaks = []
    for at, leaf, body, personal_bytes in rows:
        sequence += 1
        if at != sequence:
            breaks.append(Break(sequence, "nomor urut terputus"))
            sequence = at
        event = _event(body)
        if leaf_of(body) != leaf:
            breaks.append(Break(at, "isi tidak cocok dengan sidiknya"))
        if event.get("sequence") != at or event.get("source") != f"urn:uuid:{ledger}":
            breaks.append(Break(at, "catatan milik tempat lain"))
        if event.get("prevhash") != text_of(previous):
            breaks.append(Break(at, "tidak menyambung dengan catatan sebelumnya"))
        data = event.get("data")
        digest = data.get("personaldigest") if isinstance(data, dict) else None
        if personal_bytes is not None and digest != personal_digest(personal_bytes):
            breaks.append(Break(at, "data pribadi tidak cocok dengan sidiknya"))
        previous = leaf
    return breaks


def _event(body: bytes) -> dict[str, Any]:
    try:
        event = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return event if isinstance(event, dict) else {}

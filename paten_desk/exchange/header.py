"""What a sealed file says of itself: the only place facts about the file are read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from paten_desk.domain import ledger
from paten_desk.exchange import schemas, strict_json
from paten_desk.exchange.refusals import Code, refusal

FORMAT = "paten-sync/1"
SCHEMA_SET = 1
KNOWN_FEATURES: frozenset[str] = frozenset()
MAX_HEADER_BYTES = 256 * 1024

Document = TypeVar("Document")


class Kind(StrEnum):
    """What a sealed file is for. KEY and PACK are named so that they can never be taken for another kind."""

    DATA = "data"
    REPLY = "reply"
    KEY = "key"
    PACK = "pack"


class Profile(StrEnum):
    """How much of a person leaves the office: A nothing, B the blocks of services the kabupaten must act on."""

    A = "A"
    B = "B"


@dataclass(frozen=True, slots=True)
class Label:
    """Whose file this is and which one.

    Attributes:
        file: UUID of this file.
        kabupaten, kecamatan: Kemendagri codes, "16.02" and "16.02.05"; the office, also in a reply to it.
        ledger: UUID of the ledger it is about.
        file_number: +1 with every file the sender makes of this ledger.
        created: Office time with offset.
        app: Version of the program that made it.
        clock_doubtful: The sender doubted its own clock.

    """

    file: str
    kabupaten: str
    kecamatan: str
    ledger: str
    file_number: int
    created: datetime
    app: str
    clock_doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Which records are inside: sequences, and the hashes (base64url) at both edges."""

    first: int
    last: int
    hash_before: str
    hash_last: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Counters that never go back, as of the last record of the ledger."""

    requests: int
    letters: int
    cancelled: int
    receipts: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class Known:
    """A ledger as one side knows it: how many records, and the newest one's hash (base64url)."""

    length: int
    head: str


@dataclass(frozen=True, slots=True)
class Continuation:
    """Which ledger this one goes on from, where that one ended, and why ("restored", "moved" …)."""

    ledger: str
    length: int
    head: str
    reason: str


@dataclass(frozen=True, slots=True)
class Part:
    """The how-manieth of how many files made in one export; `group` is the same UUID in all."""

    number: int
    count: int
    group: str


@dataclass(frozen=True, slots=True)
class State:
    """The whole ledger at the time of export, so that one that got shorter is seen.

    Attributes:
        length, head: Number of records and the newest one's hash (base64url).
        closed_days: Business dates closed within the file; empty for part of a day.
        last_reply: Newest reply of the kabupaten the office has read.
        continues: Where a ledger that is not the office's first goes on from.
        register: The office's first ledger, whose numbers carry no prefix; None in a file of that ledger itself.

    """

    length: int
    head: str
    counts: Counts
    profile: Profile = Profile.A
    closed_days: tuple[date, ...] = ()
    last_reply: Known | None = None
    continues: Continuation | None = None
    part: Part | None = None
    register: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """All a sealed file says of itself, signed.

    Attributes:
        recipients: age recipients it was sealed to; a reader not among them refuses it.
        signer: Fingerprint of the signing key, "SHA256:…".
        span, state: Present in a data file only.
        critical: Features a reader must know, else VERSION; everything else unknown is passed over.
        schema: Version of the set of schemas the sender used.

    """

    kind: Kind
    label: Label
    recipients: tuple[str, ...]
    signer: str
    span: Span | None = None
    state: State | None = None
    critical: tuple[str, ...] = ()
    format: str = FORMAT
    schema: int = SCHEMA_SET


def encode(document: Any) -> bytes:
    """Return the canonical line of a header or another document; what is absent is left out."""
    return ledger.canonical(to_builtins(document)) + b"\n"


def to_builtins(document: Any) -> Any:
    """Turn a dataclass into what JSON can hold; what is absent is left out."""
    return _present(msgspec.to_builtins(document, builtin_types=(datetime,)))


def decode(line: bytes) -> Header:
    """Read a header; the version is asked before the shape, the shape before the meaning.

    Raises:
        Rejected: JSON, VERSION or SCHEMA.

    """
    said = strict_json.decode(_unended(line), MAX_HEADER_BYTES)
    schemas.check(schemas.ANY_VERSION, said)
    unknown = set(said.get("critical", ())) - KNOWN_FEATURES
    if said["format"] != FORMAT or said["kind"] not in list(Kind) or unknown:
        raise refusal(Code.VERSION, f"{said['format']} {said['kind']} {sorted(unknown)}")
    schemas.check(schemas.HEADER, said)
    return to_dataclass(said, Header)


def decode_document(line: bytes, schema: schemas.Schema, kind: type[Document]) -> Document:
    """Read the one document of a reply.

    Raises:
        Rejected: JSON or SCHEMA.

    """
    said = strict_json.decode(_unended(line), MAX_HEADER_BYTES)
    schemas.check(schema, said)
    return to_dataclass(said, kind)


def to_dataclass(said: dict[str, Any], kind: type[Document]) -> Document:
    """Turn a schema-checked object into its dataclass.

    Raises:
        Rejected: SCHEMA, for what a schema cannot see, as 30 February.

    """
    try:
        return msgspec.convert(said, kind)
    except msgspec.ValidationError as error:
        raise refusal(Code.SCHEMA) from error


def _unended(line: bytes) -> bytes:
    if not line.endswith(b"\n"):
        raise refusal(Code.JSON, "not ended")
    return line[:-1]


def _present(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _present(held) for name, held in value.items() if held is not None}
    if isinstance(value, list | tuple):
        return [_present(held) for held in value]
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else value

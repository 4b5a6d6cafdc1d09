"""What the kabupaten answers: which files it took, how far it holds a ledger, and the short code for the phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from paten_desk.domain.ledger import text_of
from paten_desk.exchange import header, schemas
from paten_desk.exchange.header import Known
from paten_desk.exchange.refusals import Code, refusal
from paten_desk.exchange.schemas import SHORT_TEXT, UUID, many, shape, whole

LeafAt = Callable[[int], bytes | None]

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base32: no I, L, O, U
_TYPED = str.maketrans("OIL", "011", " -.")
_CODE = re.compile(rf"([0-9]{{6,12}})([{LETTERS}]{{8}})")


class FileResult(StrEnum):
    """What became of one file at the kabupaten. Only the first three count towards what it holds."""

    COMPLETE = "COMPLETE"
    DUPLICATE = "DUPLICATE"
    PARTIAL = "PARTIAL"
    WAITING = "WAITING"  # after a hole; kept until the hole is filled
    REJECTED = "REJECTED"


class LedgerStatus(StrEnum):
    """How a ledger stands at the kabupaten, the gravest first."""

    FORK = "FORK"  # two different records at one sequence
    SHRUNK = "SHRUNK"  # a later file claims a shorter ledger
    KEY = "KEY"  # signing key not enrolled or no longer valid; kept, not counted
    GAP = "GAP"
    WHOLE = "WHOLE"


class RecordResult(StrEnum):
    """What became of a record that was not simply accepted. None is ever dropped: the chain would break."""

    NOTED = "NOTED"
    QUARANTINED = "QUARANTINED"  # kept, not in the figures until a correction comes


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The result of one file; `code` is the reject code of a REJECTED one."""

    file: str
    file_number: int
    result: FileResult
    code: str = ""


@dataclass(frozen=True, slots=True)
class RecordNote:
    """One record not simply accepted, with the reason as a code, e.g. "UNKNOWN_VILLAGE"."""

    sequence: int
    result: RecordResult
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """How many records of the answered files were new, already held, quarantined."""

    accepted: int = 0
    already_held: int = 0
    quarantined: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to one office about one of its ledgers.

    Attributes:
        known: Gapless length the kabupaten holds, and the hash there; length 0 with the ledger's genesis hash.
        missing: First and last sequence of each hole.
        newest_app: Newest version of the program the kabupaten has; "" where it says nothing.

    """

    ledger: str
    known: Known
    status: LedgerStatus
    received: datetime
    files: tuple[FileAnswer, ...] = ()
    missing: tuple[tuple[int, int], ...] = ()
    notes: tuple[RecordNote, ...] = ()
    taken: Taken = Taken()
    newest_app: str = ""


class Agreement(StrEnum):
    """How what the kabupaten holds compares with our own ledger."""

    SAME = "SAME"
    AHEAD = "AHEAD"  # it holds more than we have: this computer was set back
    DIFFERENT = "DIFFERENT"  # another record stands there: two ledgers went apart


SCHEMA = schemas.compile_schema(
    shape(
        {
            "ledger": UUID,
            "known": schemas.KNOWN,
            "status": {"enum": list(LedgerStatus)},
            "received": schemas.TIME,
            "files": many(
                shape(
                    {
                        "file": UUID,
                        "file_number": whole(1),
                        "result": {"enum": list(FileResult)},
                        "code": {"enum": ["", *Code]},
                    }
                ),
                500,
            ),
            "missing": many(many(whole(1), 2, least=2), 500),
            "notes": many(
                shape(
                    {"sequence": whole(1), "result": {"enum": list(RecordResult)}, "reason": SHORT_TEXT},
                ),
                1000,
            ),
            "taken": shape({"accepted": whole(), "already_held": whole(), "quarantined": whole()}),
        },
        {"newest_app": SHORT_TEXT},
    )
)


def decode(line: bytes) -> Reply:
    """Read the reply document.

    Raises:
        Rejected: JSON or SCHEMA.

    """
    return header.decode_document(line, SCHEMA, Reply)


def agreement(known: Known, leaf_at: LeafAt) -> Agreement:
    """Compare what the kabupaten holds with our own ledger; both a file and a code by phone are held against it.

    `leaf_at` gives our own leaf at a sequence, the genesis hash at 0, None past the end.
    """
    own = leaf_at(known.length)
    if own is None:
        return Agreement.AHEAD
    return Agreement.SAME if text_of(own) == known.head else Agreement.DIFFERENT


def code_of(length: int, leaf: bytes) -> str:
    """Return the reply code to read out by phone: length, then 40 bits of the hash there: 000240-7K3M-Q9TX."""
    value = int.from_bytes(leaf[:5], "big")
    letters = "".join(LETTERS[value >> 5 * place & 31] for place in range(7, -1, -1))
    return f"{length:06d}-{letters[:4]}-{letters[4:]}"


def confirmed_by(code: str, leaf_at: LeafAt) -> Known:
    """Return what a typed reply code confirms, checked against our own ledger.

    Small letters, spaces, and O, I, L for 0 and 1 are understood.

    Raises:
        Rejected: CODE where it is no code or not one of this ledger.

    """
    found = _CODE.fullmatch(code.upper().translate(_TYPED))
    if found is None:
        raise refusal(Code.CODE, "not a code")
    length = int(found[1])
    leaf = leaf_at(length)
    if leaf is None or code_of(length, leaf).replace("-", "") != found[0]:
        raise refusal(Code.CODE, "not of this ledger")
    return Known(length, text_of(leaf))

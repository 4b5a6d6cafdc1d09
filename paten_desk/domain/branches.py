"""A ledger that goes on from another one of the same office: after a restore, on a laptop, at a counter cut off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BranchReason(StrEnum):
    """Why the office goes on in a ledger of its own."""

    RESTORED = "restored"
    MOVED = "moved"
    VILLAGE = "village"
    CUT_OFF = "cut_off"


REASON_NAMES = {
    BranchReason.RESTORED: "dipulihkan dari cadangan",
    BranchReason.MOVED: "pindah ke komputer lain",
    BranchReason.VILLAGE: "laptop pelayanan di desa",
    BranchReason.CUT_OFF: "loket terputus dari server",
}
AWAY = frozenset({BranchReason.VILLAGE, BranchReason.CUT_OFF})
"""Ledgers that come back into the office by sealed file; the office itself speaks with the kabupaten."""


@dataclass(frozen=True, slots=True)
class BranchPersonal:
    """What somebody wrote about it."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class BranchLedger:
    """One ledger of the office after its first; its id is the ledger's.

    Attributes:
        prefix: Stands before its numbers, "L2".
        parent, parent_length, parent_head: Where it goes on from; the head is base64url.
        recipient: age recipient of the office that a ledger which is away is sealed to.

    """

    id: str
    prefix: str
    parent: str
    parent_length: int
    parent_head: str
    reason: BranchReason
    recipient: str = ""
    personal: BranchPersonal = BranchPersonal()

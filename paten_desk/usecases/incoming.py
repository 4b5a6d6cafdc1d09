"""Take a verified data file into the database: at the kabupaten an office's, at the office its laptop's."""

from __future__ import annotations

import json
from dataclasses import dataclass

import msgspec

from paten_desk.domain.errors import Rejected
from paten_desk.domain.ledger import bytes_of
from paten_desk.domain.partners import Partner
from paten_desk.exchange.reply import FileResult, LedgerStatus
from paten_desk.exchange.sealed_file import Opened
from paten_desk.store import journal, ledgers, merging
from paten_desk.store.connection import transaction
from paten_desk.store.merging import Merged
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Taken:
    """What one file did.

    Attributes:
        holes: First and last sequence of each stretch that is still missing.

    """

    merged: Merged
    holes: tuple[tuple[int, int], ...]
    result: FileResult


def belongs(opened: Opened, partner: Partner, role: str) -> None:
    """Let only a ledger in that is the sender's: known as one of its, or said to go on from one of its.

    Raises:
        Rejected: The file is about somebody else's ledger.

    """
    held = ledgers.place(opened.header.label.ledger)
    state = opened.header.state
    said = state.continues if state else None
    parent = ledgers.place(said.ledger) if said else None
    if held is not None:
        fits = held.role == role and held.area == partner.area
    else:
        fits = said is not None and (parent is None or parent.area == partner.area)
    if not fits:
        raise Rejected(
            "KEY",
            f"Buku catatan dalam berkas ini bukan milik {partner.name}.",
            "Minta kantor itu mengirim kartu kunci yang baru.",
        )


def held_of(opened: Opened) -> tuple[int, bool]:
    """Return how many records of a file are held already, and whether it follows without a hole on what is held."""
    ledger = opened.header.label.ledger
    held = sum(journal.leaf_at(ledger, record.sequence) == record.leaf for record in opened.records)
    place = ledgers.place(ledger)
    return held, opened.records[0].sequence <= (place.length if place else 0) + 1


def take(context: Context, opened: Opened, role: str) -> Taken:
    """Merge a verified file, whole or not at all, and keep what it claims of its ledger."""
    label, state = opened.header.label, opened.header.state
    assert state is not None
    with transaction():
        if state.continues is not None:
            said = state.continues
            register = state.register or said.ledger
            ledgers.introduce(label.ledger, label.kecamatan, register, said.ledger, said.length, said.head, role)
        merged = merging.merge(label.ledger, opened.records, label.file)
        holes = merging.missing(label.ledger)
        result = _result(merged, opened, holes)
        merging.claim(
            label.ledger,
            label.file_number,
            label.file,
            state.length,
            bytes_of(state.head),
            context.now(),
            result.value,
            json.dumps(msgspec.to_builtins(opened.header), sort_keys=True),
        )
    return Taken(merged, tuple(holes), result)


def _result(merged: Merged, opened: Opened, holes: list[tuple[int, int]]) -> FileResult:
    if merged.forked:
        return FileResult.PARTIAL
    if not merged.new:
        return FileResult.DUPLICATE
    behind_a_hole = any(first < opened.records[0].sequence for first, _ in holes)
    return FileResult.WAITING if behind_a_hole else FileResult.COMPLETE


def status_of(ledger: str) -> LedgerStatus:
    """Return how a ledger stands, the gravest first."""
    if merging.is_forked(ledger) or merging.left_parent(ledger):
        return LedgerStatus.FORK
    if merging.has_shrunk(ledger):
        return LedgerStatus.SHRUNK
    return LedgerStatus.GAP if merging.missing(ledger) else LedgerStatus.WHOLE

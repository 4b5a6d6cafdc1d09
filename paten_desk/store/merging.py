"""At the kabupaten: put another office's records beside ours, in any order, any number of times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from peewee import fn

from paten_desk.domain import ledger as chain
from paten_desk.domain.ledger import Record
from paten_desk.store import journal, nouns, projection
from paten_desk.store.connection import one, rows, scalar, sql
from paten_desk.store.tables import Branch, Claim, Entity, Journal


@dataclass(frozen=True, slots=True)
class Merged:
    """What one merge did.

    Attributes:
        length, leaf: The gapless ledger as held afterwards.

    """

    new: int
    held: int
    forked: int
    length: int
    leaf: bytes


def merge(ledger: str, records: Iterable[Record], file: str) -> Merged:
    """Add the records not yet held; a different one at a taken place is kept aside as a branch."""
    new = held = forked = 0
    for record in records:
        leaf = journal.leaf_at(ledger, record.sequence)
        if leaf == record.leaf:
            held += 1
        elif leaf is not None or not _joins(record):
            forked += 1
            sql(
                "INSERT INTO branch (ledger, sequence, leaf, body, file_id) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (ledger, sequence, leaf) DO NOTHING",
                (ledger, record.sequence, record.leaf, record.body, file),
            )
        else:
            new += 1
            _add(record)
    length, leaf = _settle(ledger)
    return Merged(new, held, forked, length, leaf)


def _joins(record: Record) -> bool:
    before = journal.leaf_at(record.ledger, record.sequence - 1)
    after = scalar(
        Journal.select(Journal.body).where(
            (Journal.ledger == record.ledger) & (Journal.sequence == record.sequence + 1)
        )
    )
    fits_after = after is None or chain.read(bytes(after)).previous == record.leaf
    return (before is None or before == record.previous) and fits_after


def _add(record: Record) -> None:
    fact = record.fact
    journal.insert(record)
    name = nouns.noun_of(record)
    if name not in nouns.NOUNS:
        return  # a newer office's noun: kept, shown after an update
    newest = scalar(Entity.select(Entity.rev).where(Entity.id == fact.entity))
    if newest is not None and newest >= fact.rev:
        return
    noun = nouns.from_images(nouns.NOUNS[name], fact.entity, dict(fact.data), None)
    projection.place(record, noun, newest is None)


def _settle(ledger: str) -> tuple[int, bytes]:
    """Move the ledger's gapless length up as far as it reaches."""
    held = journal.head(ledger)
    length = held.length
    while journal.leaf_at(ledger, length + 1) is not None:
        length += 1
    leaf = journal.leaf_at(ledger, length) or chain.genesis(ledger)
    newest = scalar(Journal.select(fn.MAX(Journal.bizdate)).where(Journal.ledger == ledger)) or ""
    sql("UPDATE ledger SET length = ?, head = ?, bizdate = ? WHERE id = ?", (length, leaf, newest, ledger))
    return length, leaf


def missing(ledger: str) -> list[tuple[int, int]]:
    """Return the holes of a ledger: between what is held gaplessly and what came after."""
    length = journal.head(ledger).length
    found = rows(
        Journal.select(Journal.sequence)
        .where((Journal.ledger == ledger) & (Journal.sequence > length))
        .order_by(Journal.sequence)
    )
    holes = []
    for (sequence,) in found:
        if sequence > length + 1:
            holes.append((length + 1, sequence - 1))
        length = sequence
    return holes


def claim(
    ledger: str, number: int, file: str, length: int, head: bytes, at: datetime, result: str, header: str
) -> None:
    """Keep what a file claimed of its ledger; the same file again changes nothing."""
    sql(
        "INSERT INTO claim (ledger, file_number, file_id, length, head, received_at, result, header) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ledger, file_number, file_id) DO NOTHING",
        (ledger, number, file, length, head, at.isoformat(timespec="seconds"), result, header),
    )


def is_forked(ledger: str) -> bool:
    """Say whether two different records stand at one place of a ledger."""
    return one(Branch.select(Branch.id).where(Branch.ledger == ledger)) is not None


def has_shrunk(ledger: str) -> bool:
    """Say whether a later file claimed a shorter ledger than an earlier one."""
    claims = rows(
        Claim.select(Claim.file_number, Claim.length)
        .where(Claim.ledger == ledger)
        .order_by(Claim.file_number, Claim.length)
    )
    return any(later[1] < earlier[1] for earlier, later in pairwise(claims))


def files(ledger: str) -> list[tuple[int, str, str]]:
    """Return (file number, received at, result) of the files of a ledger, newest number first."""
    query = Claim.select(Claim.file_number, Claim.received_at, Claim.result).where(Claim.ledger == ledger)
    return [(number, at, result) for number, at, result in rows(query.order_by(Claim.file_number.desc()))]

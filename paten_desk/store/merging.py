"""Put records of another computer beside ours, in any order, any number of times: an office's at the kabupaten, or a
laptop's at its office.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from peewee import fn

from paten_desk.domain import ledger as chain
from paten_desk.domain.branches import BranchLedger
from paten_desk.domain.ledger import Record
from paten_desk.store import journal, ledgers, nouns, numbers, projection
from paten_desk.store.connection import one, rows, scalar, sql
from paten_desk.store.packing import unpack
from paten_desk.store.tables import Branch, Claim, Journal

NEWEST_BLOCK = (  # by rev, which one index answers; within a ledger it rises with the sequence
    "SELECT personal.sequence, personal.block FROM journal JOIN personal "
    "ON personal.ledger = journal.ledger AND personal.sequence = journal.sequence "
    "WHERE journal.entity = ? AND journal.rev <= ? AND journal.ledger = ? ORDER BY journal.rev DESC LIMIT 1"
)
MOST_LEDGERS = 100  # of one office; as many records can at most have the same rev


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
    touched: dict[str, None] = {}
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
            journal.insert(record)
            touched[record.fact.entity] = None
    for entity in touched:
        _point(entity, ledger)
    length, leaf = _settle(ledger)
    return Merged(new, held, forked, length, leaf)


def _joins(record: Record) -> bool:
    """Say whether a record fits what is held; one that follows a record kept aside is aside as well."""
    before = journal.leaf_at(record.ledger, record.sequence - 1)
    aside = "SELECT 1 FROM branch WHERE ledger = ? AND sequence = ? AND leaf = ?"
    if before is None and sql(aside, (record.ledger, record.sequence - 1, record.previous)):
        return False
    after = sql("SELECT body FROM journal WHERE ledger = ? AND sequence = ?", (record.ledger, record.sequence + 1))
    fits_after = not after or chain.read(unpack(after[0][0])).previous == record.leaf
    return (before is None or before == record.previous) and fits_after


def _point(entity: str, ledger: str) -> None:
    """Let pointer and screen row say what the newest record of an entity says, whatever came first.

    Newest is the highest `rev` in all ledgers of the office; among equals what was keyed in last, then the greater
    hash.
    """
    at = sql("SELECT ledger.area FROM entity JOIN ledger ON ledger.id = entity.ledger WHERE entity.id = ?", (entity,))
    area = sql("SELECT area FROM ledger WHERE id = ?", (ledger,))[0][0]
    if at and at[0][0] != area:
        return  # another office's: kept, never shown as its
    found = sql(
        "SELECT body FROM journal WHERE entity = ? AND ledger IN (SELECT id FROM ledger WHERE area = ?) "
        "ORDER BY rev DESC LIMIT ?",
        (entity, area, MOST_LEDGERS),
    )
    newest = max((chain.read(unpack(body)) for (body,) in found), key=standing)
    name = nouns.noun_of(newest)
    if name not in nouns.NOUNS:
        return  # a newer office's noun: kept, shown after an update
    block = sql(NEWEST_BLOCK, (entity, newest.fact.rev, newest.ledger))
    personal = chain.read(newest.body, unpack(block[0][1])).fact.personal if block else None
    noun = nouns.from_images(nouns.NOUNS[name], entity, dict(newest.fact.data), dict(personal) if personal else None)
    projection.place(newest, noun, block[0][0] if block else 0, not at)
    taken = projection.number_in(noun)
    if taken is not None:
        numbers.seen(taken[0] or ledgers.register_of(newest.ledger), *taken[1:])
    if isinstance(noun, BranchLedger):
        ledgers.name(noun.id, noun.prefix)


def standing(record: Record) -> tuple[int, datetime, bytes]:
    """Return what makes one record about an entity newer than another, in whatever ledger and order they came."""
    return record.fact.rev, record.fact.recorded_time, record.leaf


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
    """Say whether a later file claimed a shorter ledger than an earlier one.

    Where the office said of a newer ledger that it goes on from that length, a restore explains it.
    """
    told = {length for (length,) in sql("SELECT parent_length FROM ledger WHERE parent = ?", (ledger,))}
    claims = rows(
        Claim.select(Claim.file_number, Claim.length)
        .where(Claim.ledger == ledger)
        .order_by(Claim.file_number, Claim.length)
    )
    return any(later[1] < earlier[1] and later[1] not in told for earlier, later in pairwise(claims))


def left_parent(ledger: str) -> bool:
    """Say whether a ledger goes on from a record of its parent that is another one than the one held here."""
    found = sql("SELECT parent, parent_length, parent_head FROM ledger WHERE id = ? AND parent <> ''", (ledger,))
    if not found:
        return False
    leaf = journal.leaf_at(found[0][0], found[0][1])
    return leaf is not None and chain.text_of(leaf) != found[0][2]


def files(ledger: str) -> list[tuple[int, str, str]]:
    """Return (file number, received at, result) of the files of a ledger, newest number first."""
    query = Claim.select(Claim.file_number, Claim.received_at, Claim.result).where(Claim.ledger == ledger)
    return [(number, at, result) for number, at, result in rows(query.order_by(Claim.file_number.desc()))]

"""What the register books read of a month: whole nouns and records in bulk, never one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from paten_desk.domain import ledger as chain
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Status
from paten_desk.store import ledgers, nouns
from paten_desk.store.connection import sql
from paten_desk.store.packing import unpack

CHUNK = 400

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Passed:
    """A request as it was when one of its records was made.

    Attributes:
        rev: Of that record, counted from 1.
        time: When it happened, office time.

    """

    rev: int
    time: datetime
    request: Request


def many(kind: type[Noun], entities: Collection[str]) -> dict[str, Noun]:
    """Return the newest states of entities by id; an id that is not on record is left out."""
    found: dict[str, Noun] = {}
    for marks, ids in _chunks(entities):
        page = sql(
            "SELECT entity.id, entity.rev, journal.body, personal.block FROM entity "  # noqa: S608  # own names only
            "JOIN journal ON journal.ledger = entity.ledger AND journal.sequence = entity.sequence "
            "LEFT JOIN personal ON personal.ledger = entity.ledger AND personal.sequence = entity.personal_sequence "
            f"WHERE entity.noun = ? AND entity.id IN ({marks})",
            (nouns.NAMES[kind], *ids),
        )
        for entity, rev, body, block in page:
            found[entity] = nouns.read(kind, entity, rev, unpack(body), None if block is None else unpack(block))
    return found


def times(kind: str, entities: Collection[str]) -> dict[str, list[tuple[int, datetime]]]:
    """Return (rev, time) of every record of a kind about each entity, oldest first."""
    found: dict[str, list[tuple[int, datetime]]] = {}
    for marks, ids in _chunks(entities):
        page = sql(
            f"SELECT entity, rev, body FROM journal WHERE kind = ? AND entity IN ({marks}) ORDER BY rev",  # noqa: S608
            (kind, *ids),
        )
        for entity, rev, body in page:
            found.setdefault(entity, []).append((int(rev), chain.read(unpack(body)).fact.time))
    return found


def passed(kind: str, first: date, last: date) -> list[Passed]:
    """Return the requests about which a record of a kind counts for a day in [first, last), as they were then.

    A record that left its people unchanged shows none.
    """
    found = []
    for place in ledgers.office_ledgers():
        span = ledgers.first_of(place, first), ledgers.first_of(place, last) - 1
        page = sql(
            "SELECT journal.entity, journal.rev, journal.body, personal.block FROM journal "
            "LEFT JOIN personal ON personal.ledger = journal.ledger AND personal.sequence = journal.sequence "
            "WHERE journal.ledger = ? AND journal.sequence BETWEEN ? AND ? AND journal.kind = ? "
            "ORDER BY journal.sequence",
            (place.id, *span, kind),
        )
        for entity, rev, body, block in page:
            held = nouns.read(Request, entity, rev, unpack(body), None if block is None else unpack(block))
            found.append(Passed(int(rev), chain.read(unpack(body)).fact.time, held))
    return found


def handed_over(first: date, last: date) -> list[str]:
    """Return the ids of the requests whose paper was taken away on a day in [first, last), in that order."""
    found = sql(
        "SELECT id FROM request WHERE status = ? AND ended_at >= ? AND ended_at < ? ORDER BY ended_at, rowno",
        (Status.HANDED_OVER.value, first.isoformat(), last.isoformat()),
    )
    return [identity for (identity,) in found]


def _chunks(entities: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Walk ids a page at a time, each with its question marks."""
    ids = list(dict.fromkeys(entities))
    for at in range(0, len(ids), CHUNK):
        page = ids[at : at + CHUNK]
        yield ", ".join("?" * len(page)), page

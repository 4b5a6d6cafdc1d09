"""The append-only journal: every write of the program passes here, and every reading of a noun."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

import peewee

from paten_desk.domain import ledger as chain
from paten_desk.domain.errors import NotFound
from paten_desk.domain.ledger import Fact, Record
from paten_desk.store import connection, ledgers, nouns, projection
from paten_desk.store.connection import rows, scalar, sql
from paten_desk.store.ledgers import OFFICE, OWN
from paten_desk.store.packing import pack, unpack
from paten_desk.store.tables import Journal, Ledger, Personal

PAGE = 2000
ENTITY = ("id", "noun", "rev", "ledger", "sequence", "personal_sequence")
PLACE = f"SELECT {', '.join(ENTITY)} FROM entity "  # noqa: S608  # own names only

Noun = TypeVar("Noun")

written = [("", 0)]  # ledger and sequence of what this process wrote last; too high after a rollback


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, when, and where fresh ids and salts come from.

    Attributes:
        time: When it happened; `recorded_time` when it was keyed in.
        new_id: Gives UUIDv7 text.
        salt: Gives 16 random bytes.
        approver: Id of the second person where one is demanded, else "".

    """

    actor: str
    time: datetime
    recorded_time: datetime
    business_date: date
    new_id: Callable[[], str]
    salt: Callable[[], bytes]
    approver: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest place in a ledger.

    Attributes:
        acknowledged: Sequence the kabupaten has confirmed.
        files: Number of sealed files made of it.

    """

    ledger: str
    area: str
    length: int
    leaf: bytes
    business_date: date | None
    acknowledged: int
    files: int


def open_ledger(ledger: str, area: str, role: str = OWN) -> None:
    """Begin an empty ledger."""
    sql(
        "INSERT INTO ledger (id, area, role, length, head, bizdate, acknowledged, files) "
        "VALUES (?, ?, ?, 0, ?, '', 0, 0)",
        (ledger, area, role, chain.genesis(ledger)),
    )


def head(ledger: str = "") -> Head:
    """Return the head of a ledger; of the office's own without a name.

    Raises:
        NotFound, StoreUnavailable: There is no such ledger; a foreign tool has bent it.

    """
    columns = "SELECT id, area, length, head, bizdate, acknowledged, files FROM ledger WHERE "
    found = sql(columns + ("id = ?" if ledger else "role = ?"), (ledger or OWN,))
    if not found:
        raise NotFound("Buku catatan kantor ini belum dibuat.", "Jalankan penyiapan awal.")
    identity, area, length, leaf, bizdate, acknowledged, files = found[0]
    try:
        day = date.fromisoformat(bizdate) if bizdate else None
    except (ValueError, TypeError) as error:
        raise nouns.damaged() from error
    return Head(identity, area, length, bytes(leaf), day, acknowledged, files)


def has_ledger(ledger: str) -> bool:
    """Say whether a ledger is known here."""
    return bool(sql("SELECT 1 FROM ledger WHERE id = ?", (ledger,)))


def record(stamp: Stamp, verb: str, noun: Any, identity: str = "") -> Record:
    """Write one fact about a noun: journal, personal block, pointers and screen tables, all in this transaction.

    `identity` is the record's own id where the caller has a token that makes a repetition harmless.
    """
    name = nouns.NAMES[type(noun)]
    public, personal = nouns.to_images(noun)
    at = head()
    held = sql("SELECT rev, ledger, personal_sequence FROM entity WHERE id = ?", (noun.id,))
    rev, digest, carried = 1, "", 0
    if held:
        rev = held[0][0] + 1
        if held[0][1] == at.ledger:  # a ledger never needs another's blocks: the first record here carries it again
            carried = held[0][2]
        if carried:
            block = _personal_bytes(at.ledger, carried)
            digest = "" if block is None else chain.personal_digest(block)
            if personal is not None and block is not None and _same(block, personal):
                personal = None
    fact = Fact(
        identity or stamp.new_id(),
        f"{name}.{verb}.v1",
        noun.id,
        rev,
        stamp.time,
        stamp.recorded_time,
        stamp.business_date,
        stamp.actor,
        public,
        personal,
        stamp.approver,
    )
    salt = stamp.salt() if personal is not None else b""
    made = chain.chain(at.ledger, at.length + 1, at.leaf, fact, salt, digest)
    append(made)
    projection.apply(made, noun, made.sequence if personal is not None else carried)
    return made


def append(made: Record) -> None:
    """Put a record at the end of its ledger; pointers and screen tables are the caller's."""
    insert(made)
    written[0] = made.ledger, made.sequence
    sql(
        "UPDATE ledger SET length = ?, head = ?, bizdate = ? WHERE id = ?",
        (made.sequence, made.leaf, made.fact.business_date.isoformat(), made.ledger),
    )


def insert(made: Record) -> None:
    """Store a record and its personal block at their place; whether the place is the end is the caller's."""
    fact = made.fact
    sql(
        "INSERT INTO journal (ledger, sequence, leaf, kind, entity, rev, bizdate, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.ledger,
            made.sequence,
            made.leaf,
            fact.kind,
            fact.entity,
            fact.rev,
            fact.business_date.isoformat(),
            pack(made.body),
        ),
    )
    if made.personal_bytes is not None:
        sql(
            "INSERT INTO personal (ledger, sequence, block) VALUES (?, ?, ?)",
            (made.ledger, made.sequence, pack(made.personal_bytes)),
        )


def load(kind: type[Noun], entity: str) -> Noun:
    """Return the newest state of an entity.

    Raises:
        NotFound: There is none.

    """
    held = sql(PLACE + "WHERE id = ? AND noun = ?", (entity, nouns.NAMES[kind]))
    if not held:
        raise NotFound("Data yang dicari tidak ada.", "Muat ulang daftar.")
    return _build(kind, held[0])


def load_all(kind: type[Noun], roles: tuple[str, ...] = OFFICE) -> list[Noun]:
    """Return the office's own entities of a noun in their newest state, for nouns of which there are few.

    `roles` says of which of its ledgers; the newest record of an entity decides where it belongs.
    """
    columns = ", ".join(f"entity.{column}" for column in ENTITY)
    found = sql(
        f"SELECT {columns} FROM entity JOIN ledger ON ledger.id = entity.ledger "  # noqa: S608  # own names only
        f"WHERE entity.noun = ? AND ledger.id IN {ledgers.within(roles)} "
        "ORDER BY length(ledger.prefix), ledger.prefix, entity.sequence, entity.id",
        (nouns.NAMES[kind],),
    )
    return [_build(kind, held) for held in found]


def version_of(kind: type[Any]) -> tuple[Any, ...]:
    """Return what changes whenever an entity of a noun changes; a key for what was computed from all of them."""
    found = sql(
        "SELECT ledger, count(*), sum(rev), sum(sequence) FROM entity "  # noqa: S608  # own names only
        f"WHERE noun = ? AND ledger IN {ledgers.within()} GROUP BY ledger ORDER BY ledger",
        (nouns.NAMES[kind],),
    )
    return connection.times_opened(), *((ledger, int(many), int(revs), int(at)) for ledger, many, revs, at in found)


def exists(entity: str) -> bool:
    """Say whether an entity is in the record."""
    return bool(sql("SELECT 1 FROM entity WHERE id = ?", (entity,)))


def history(entity: str) -> list[Record]:
    """Return every record about an entity, oldest first, without personal blocks."""
    found = sql("SELECT body FROM journal WHERE entity = ? ORDER BY rev, id", (entity,))
    return [chain.read(unpack(body)) for (body,) in found]


def stored(ledger: str, first: int = 1, last: int | None = None) -> Iterator[tuple[int, bytes, bytes, bytes | None]]:
    """Walk (sequence, leaf, body, personal bytes) of a ledger in order, a page at a time."""
    last = scalar(Ledger.select(Ledger.length).where(Ledger.id == ledger)) or 0 if last is None else last
    while first <= last:
        page = rows(
            Journal.select(Journal.sequence, Journal.leaf, Journal.body, Personal.block)
            .join(
                Personal,
                peewee.JOIN.LEFT_OUTER,
                on=(Personal.ledger == Journal.ledger) & (Personal.sequence == Journal.sequence),
            )
            .where((Journal.ledger == ledger) & Journal.sequence.between(first, min(last, first + PAGE - 1)))
            .order_by(Journal.sequence)
        )
        for sequence, leaf, body, block in page:
            yield sequence, _bytes(leaf), unpack(body), None if block is None else unpack(block)
        first += PAGE


def acknowledge(ledger: str, length: int) -> None:
    """Note how far the kabupaten holds a ledger."""
    sql("UPDATE ledger SET acknowledged = ? WHERE id = ? AND acknowledged < ?", (length, ledger, length))


def next_file(ledger: str) -> int:
    """Take the next file number of a ledger."""
    sql("UPDATE ledger SET files = files + 1 WHERE id = ?", (ledger,))
    return int(scalar(Ledger.select(Ledger.files).where(Ledger.id == ledger)))


def leaf_at(ledger: str, sequence: int) -> bytes | None:
    """Return the hash of one record of a ledger, or None; 0 gives what stands before the first."""
    if sequence == 0:
        return chain.genesis(ledger)
    found = sql("SELECT leaf FROM journal WHERE ledger = ? AND sequence = ?", (ledger, sequence))
    return _bytes(found[0][0]) if found else None


def _bytes(value: bytes | memoryview | str) -> bytes:
    """Take what a foreign tool may have left in a column as it is; the chain check names it."""
    return value.encode() if isinstance(value, str) else bytes(value)


def _build(kind: type[Noun], held: tuple[Any, ...]) -> Noun:
    identity, _, rev, ledger, sequence, personal_sequence = held
    found = sql("SELECT body FROM journal WHERE ledger = ? AND sequence = ?", (ledger, sequence))
    if not found:
        raise nouns.damaged()
    block = _personal_bytes(ledger, personal_sequence) if personal_sequence else None
    return nouns.read(kind, identity, rev, unpack(found[0][0]), block)


def _personal_bytes(ledger: str, sequence: int) -> bytes | None:
    found = sql("SELECT block FROM personal WHERE ledger = ? AND sequence = ?", (ledger, sequence))
    return unpack(found[0][0]) if found else None


def _same(block: bytes, personal: dict[str, Any]) -> bool:
    held = json.loads(block)
    return chain.canonical({**personal, "salt": held["salt"]}) == block

"""Backups on record, and what a drill opens from a restored copy."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from paten_desk.domain import ledger as chain
from paten_desk.domain.backups import Backup, BackupState
from paten_desk.domain.branches import BranchLedger
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import User
from paten_desk.store import journal, nouns, proof
from paten_desk.store.connection import sql
from paten_desk.store.ledgers import LINE, within
from paten_desk.store.packing import unpack

REMEMBERED = 400  # months of backups; what lies further back is late in any case


def newest() -> tuple[Backup, ...]:
    """Return this computer's newest backups, drills, failures and restores, newest first; not those of its laptops."""
    return _newest(journal.version_of(Backup))


def last_by_place() -> dict[str, datetime]:
    """Return by the name of its place when the newest proven backup was made there."""
    return {made.target: made.at for made in reversed(newest()) if made.state is BackupState.PROVEN}


def waiting() -> int:
    """Return how many records of the office's own ledger no proven backup holds; those about backups do not count."""
    ledger = journal.head().ledger
    last = next((made for made in newest() if made.state is BackupState.PROVEN), None)
    held = last.sequence if last is not None and last.ledger == ledger else 0
    statement = "SELECT count(*) FROM journal WHERE ledger = ? AND sequence > ? AND kind NOT LIKE ?"
    return int(sql(statement, (ledger, held, "backup.%"))[0][0])


@lru_cache(2)
def _newest(version: tuple[Any, ...]) -> tuple[Backup, ...]:
    found = sql(
        f"SELECT id FROM entity WHERE noun = 'backup' AND ledger IN {within(LINE)} ORDER BY id DESC LIMIT ?",  # noqa: S608
        (REMEMBERED,),
    )
    return tuple(journal.load(Backup, identity) for (identity,) in found)


def begun_at() -> datetime | None:
    """Return when the first record here was written."""
    found = sql("SELECT body FROM journal ORDER BY id LIMIT 1")
    return chain.read(unpack(found[0][0])).fact.recorded_time if found else None


def last_receipts(count: int) -> list[Request]:
    """Return the newest requests that have a number, read from the record itself."""
    query = f"SELECT id FROM request WHERE number <> '' AND ledger IN {within()} ORDER BY rowno DESC LIMIT ?"  # noqa: S608
    return [journal.load(Request, identity) for (identity,) in sql(query, (count,))]


def users_in(path: Path, key: bytes) -> list[User]:
    """Return the people in a database that is not open, read-only."""
    query = (
        "SELECT entity.id, journal.body FROM entity JOIN journal "
        "ON journal.ledger = entity.ledger AND journal.sequence = entity.sequence WHERE entity.noun = 'user'"
    )
    with proof.opened(path, key) as connection:
        rows = connection.execute(query).fetchall()
    return [
        nouns.from_images(User, identity, dict(chain.read(unpack(body)).fact.data), None) for identity, body in rows
    ]


def branches_in(path: Path, key: bytes) -> list[tuple[str, int, BranchLedger]]:
    """Return the later ledgers of the office in a database that is not open, read-only: role, length, how it began."""
    query = (
        "SELECT ledger.role, ledger.length, entity.id, journal.body, personal.block FROM ledger "
        "JOIN entity ON entity.id = ledger.id AND entity.noun = 'ledger' "
        "JOIN journal ON journal.ledger = entity.ledger AND journal.sequence = entity.sequence "
        "LEFT JOIN personal ON personal.ledger = entity.ledger AND personal.sequence = entity.personal_sequence"
    )
    with proof.opened(path, key) as connection:
        rows = connection.execute(query).fetchall()
    found = []
    for role, length, identity, body, block in rows:
        fact = chain.read(unpack(body), unpack(block) if block is not None else None).fact
        found.append(
            (role, length, nouns.from_images(BranchLedger, identity, dict(fact.data), dict(fact.personal or {})))
        )
    return sorted(found, key=lambda each: (len(each[2].prefix), each[2].prefix))

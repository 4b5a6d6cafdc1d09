"""Backups on record, and what a drill opens from a restored copy."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from paten_desk.domain import ledger as chain
from paten_desk.domain.backups import Backup, BackupState
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import User
from paten_desk.store import journal, nouns, proof
from paten_desk.store.connection import sql
from paten_desk.store.ledgers import within

REMEMBERED = 400  # months of backups; what lies further back is late in any case


def newest() -> tuple[Backup, ...]:
    """Return the office's newest backups, drills, failures and restores, newest first."""
    return _newest(journal.version_of(Backup))


def waiting() -> int:
    """Return how many records of the office's own ledger no proven backup holds."""
    head = journal.head()
    last = next((made for made in newest() if made.state is BackupState.PROVEN), None)
    is_same = last is not None and last.ledger == head.ledger
    return head.length - (last.sequence + 1 if is_same and last else 0)  # a backup's own record comes after it


@lru_cache(2)
def _newest(version: tuple[Any, ...]) -> tuple[Backup, ...]:
    found = sql(
        f"SELECT id FROM entity WHERE noun = 'backup' AND ledger IN {within()} ORDER BY id DESC LIMIT ?",  # noqa: S608
        (REMEMBERED,),
    )
    return tuple(journal.load(Backup, identity) for (identity,) in found)


def begun_at() -> datetime | None:
    """Return when the first record here was written."""
    found = sql("SELECT body FROM journal ORDER BY id LIMIT 1")
    return chain.read(bytes(found[0][0])).fact.recorded_time if found else None


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
    return [nouns.from_images(User, identity, dict(chain.read(bytes(body)).fact.data), None) for identity, body in rows]

"""Issued PDFs by the hash of their bytes, in a yearly encrypted file of their own.

Scans, which weigh far more, are filed by the month under 202611: a backup then copies one month again, not a year.

A document is written and synced before the journal names it; one that no record names is swept by `check`. The file
has its own connection, never ATTACH: that would not be atomic across files. On a server the documents are a table.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee
import sqlcipher3

from paten_desk.domain.errors import NotFound
from paten_desk.store import connection, engine

FIXED = 0  # the "year" of what belongs to none: the crest, the office's own forms

_files: dict[int, sqlcipher3.Connection] = {}
_place: list[tuple[Path, bytes]] = []


class _Here(threading.local):
    place = _place
    files = _files


_here = _Here()


def open_at(folder: Path, key: bytes) -> None:
    """Say where the yearly files lie and under which key; they are made when first needed."""
    close()
    _place.append((folder, key))


def close() -> None:
    """Close the yearly files."""
    _place.clear()
    while _files:
        _files.popitem()[1].close()


@contextmanager
def looking_at(folder: Path, key: bytes) -> Iterator[None]:
    """Read the yearly files of another folder, such as a restored copy, in this thread."""
    _here.place, _here.files = [(folder, key)], {}
    try:
        yield
    finally:
        for file in _here.files.values():
            file.close()
        _here.place, _here.files = _place, _files


def put(content: bytes, year: int) -> str:
    """Store a document and return its SHA-256 in hex; storing it again changes nothing.

    Raises:
        StoreUnavailable: It cannot be written.

    """
    digest = hashlib.sha256(content).hexdigest()
    if not connection.current().is_file:
        with connection.transaction():
            connection.sql(
                "INSERT INTO document (hash, content) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING", (digest, content)
            )
        return digest
    try:
        _file(year).execute("INSERT OR IGNORE INTO document (hash, content) VALUES (?, ?)", (digest, content))
    except sqlcipher3.OperationalError as error:
        raise engine.unavailable(error) from error
    return digest


def get(digest: str, year: int) -> bytes:
    """Return a stored document, checked against its hash.

    Raises:
        NotFound, StoreUnavailable: It is not in the archive of that year, or no longer what it was; a damaged file.

    """
    if connection.current().is_file:
        try:
            found = _file(year).execute("SELECT content FROM document WHERE hash = ?", (digest,)).fetchone()
        except sqlcipher3.DatabaseError as error:
            raise engine.unavailable(error) from error
    else:
        rows = connection.sql("SELECT content FROM document WHERE hash = ?", (digest,))
        found = rows[0] if rows else None
    if found is None or hashlib.sha256(found[0]).hexdigest() != digest:
        raise NotFound("Naskah ini tidak ada di arsip, atau sudah rusak.", "Pulihkan arsip dari cadangan.")
    return bytes(found[0])


def hashes(year: int) -> Iterator[str]:
    """Walk the hashes of the documents in the archive of a year whose bytes still are what they were.

    Raises:
        StoreUnavailable: The file is damaged; what was walked before is whole.

    """
    statement = "SELECT hash, content FROM document ORDER BY id"
    try:
        rows = _file(year).execute(statement) if connection.current().is_file else connection.sql(statement)
        yield from (digest for digest, content in rows if hashlib.sha256(content).hexdigest() == digest)
    except sqlcipher3.DatabaseError as error:
        raise engine.unavailable(error) from error


def _file(year: int) -> sqlcipher3.Connection:
    if year in _here.files:
        return _here.files[year]
    if not _here.place:
        raise NotFound("Arsip belum dibuka.", "Masuk dahulu ke PATEN Desk.")
    folder, key = _here.place[0]
    try:
        opened = sqlcipher3.connect(
            str(folder / f"arsip-{year or 'tetap'}.db"), isolation_level=None, check_same_thread=False
        )
        opened.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        opened.execute("PRAGMA cipher_log_level = NONE")
        opened.execute(f"PRAGMA cache_size = {-engine.CACHE_KB}")
        opened.execute("PRAGMA journal_mode = WAL")
        opened.execute("PRAGMA synchronous = FULL")
        opened.execute(
            "CREATE TABLE IF NOT EXISTS document "
            "(id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, content BLOB NOT NULL)"
        )
    except (peewee.DatabaseError, sqlcipher3.DatabaseError) as error:
        raise engine.unavailable(error) from error
    _here.files[year] = opened
    return opened

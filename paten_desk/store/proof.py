"""Prove an encrypted file: every page, every row, every link of every chain. Nothing is written to it.

The chain is walked over the stored bytes without building records: 150,000 take about a second, where reading each as
JSON takes four. What the quick walk does not accept, `domain.ledger.verify` puts into words.
"""

from __future__ import annotations

import base64
import hashlib
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3

from paten_desk.domain import ledger as chain
from paten_desk.domain.errors import PatenError
from paten_desk.domain.ledger import text_of
from paten_desk.store.packing import unpack

Report = Callable[[int, int, str], None]
Row = tuple[int, bytes, bytes, bytes | None]

PAGE = 250  # rows between two rests: about 3 ms of Python, so that a click meanwhile does not wait
REST_S = 0.002
TICKS = 400_000  # virtual machine steps of SQLite between two questions whether to go on
TRIES = 3
TAIL = re.compile(
    rb'"prevhash":"([A-Za-z0-9_-]{43})","recordedtime":"[^"]*","sequence":([0-9]+),"source":"urn:uuid:([^"]*)",[^{}]*}\Z'
)
DIGEST = re.compile(rb'"personaldigest":"([A-Za-z0-9_-]{43})"')
ROWS = (
    "SELECT j.sequence, CAST(j.leaf AS BLOB), CAST(j.body AS BLOB), CAST(p.block AS BLOB) FROM journal j "
    "LEFT JOIN personal p ON p.ledger = j.ledger AND p.sequence = j.sequence "
    "WHERE j.ledger = ? AND j.sequence BETWEEN ? AND ? ORDER BY j.sequence"
)


class Unproven(PatenError):
    """A file does not hold what it says, or cannot be opened with this key."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a database says of itself.

    Attributes:
        ledger, area, sequence, leaf: Head of the ledger that is written.
        business_date: Its newest day, or "".
        schema: Number of its newest migration.
        counts: Rows by table.
        numbers: Last number by book and year, of the ledger that is written.
        heads: Length and hash of every ledger.

    """

    ledger: str
    area: str
    sequence: int
    leaf: bytes
    business_date: str
    schema: int
    counts: dict[str, int]
    numbers: dict[tuple[str, int], int]
    heads: dict[str, tuple[int, bytes]]


def silent(done: int, total: int, text: str = "") -> None:
    """Report to nobody."""


@contextmanager
def opened(path: Path, key: bytes, *, writes: bool = False) -> Iterator[Any]:
    """Open an encrypted file beside the open one, read-only unless it is a copy being made.

    Raises:
        Unproven: It is not there, damaged, or under another key.

    """
    where = path.as_posix() if writes else f"{path.absolute().as_uri()}?mode=ro"
    with _as_unproven(path):
        connection = sqlcipher3.connect(where, isolation_level=None, check_same_thread=False, uri=not writes)
    try:
        with _as_unproven(path):
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("PRAGMA temp_store = MEMORY")
            if not writes:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a wrong key shows here
        yield connection
    finally:
        connection.close()


@contextmanager
def _as_unproven(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        raise broken(path) from error


def broken(path: Path, what: str = "") -> Unproven:
    """Say of a file that it cannot be trusted."""
    return Unproven(
        f"Berkas {path.name} tidak utuh atau bukan dari kantor ini{f' ({what})' if what else ''}.",
        "Pakai cadangan lain yang lebih lama; jangan hapus yang ini.",
    )


def facts(connection: Any) -> Facts:
    """Read what a database says of itself, in the snapshot that the connection holds."""
    own = connection.execute("SELECT id, area, length, head, bizdate FROM ledger WHERE role = 'own'").fetchone()
    if own is None:
        raise Unproven("Basis data ini tidak berisi buku catatan kantor.", "Pakai cadangan lain.")
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'"
    ).fetchall()
    numbers = connection.execute("SELECT book, year, last FROM number WHERE ledger = ?", (own[0],)).fetchall()
    heads = connection.execute("SELECT id, length, head FROM ledger ORDER BY id").fetchall()
    return Facts(
        own[0],
        own[1],
        own[2],
        bytes(own[3]),
        own[4],
        connection.execute("PRAGMA user_version").fetchone()[0],
        {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for (name,) in sorted(tables)},  # noqa: S608
        {(book, year): last for book, year, last in numbers},
        {ledger: (length, bytes(head)) for ledger, length, head in heads},
    )


def prove_database(path: Path, key: bytes, expected: Facts | None = None, report: Report = silent) -> Facts:
    """Check every page, every row and every chain of a file, and that it is what was to be copied.

    Raises:
        Unproven: Something does not hold.

    """
    with opened(path, key) as connection, _as_unproven(path):
        _check_pages(connection, path, report)
        found = facts(connection)
        for ledger, (length, head) in found.heads.items():
            _walk(connection, path, ledger, length, head, report)
        if expected is not None and found != expected:
            raise broken(path, "jumlah barisnya berbeda")
    return found


def prove_archive(path: Path, key: bytes, report: Report = silent) -> int:
    """Check every page and every document of a yearly file; return how many documents it holds.

    Raises:
        Unproven: Something does not hold.

    """
    count = 0
    with opened(path, key) as connection, _as_unproven(path):
        _check_pages(connection, path, report)
        for digest, content in connection.execute("SELECT hash, content FROM document ORDER BY id"):
            if hashlib.sha256(content).hexdigest() != digest:
                raise broken(path, "sebuah naskah rusak")
            count += 1
            if count % PAGE == 0:
                _rest(report, count, 0)
    return count


def links(ledger: str, rows: Iterable[Row], sequence: int, previous: bytes) -> bytes | None:
    """Return the hash of the last of some stored rows that follow `sequence`, or None where a link does not hold."""
    source = ledger.encode()
    for at, leaf, body, block in rows:
        sequence += 1
        tail = TAIL.search(body)
        if (
            at != sequence
            or tail is None
            or tail[1] != base64.urlsafe_b64encode(previous)[:-1]
            or int(tail[2]) != at
            or tail[3] != source
            or hashlib.sha256(b"\x00" + body).digest() != leaf
        ):
            return None
        if block is not None:
            digest = DIGEST.search(body)
            if digest is None or digest[1].decode() != chain.personal_digest(block):
                return None
        previous = leaf
    return previous


def is_sealed(path: Path, key: bytes) -> bool:
    """Say whether every page of a file in use is sealed with its key, as it must be before it is copied.

    SQLCipher's online backup gives a damaged page as zeros, sealed anew, so the copy would look sound. The check reads
    the file itself: what a power cut tore while the write-ahead log was moved in is still whole in the log, so the log
    is moved in and the file read again.
    """
    for _ in range(TRIES):
        with opened(path, key) as connection:
            if not connection.execute("PRAGMA cipher_integrity_check").fetchall():
                return True
        with opened(path, key, writes=True) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
    return False


def pages_hold(connection: Any, report: Report = silent) -> bool:
    """Say whether every page is sealed with this key and the tables hang together."""
    with _asking(connection, report):
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            return False
        return list(connection.execute("PRAGMA integrity_check").fetchall()) == [("ok",)]


def _check_pages(connection: Any, path: Path, report: Report) -> None:
    if not pages_hold(connection, report):
        raise broken(path, "halamannya rusak")


@contextmanager
def _asking(connection: Any, report: Report) -> Iterator[None]:
    """Let a long statement of SQLite ask now and then whether to go on; what `report` raises ends it."""
    raised: list[BaseException] = []

    def ask() -> int:
        try:
            report(0, 0, "Memeriksa halaman")
        except BaseException as error:  # the engine would swallow it
            raised.append(error)
        return len(raised)

    connection.set_progress_handler(ask, TICKS)
    try:
        yield
    except sqlcipher3.OperationalError as error:
        raise (*raised, error)[0] from None
    finally:
        connection.set_progress_handler(None, 0)


def _walk(connection: Any, path: Path, ledger: str, length: int, head: bytes, report: Report) -> None:
    leaf = chain.genesis(ledger)
    for first in range(1, length + 1, PAGE):
        found = connection.execute(ROWS, (ledger, first, min(length, first + PAGE - 1))).fetchall()
        rows = [(at, its, unpack(body), None if block is None else unpack(block)) for at, its, body, block in found]
        leaf = _joined(path, ledger, rows, first - 1, leaf)
        _rest(report, first, length)
    if leaf != head:
        raise broken(path, f"ujung buku catatan bukan {text_of(head)[:12]}")


def _joined(path: Path, ledger: str, rows: list[Row], sequence: int, leaf: bytes) -> bytes:
    last = links(ledger, rows, sequence, leaf)
    if last is not None:
        return last
    breaks = chain.verify(ledger, rows, sequence, leaf)
    if breaks:
        raise broken(path, f"catatan {breaks[0].sequence}: {breaks[0].what}")
    return bytes(rows[-1][1])  # records of a newer program, whose lines end otherwise


def _rest(report: Report, done: int, total: int) -> None:
    report(done, total, "Memeriksa catatan")
    time.sleep(REST_S)

"""The one open database of this process, and the only way to write to it."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee
import sqlcipher3

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import engine as engines
from paten_desk.store import migrations
from paten_desk.store.engine import Engine, write_lock

DAMAGE = ("malformed", "not a database", "disk i/o", "vtable constructor failed")

_NOT_OPEN = StoreUnavailable("Basis data belum dibuka.", "Masuk dahulu ke PATEN Desk.")
_BROKEN = StoreUnavailable(
    "Penyimpanan komputer gagal menulis tadi, jadi tidak ada yang ditulis lagi sampai program dibuka ulang.",
    "Catat di kertas, tutup PATEN Desk, periksa penyimpanan, lalu buka lagi.",
)


class _Here(threading.local):
    depth = 0
    other: Engine | None = None
    number = 0


_here = _Here()
_open: list[Engine] = []
_openings = [0]
_others = itertools.count(1)
_after_commit: list[Callable[[], None]] = []
_broken = [False]  # a sync that failed once is not tried again: the second try may pass over what the first one lost


def open_file(path: Path, key: bytes) -> None:
    """Open the embedded encrypted file and bring it to this program's schema.

    Raises:
        StoreUnavailable: It cannot be opened, or is newer than the program.

    """
    _start(engines.open_file(path, key))


def open_server(url: str) -> None:
    """Open the office's PostgreSQL server and bring it to this program's schema.

    Raises:
        StoreUnavailable: It does not answer, or is newer than the program.

    """
    _start(engines.open_server(url))


def _start(engine: Engine) -> None:
    close()
    try:
        migrations.bring_up_to_date(engine)
    except BaseException:
        engine.close()
        raise
    _open.append(engine)
    _broken[0] = False
    _openings[0] += 1


def close() -> None:
    """Close the database, if one is open."""
    _after_commit.clear()
    while _open:
        _open.pop().close()


def times_opened() -> int:
    """Return how often a database was opened in this process; what was computed from another one does not count."""
    return _openings[0] if _here.other is None else -_here.number


def after_commit(call: Callable[[], None]) -> None:
    """Call this after every transaction, until the database is closed; it must be quick and must not fail."""
    if call not in _after_commit:
        _after_commit.append(call)


@contextmanager
def looking_at(path: Path, key: bytes) -> Iterator[None]:
    """Read another encrypted file, such as a restored copy, in this thread; the open one stays open for the others.

    The other file is brought to this program's schema; `transaction()` refuses while it is looked at.

    Raises:
        StoreUnavailable: It cannot be opened, or is newer than the program.

    """
    engine = engines.open_file(path, key)
    try:
        migrations.bring_up_to_date(engine)
        _here.other = engine
        _here.number = next(_others)
        yield
    finally:
        _here.other = None
        engine.close()


def is_open() -> bool:
    """Say whether a database is open."""
    return bool(_open)


def current() -> Engine:
    """Return the open database.

    Raises:
        StoreUnavailable: None is open.

    """
    if _here.other is not None:
        return _here.other
    if not _open:
        raise _NOT_OPEN
    return _open[0]


def database() -> peewee.Database:
    """Return the connection to use here: the writer inside `transaction()`, else the reader."""
    engine = current()
    return engine.writer if _here.depth else engine.reader


@contextmanager
def transaction() -> Iterator[None]:
    """Write all or nothing: the only way to write. Inside another transaction it joins it.

    Raises:
        StoreUnavailable: The disk is full or cannot be written; nothing was stored. After a disk that failed, nothing
            is written until the database is opened again.

    """
    if _here.depth:
        _here.depth += 1
        try:
            yield
        finally:
            _here.depth -= 1
        return
    if _here.other is not None:
        raise AssertionError("write to a database that is only looked at")
    engine = current()
    if _broken[0]:
        raise _BROKEN
    with write_lock:
        _here.depth = 1
        try:
            begin = engine.writer.atomic("IMMEDIATE") if engine.is_file else engine.writer.atomic()
            with begin:
                yield
        except (peewee.OperationalError, sqlcipher3.OperationalError) as error:
            _broken[0] = engine.is_file and engines.is_disk_failure(error)
            raise engines.unavailable(error) from error
        finally:
            _here.depth = 0
    for call in tuple(_after_commit):
        call()


def in_transaction() -> bool:
    """Say whether this thread is inside `transaction()`."""
    return _here.depth > 0


def rows(query: peewee.BaseQuery) -> list[tuple[Any, ...]]:
    """Run a query to its end and return its rows; a half-read cursor would hold an old snapshot.

    Raises:
        StoreUnavailable: The file is damaged.

    """
    with _whole():
        return list(query.tuples().execute(database()))


def one(query: peewee.BaseQuery) -> tuple[Any, ...] | None:
    """Return the first row of a query, or None."""
    found = rows(query.limit(1))
    return found[0] if found else None


def scalar(query: peewee.BaseQuery) -> Any:
    """Return the first value of a query, or None."""
    found = one(query)
    return None if found is None else found[0]


def sql(statement: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Run one statement written with `?` for its parameters, to its end, and return its rows.

    Raises:
        StoreUnavailable: The file is damaged.

    """
    if not current().is_file:
        statement = statement.replace("?", "%s")
    with _whole():
        cursor = database().execute_sql(statement, parameters)
        return cursor.fetchall() if cursor.description else []


@contextmanager
def _whole() -> Iterator[None]:
    try:
        yield
    except (peewee.DatabaseError, sqlcipher3.DatabaseError) as error:
        if any(words in str(error).lower() for words in DAMAGE):
            raise engines.unavailable(error) from error
        raise


def write(query: peewee.BaseQuery) -> None:
    """Run an insert, update or delete inside `transaction()`."""
    if not _here.depth:
        raise AssertionError("write outside transaction()")
    query.execute(database())

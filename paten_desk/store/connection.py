"""The one open database of this process, and the only way to write to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee
import sqlcipher3

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import engine as engines
from paten_desk.store import migrations
from paten_desk.store.engine import Engine, write_lock

_NOT_OPEN = StoreUnavailable("Basis data belum dibuka.", "Masuk dahulu ke PATEN Desk.")


class _Here(threading.local):
    depth = 0


_here = _Here()
_open: list[Engine] = []
_openings = [0]


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
    _openings[0] += 1


def close() -> None:
    """Close the database, if one is open."""
    while _open:
        _open.pop().close()


def times_opened() -> int:
    """Return how often a database was opened in this process; what was computed from another one does not count."""
    return _openings[0]


def is_open() -> bool:
    """Say whether a database is open."""
    return bool(_open)


def current() -> Engine:
    """Return the open database.

    Raises:
        StoreUnavailable: None is open.

    """
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
        StoreUnavailable: The disk is full or cannot be written; nothing was stored.

    """
    if _here.depth:
        _here.depth += 1
        try:
            yield
        finally:
            _here.depth -= 1
        return
    engine = current()
    with write_lock:
        _here.depth = 1
        try:
            begin = engine.writer.atomic("IMMEDIATE") if engine.is_file else engine.writer.atomic()
            with begin:
                yield
        except (peewee.OperationalError, sqlcipher3.OperationalError) as error:
            raise engines.unavailable(error) from error
        finally:
            _here.depth = 0


def in_transaction() -> bool:
    """Say whether this thread is inside `transaction()`."""
    return _here.depth > 0


def rows(query: peewee.BaseQuery) -> list[tuple[Any, ...]]:
    """Run a query to its end and return its rows; a half-read cursor would hold an old snapshot."""
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
    """Run one statement written with `?` for its parameters, to its end, and return its rows."""
    if not current().is_file:
        statement = statement.replace("?", "%s")
    cursor = database().execute_sql(statement, parameters)
    return cursor.fetchall() if cursor.description else []


def write(query: peewee.BaseQuery) -> None:
    """Run an insert, update or delete inside `transaction()`."""
    if not _here.depth:
        raise AssertionError("write outside transaction()")
    query.execute(database())

"""Copy so that the copy is truly on its medium: page by page from an open database, byte by byte from a file."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import Any

import sqlcipher3

from paten_desk.store import proof
from paten_desk.store.proof import Report, broken

PAGES = 256  # 1 MB between two questions whether to go on
CHUNK = 1 << 20


def demand_sealed(path: Path, key: bytes) -> None:
    """Let only a file be copied whose every page is sealed.

    Raises:
        DatabaseError: A page is damaged.

    """
    if not proof.is_sealed(path, key):
        raise sqlcipher3.DatabaseError("malformed")


def copy_database(source: Any, target: Path, key: bytes, report: Report) -> None:
    """Copy the snapshot that a connection holds into a file of its own under the same key, and sync it."""
    with proof.opened(target, key, writes=True) as made:
        made.execute("PRAGMA journal_mode = OFF")  # an unfinished copy is thrown away whole
        made.execute("PRAGMA synchronous = OFF")
        made.execute("CREATE TABLE begun (x)")  # so that the file is there
        with target.open("rb+") as file:

            def go_on(_: int, left: int, total: int) -> None:
                os.fsync(file.fileno())  # all at the end would keep a click waiting for half a second
                report(total - left, total, f"Menyalin {target.name}")

            source.backup(made, pages=PAGES, progress=go_on)
        # One plain file: a stick may be read-only when it is needed. The engine keeps silent when this does not take.
        if made.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise sqlcipher3.OperationalError("the copy is not one plain file")
    _sync(target)


def copy_file(source: Path, target: Path, digest: str, report: Report) -> None:
    """Copy a file and sync it.

    Raises:
        Unproven: It is not there, or its SHA-256 is another.

    """
    target.parent.mkdir(parents=True, exist_ok=True)
    reckoned = hashlib.sha256()
    try:
        reading = source.open("rb")
    except OSError as error:
        raise broken(source) from error
    with reading, target.open("wb") as writing:
        while chunk := reading.read(CHUNK):
            reckoned.update(chunk)
            writing.write(chunk)
            report(0, 0, f"Menyalin {target.name}")
    _sync(target)
    if reckoned.hexdigest() != digest:
        raise broken(source)


def _sync(path: Path) -> None:
    """Bring a file onto its medium and out of memory, so that the proof reads what is really there."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
        with contextlib.suppress(AttributeError):  # Windows has no such call
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sum_of(path: Path, report: Report) -> str:
    """Return the SHA-256 of a file.

    Raises:
        Unproven: It cannot be read.

    """
    reckoned = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                reckoned.update(chunk)
                report(0, 0, f"Membaca ulang {path.name}")
    except OSError as error:
        raise broken(path) from error
    return reckoned.hexdigest()

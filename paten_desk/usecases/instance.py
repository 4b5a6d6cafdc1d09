"""One program at a time on one data folder."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import swap

LOCK = "paten.lock"


def hold(data: Path) -> FileLock:
    """Hold the data folder for this process until the lock is released or the process ends.

    Raises:
        StoreUnavailable: Another program holds it, or the folder cannot be written.

    """
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data / LOCK)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise StoreUnavailable(
            "PATEN Desk sudah terbuka untuk kantor ini di komputer ini.", "Pakai jendela yang sudah terbuka."
        ) from error
    except OSError as error:
        raise StoreUnavailable(
            f"Folder data {data} tidak dapat ditulis.", "Periksa izin folder itu, atau pilih folder lain."
        ) from error
    return lock


def finish_restore(data: Path) -> bool:
    """Finish, before anything is read, the restore that a power cut stopped; return whether there was one.

    Raises:
        StoreUnavailable: Another program holds the folder, or something in it cannot be moved.

    """
    if not swap.is_cut_off(data):
        return False
    lock = hold(data)
    try:
        return swap.finish(data)
    finally:
        lock.release()

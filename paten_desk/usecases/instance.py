"""One program at a time on one data folder; a second one calls the first to the front."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from filelock import FileLock, Timeout

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import swap

LOCK = "paten.lock"
WORD = "paten.panggil"  # an empty file: somebody started the program once more
ANY_PROCESS = -1  # ASFW_ANY, winuser.h


class InUse(StoreUnavailable):
    """Another program holds the data folder."""


def hold(data: Path) -> FileLock:
    """Hold the data folder for this process until the lock is released or the process ends.

    Raises:
        InUse: Another program holds it.
        StoreUnavailable: The folder cannot be written.

    """
    try:
        data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data / LOCK)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise InUse(
            "PATEN Desk sudah terbuka untuk kantor ini di komputer ini.", "Pakai jendela yang sudah terbuka."
        ) from error
    except OSError as error:
        raise StoreUnavailable(
            f"Folder data {data} tidak dapat ditulis.", "Periksa izin folder itu, atau pilih folder lain."
        ) from error
    return lock


def call(data: Path) -> bool:
    """Leave a word for the program that holds the folder; say whether it could be left."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ANY_PROCESS)  # else Windows only lets its button blink
    try:
        (data / WORD).touch()
    except OSError:
        return False
    return True


def is_called(data: Path) -> bool:
    """Say whether a word lies there that nobody has taken."""
    return (data / WORD).exists()


def take_call(data: Path) -> bool:
    """Take the word away, if there is one; say whether there was."""
    with contextlib.suppress(OSError):
        (data / WORD).unlink()
        return True
    return False


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

"""What every command needs: exit codes, and an office opened by its folder, a name and a password."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import Any

from filelock import FileLock

from paten_desk import paths
from paten_desk.domain.errors import NotFound
from paten_desk.usecases import instance, setup
from paten_desk.usecases.context import Context

DONE, REFUSED, USAGE, DIFFERENT, BUG = 0, 1, 2, 3, 4

Outcome = tuple[int, dict[str, Any], list[str]]

_held: list[FileLock] = []  # the lock on the data folder, while a command runs


def folder(chosen: argparse.Namespace) -> Path:
    """Return the data folder that was named, or the usual one."""
    return chosen.data or paths.data_dir()


def hold(data: Path) -> None:
    """Hold a data folder until the command ends, and finish a restore that a power cut stopped there.

    Raises:
        StoreUnavailable: Another program holds it, or it cannot be written.

    """
    instance.finish_restore(data)
    _held.append(instance.hold(data))


def release() -> None:
    """Close the office and let go of its folder."""
    setup.close()
    while _held:
        _held.pop().release()


def open_office(chosen: argparse.Namespace) -> Context:
    """Open the office with the password of the user that was named, or of the first one.

    Raises:
        NotFound, NoRight, StoreUnavailable: No such office or user; wrong password; it cannot be opened.

    """
    data = folder(chosen)
    instance.finish_restore(data)
    shown = setup.front(data)
    if shown is None:
        raise NotFound(
            f"Belum ada kantor di {data}.", "Buka jendela PATEN Desk untuk penyiapan awal, atau beri --data."
        )
    user, name = pick(list(shown.staff.items()), chosen.user)
    secret = password("PATEN_PASSWORD", name)
    hold(data)
    return setup.unlock(data, user, secret)


def pick(staff: list[tuple[str, str]], name: str) -> tuple[str, str]:
    """Return the id and name of who was named, or of the first.

    Raises:
        NotFound: Nobody has that name.

    """
    found = [each for each in staff if not name or each[1] == name]
    if not found:
        known = ", ".join(each[1] for each in staff)
        raise NotFound(f"Tidak ada petugas bernama {name}.", f"Pilih: {known}.")
    return found[0]


def password(variable: str, name: str) -> str:
    """Return a password from the environment, or ask for it; "" where nobody can be asked."""
    said = os.environ.get(variable)
    if said is not None:
        return said
    return getpass.getpass(f"Kata sandi {name}: ") if sys.stdin.isatty() else ""

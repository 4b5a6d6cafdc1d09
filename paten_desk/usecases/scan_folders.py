"""The folder that this computer's scanner or phone writes into, named in a small file in its data folder."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import MOST_BYTES_IN
from paten_desk.store.front import write_whole
from paten_desk.usecases.context import Context
from paten_desk.usecases.scans import ENDINGS

FILE = "scanner.json"
FOLDER = "folder"
Stand = dict[Path, tuple[int, int]]
"""Size and time of change of each file, by which one that still grows is known."""


def folder(context: Context) -> Path | None:
    """Return the folder that is watched on this computer, or None; damage counts as none."""
    try:
        held = msgspec.json.decode((context.data / FILE).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return None
    return Path(held[FOLDER]) if held.get(FOLDER) else None


def choose(context: Context, chosen: Path | None) -> None:
    """Watch another folder from now on, or none.

    Raises:
        PatenError, StoreUnavailable: It is the data folder or not there; the disk cannot be written.

    """
    if chosen is not None and not chosen.is_dir():
        raise PatenError(f"Folder {chosen.name} tidak ada.", "Pilih folder tempat program pemindai menyimpan hasilnya.")
    if chosen is not None and chosen.resolve().is_relative_to(context.data.resolve()):
        raise PatenError("Folder ini milik PATEN Desk.", "Pilih folder tempat program pemindai menyimpan hasilnya.")
    held = {} if chosen is None else {FOLDER: str(chosen)}
    write_whole(context.data / FILE, json.dumps(held, ensure_ascii=False).encode())


def stand(watched: Path) -> Stand:
    """Return the files of a folder that may be scans, as they are now; a folder that was pulled out has none.

    By their names alone, which is enough to offer them; empty ones and those too large to be taken are left out.
    """
    found: Stand = {}
    try:
        for path in watched.iterdir():
            if path.suffix.lower() in ENDINGS and not path.name.startswith("."):
                seen = path.stat()
                if path.is_file() and 0 < seen.st_size <= MOST_BYTES_IN:
                    found[path] = seen.st_size, seen.st_mtime_ns
    except OSError:
        return {}
    return found

"""Where things lie on this computer: data, keys, logs, resources."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return a file or folder that ships with the program."""
    return Path(__file__).resolve().parent.parent.joinpath("resources", *parts)


def data_dir() -> Path:
    """Return the folder of this office's data, from `PATEN_DATA` or the user's own place; it may not exist yet."""
    return Path(os.environ.get("PATEN_DATA") or _home() / "PATEN Desk")


def keys_dir(data: Path) -> Path:
    """Return the folder of what must lie outside data and backups (signing key, mark): beside the data folder."""
    return data.with_name(data.name + " kunci")


def log_dir(data: Path) -> Path:
    """Return the folder of the program's log."""
    return data / "log"


def _home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA") or Path.home())
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")

"""Put a restored data folder in the place of the present one so that a power cut leaves one of the two, whole.

The folder itself stays: its lock and its log are in use. What lies in it is moved aside by name, then the new names are
moved in. A small journal beside the folder says how far that has come; the next start finishes it, or undoes it where
the new content is gone. Nothing is deleted.

Imports nothing heavy: it is asked before the login window paints.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.paths import keys_dir
from paten_desk.store.front import sync_folder, write_whole

FILE = "pulih.json"
STAYS = ("paten.lock", "log")
OUT, IN, BEGIN = "out", "in", "begin"


def start(data: Path, part: Path, aside: Path) -> None:
    """Put the content of `part` in the place of that of `data`, whose old content goes to `aside`; all are neighbours.

    Raises:
        StoreUnavailable: Something in the folder is in use or cannot be moved; the next start goes on.

    """
    _note(data, OUT, part.name, aside.name)
    finish(data)


def finish(data: Path) -> bool:
    """Go on where a swap was cut off; return whether there was anything to do.

    Raises:
        StoreUnavailable: Something in the folder is in use or cannot be moved; the next start goes on.

    """
    held = _held(data)
    if held is None or held["phase"] == BEGIN:
        return False
    part, aside = data.with_name(held["part"]), data.with_name(held["aside"])
    try:
        if held["phase"] == OUT:
            if not part.is_dir():
                _move(aside, data)
                end(data)
                return True
            aside.mkdir(exist_ok=True)
            _move(data, aside)
            _note(data, IN, part.name, aside.name)
        if part.is_dir():
            _move(part, data)
            shutil.rmtree(part)
    except OSError as error:
        raise _in_use(data) from error
    _note(data, BEGIN, part.name, aside.name)
    return True


def is_cut_off(data: Path) -> bool:
    """Say whether a swap was begun and not finished."""
    held = _held(data)
    return held is not None and held["phase"] != BEGIN


def waits(data: Path) -> str:
    """Return the name of the folder with the old content while the office has not yet gone on from the restored one."""
    held = _held(data)
    return held["aside"] if held else ""


def end(data: Path) -> None:
    """Note that the office goes on from what was restored."""
    try:
        (keys_dir(data) / FILE).unlink(missing_ok=True)
    except OSError as error:
        raise _in_use(data) from error


def _in_use(data: Path) -> StoreUnavailable:
    return StoreUnavailable(
        f"Folder data {data.name} sedang dipakai program lain, jadi pemulihan belum selesai.",
        "Tutup program lain lalu jalankan PATEN Desk lagi; pemulihan diteruskan sendiri.",
    )


def _move(source: Path, target: Path) -> None:
    if not source.is_dir():
        return
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.iterdir()):
        if path.name not in STAYS:
            path.rename(target / path.name)
    for folder in (target, target.parent, source):  # before the journal says that it is done
        sync_folder(folder)


def _note(data: Path, phase: str, part: str, aside: str) -> None:
    content = json.dumps({"phase": phase, "part": part, "aside": aside})
    write_whole(keys_dir(data) / FILE, content.encode())


def _held(data: Path) -> dict[str, str] | None:
    try:
        held = json.loads((keys_dir(data) / FILE).read_text(encoding="utf-8"))
        return {name: str(held[name]) for name in ("phase", "part", "aside")}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreUnavailable(
            "Catatan tentang pemulihan yang belum selesai tidak dapat dibaca.", "Jangan hapus apa pun; hubungi admin."
        ) from error

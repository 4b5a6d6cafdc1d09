"""The ground of a first run: a folder with nothing of an earlier try or an earlier office in the way."""

from __future__ import annotations

from pathlib import Path

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.paths import keys_dir
from paten_desk.store import mark
from paten_desk.store.backup import DATABASE


def begin_in(data: Path) -> None:
    """Make the data folder and set aside what an interrupted first run left.

    Raises:
        StoreUnavailable: The disk cannot be written.

    """
    try:
        data.mkdir(parents=True, exist_ok=True)
        _set_aside(data)
    except OSError as error:
        raise StoreUnavailable(
            f"Folder data {data} tidak dapat dibuat.", "Periksa ruang dan izin penyimpanan, lalu mulai lagi."
        ) from error


def _set_aside(data: Path) -> None:
    """Move what an interrupted first run or an earlier office left behind out of the way; nothing is deleted."""
    if mark.read(keys_dir(data)) is not None:
        keys_dir(data).rename(_free(keys_dir(data).with_name(f"{keys_dir(data).name}-lama")))
    if not (data / DATABASE).exists():
        return
    aside = _free(data / "penyiapan-terputus")
    aside.mkdir()
    for name in (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "slots", "recovery.age"):
        if (data / name).exists():
            (data / name).rename(aside / name)


def _free(path: Path) -> Path:
    number = 1
    while (found := path.with_name(f"{path.name}-{number}")).exists():
        number += 1
    return found

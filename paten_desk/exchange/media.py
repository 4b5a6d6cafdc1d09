"""Bring a file onto a stick or into a folder so that it is truly there, and fetch one from it.

FAT keeps no journal: neither a rename nor a name proves anything there. What proves a file is its content, read back
past the cache. Sources: Linux fsync(2) and posix_fadvise(2).
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from paten_desk.domain.errors import PatenError
from paten_desk.exchange.refusals import Code, refusal
from paten_desk.exchange.seal import INTRO, MAX_SEALED_BYTES

LEGAL_NAME = re.compile(
    r"(?:PATEN|BALASAN)-[0-9]{6}-[0-9]{8}(?:-L[0-9]{1,3})?-[0-9]{4,6}(?:-[0-9]{1,2}D[0-9]{1,2})?\.age|KUNCI-[0-9]{4}(?:[0-9]{2})?\.json"
    r"|(?:MINTA|JAWAB)-KUNCI-[0-9]{12}\.json"
    r"|NASKAH-[0-9]{4}(?:[0-9]{2})?-[0-9]{8}-[0-9a-f]{8}\.paten-naskah\.json"
)
UNFINISHED = ".tmp"
CHUNK_BYTES = 64 * 1024
ROOM = 3  # free space asked for, in sizes of the file
REPLACE_TRIES = 4  # virus scanners hold a fresh file for a moment
REPLACE_WAIT_S = 0.3

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}
_BINARY = getattr(os, "O_BINARY", 0)


class MediumUnavailable(PatenError):
    """The stick or folder cannot be written to or read from now."""


def file_name(area: str, day: date, file_number: int, part: tuple[int, int] | None = None, prefix: str = "") -> str:
    """Name a data file: PATEN-160205-20260312-0042.age; part (1, 3) adds -1D3, "1 dari 3".

    `prefix` is that of a branch ledger, whose files are numbered by themselves: PATEN-160205-20260312-L2-0042.age.
    """
    which = f"-{part[0]}D{part[1]}" if part else ""
    return _legal(f"PATEN-{_middle(area, day, prefix)}-{file_number:04d}{which}.age")


def reply_name(area: str, day: date, file_number: int, prefix: str = "") -> str:
    """Name the reply to an office: BALASAN-160205-20260312-0042.age."""
    return _legal(f"BALASAN-{_middle(area, day, prefix)}-{file_number:04d}.age")


def _middle(area: str, day: date, prefix: str) -> str:
    return f"{area.replace('.', '')}-{day:%Y%m%d}" + (f"-{prefix}" if prefix else "")


def card_name(area: str) -> str:
    """Name a key card: KUNCI-160205.json."""
    return _legal(f"KUNCI-{area.replace('.', '')}.json")


def ask_name(check: str) -> str:
    """Name the request for an office's lost key, by its check digits: MINTA-KUNCI-123456789012.json."""
    return _legal(f"MINTA-KUNCI-{check.replace(' ', '')}.json")


def answer_name(check: str) -> str:
    """Name the answer to such a request: JAWAB-KUNCI-123456789012.json."""
    return _legal(f"JAWAB-KUNCI-{check.replace(' ', '')}.json")


def pack_name(area: str, day: date, digest: str) -> str:
    """Name a pack of letter texts by its content's digest: NASKAH-160205-20260312-1a2b3c4d.paten-naskah.json."""
    return _legal(f"NASKAH-{area.replace('.', '')}-{day:%Y%m%d}-{digest[:8]}.paten-naskah.json")


def write_file(folder: Path, name: str, content: bytes, wait: Callable[[float], None] = time.sleep) -> Path:
    """Write a whole file under its final name, or nothing; return its path.

    Written under another name, synced, read back past the cache, renamed, read back again. Where the same content
    already stands under the name, it is only read back.

    Raises:
        MediumUnavailable: Full, locked, pulled out, or it does not keep what it is given.
        ValueError: A name that none of the functions here gives.

    """
    target = folder / _legal(name)
    unfinished = folder / (name + UNFINISHED)
    try:
        _sweep(folder)
        if target.exists():
            _expect(target, content, f"Di tempat tujuan sudah ada berkas lain bernama {name}.")
            return target
        if shutil.disk_usage(folder).free < ROOM * len(content):
            raise _full()
        try:
            _write(unfinished, content)
            _expect(unfinished, content)
            _replace(unfinished, target, wait)
        except BaseException:
            with contextlib.suppress(OSError):
                unfinished.unlink()
            raise
        _sync_folder(folder)
        _expect(target, content)
    except OSError as error:
        raise _unavailable(error) from error
    return target


def sealed_files(folder: Path) -> list[Path]:
    """List the files of a folder that begin as sealed files do, oldest name first; names are not trusted.

    Raises:
        MediumUnavailable: The stick was pulled out.

    """
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and _begins_sealed(path))
    except OSError as error:
        raise _unavailable(error) from error


def read_file(path: Path, max_bytes: int = MAX_SEALED_BYTES) -> bytes:
    """Read a whole file of whatever name, but none too big to be ours.

    Raises:
        Rejected: SIZE.
        MediumUnavailable: The file cannot be read.

    """
    try:
        with path.open("rb") as stream:
            content = stream.read(max_bytes + 1)
    except OSError as error:
        raise _unavailable(error) from error
    if len(content) > max_bytes:
        raise refusal(Code.SIZE, f"more than {max_bytes} bytes")
    return content


def _sweep(folder: Path) -> None:
    """Remove what an interrupted writing left behind; nothing but files of ours ending in .tmp."""
    for left in folder.glob("*" + UNFINISHED):
        if LEGAL_NAME.fullmatch(left.name.removesuffix(UNFINISHED)):
            left.unlink()


def _legal(name: str) -> str:
    if not LEGAL_NAME.fullmatch(name):
        raise ValueError(f"not a legal name: {name}")
    return name


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left[:CHUNK_BYTES]) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _expect(path: Path, content: bytes, otherwise: str = "") -> None:
    """Read a file back past the cache and compare; a plain read would come from memory and prove nothing."""
    handle = os.open(path, os.O_RDONLY | _BINARY)
    try:
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        left = memoryview(content)
        while chunk := os.read(handle, CHUNK_BYTES):
            if left[: len(chunk)] != chunk:
                break
            left = left[len(chunk) :]
        same = not chunk and not left
    finally:
        os.close(handle)
    if not same:
        raise MediumUnavailable(
            otherwise or "Berkas yang dibaca kembali tidak sama dengan yang ditulis.",
            "Pindahkan berkas itu atau pilih tempat lain, lalu simpan kembali."
            if otherwise
            else "Pakai flashdisk lain, lalu simpan kembali.",
        )


def _replace(unfinished: Path, target: Path, wait: Callable[[float], None]) -> None:
    for again in range(REPLACE_TRIES - 1, -1, -1):
        try:
            unfinished.replace(target)
        except PermissionError:
            if not again:
                raise
            wait(REPLACE_WAIT_S)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the name itself durable; Windows has no such call and some file systems refuse it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _begins_sealed(path: Path) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(INTRO)) == INTRO


def _full() -> MediumUnavailable:
    return MediumUnavailable(
        "Tempat tujuan penuh, jadi berkas belum tersimpan di sana.",
        "Kosongkan ruang atau pakai flashdisk lain, lalu simpan kembali.",
    )


def _unavailable(error: OSError) -> MediumUnavailable:
    if error.errno in _FULL:
        return _full()
    if error.errno in _LOCKED:
        return MediumUnavailable(
            "Tempat tujuan terkunci, jadi berkas tidak dapat ditulis atau dibaca di sana.",
            "Geser kunci flashdisk atau pilih tempat lain, lalu ulangi.",
        )
    return MediumUnavailable(
        "Flashdisk atau folder tujuan tidak dapat dibaca.",
        "Pasang kembali flashdisknya atau pilih tempat lain, lalu ulangi.",
    )

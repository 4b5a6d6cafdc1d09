"""The folder of backups: what a generation is called, what its manifest says, which ones are kept.

A generation is a folder `cadangan-20261120-160500`; it bears that name only when it is proven. Yearly archives lie once
in `arsip/` and are shared by the generations that hold the same documents.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from paten_desk.store import mark
from paten_desk.store.front import write_whole
from paten_desk.store.proof import Unproven, broken

FORMAT = "paten-backup/1"
MANIFEST, POOL = "manifest.json", "arsip"
PART, GONE = ".part", ".hapus"
NAME = re.compile(r"cadangan-\d{8}-\d{6}")
FILES = re.compile(r"paten\.db|office\.json|recovery\.age|mark\.json|BACA SAYA\.txt|slots/[0-9A-Za-z-]+\.json")
YEARLY = re.compile(r"arsip-(?:\d{4}(?:\d{2})?|tetap)\.db")
POOLED = re.compile(r"arsip-(?:\d{4}(?:\d{2})?|tetap)-\d{8}-\d{6}\.db(?:\.part)?")
DAILY, WEEKLY, MONTHLY = 7, 5, 13
STAMP = "%Y%m%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Archived:
    """One yearly archive as a generation needs it.

    Attributes:
        file: Its name in `arsip/`.
        documents: How many it holds.
        holds: Hash over all their hashes; the same means unchanged.

    """

    file: str
    sha256: str
    documents: int
    holds: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a proven generation says of itself; no citizen stands in it.

    Attributes:
        office, name: Id and name of the office.
        ledger, sequence, leaf: Head of the ledger that was written; the hash is base64url.
        schema: Number of the newest migration.
        counts: Rows by table.
        files: SHA-256 of the files beside this one, by path.
        archives: By the name that they have in the data folder.
        made_at, proven_at: Office time.

    """

    office: str
    name: str
    area: str
    ledger: str
    sequence: int
    leaf: str
    business_date: str
    schema: int
    app: str
    counts: dict[str, int]
    files: dict[str, str]
    archives: dict[str, Archived]
    made_at: str
    proven_at: str
    format: str = FORMAT

    @property
    def at(self) -> datetime:
        """The moment it was made."""
        return datetime.fromisoformat(self.made_at)


def name_at(moment: datetime) -> str:
    """Name a generation by its moment."""
    return f"cadangan-{moment.strftime(STAMP)}"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write what a generation says of itself."""
    write_whole(folder / MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True).encode())


def read_manifest(folder: Path) -> Manifest:
    """Return what a generation says of itself.

    Raises:
        Unproven: It says nothing that can be understood.

    """
    try:
        held = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        archives = {name: Archived(**each) for name, each in held.pop("archives").items()}
        found = Manifest(archives=archives, **held)
        if found.format != FORMAT:
            raise broken(folder, "bentuknya belum dikenal; perbarui aplikasi")
        datetime.fromisoformat(found.made_at)
        if not _are_ours(found):
            raise broken(folder, "daftar isinya menyebut berkas asing")
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise broken(folder, "tidak ada daftar isinya") from error
    return found


def _are_ours(made: Manifest) -> bool:
    """Say whether a manifest names nothing but what a generation holds: its names become paths when it is restored."""
    return (
        all(FILES.fullmatch(name) for name in made.files)
        and all(YEARLY.fullmatch(name) for name in made.archives)
        and all(POOLED.fullmatch(each.file) and not each.file.endswith(PART) for each in made.archives.values())
    )


def in_folder(folder: Path) -> list[tuple[Path, Manifest]]:
    """List the proven generations of a folder, newest first; a folder that is not there holds none."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if NAME.fullmatch(path.name):
                with contextlib.suppress(Unproven):
                    found.append((path, read_manifest(path)))
    return sorted(found, key=lambda each: each[0].name, reverse=True)


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Choose what stays: the newest of each of the last 7 days, 5 weeks and 13 months that have one."""
    newest_first = sorted(moments, reverse=True)
    chosen: set[datetime] = set()
    for count, period in ((DAILY, "%Y-%m-%d"), (WEEKLY, "%G-%V"), (MONTHLY, "%Y-%m")):
        seen: dict[str, datetime] = {}
        for moment in newest_first:
            seen.setdefault(moment.strftime(period), moment)
        chosen |= set(list(seen.values())[:count])
    return chosen


def rotate(folder: Path, office: str) -> list[str]:
    """Take away the generations of an office whose time is over, and archives that none needs; return their names."""
    ours = [(path, made) for path, made in in_folder(folder) if made.office == office]
    stay = kept(made.at for _, made in ours)
    gone = []
    for path, made in ours:
        if made.at not in stay:
            aside = path.with_name(path.name + GONE)  # half taken away it must not look proven
            path.rename(aside)
            shutil.rmtree(aside)
            gone.append(path.name)
    needed = {each.file for _, made in in_folder(folder) for each in made.archives.values()}
    for path in (folder / POOL).glob("arsip-*"):
        if POOLED.fullmatch(path.name) and path.name not in needed and not path.name.endswith(PART):
            path.unlink()
    return gone


def sweep(folder: Path, machine: str) -> None:
    """Take away what an interrupted backup or rotation of this computer left behind."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if NAME.fullmatch(path.name.removesuffix(GONE)) and path.name.endswith(GONE):
            shutil.rmtree(path)
        if NAME.fullmatch(path.name.removesuffix(PART)) and path.name.endswith(PART):
            held = mark.read(path)  # written first; without it there is at most what `write_whole` had begun
            begun = {f"{mark.FILE}.tmp"}
            if (held.machine == machine) if held else {each.name for each in path.iterdir()} <= begun:
                shutil.rmtree(path)
    for path in (folder / POOL).glob(f"arsip-*{PART}"):
        if POOLED.fullmatch(path.name):
            path.unlink()

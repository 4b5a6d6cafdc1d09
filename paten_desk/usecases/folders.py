"""Where data must not lie: on a network share or in a folder that a cloud program copies while it is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

CLOUD_NAMES = ("onedrive", "google drive", "googledrive", "dropbox", "icloud", "nextcloud", "owncloud", "yandex.disk")
CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
SHARED = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "davfs", "remote")
FUSE = "fuse."  # sshfs, rclone, cloud drives; a local NTFS disk says `fuseblk`
MOUNTS = Path("/proc/self/mountinfo")
DRIVE_REMOTE = 4  # GetDriveTypeW, fileapi.h


def why_unsafe(folder: Path, file_system: str | None = None) -> str:
    """Say in one sentence why data must not lie in a folder, or "".

    `file_system` stands in for the type of the disk it lies on.
    """
    kind = file_system_of(folder) if file_system is None else file_system
    if kind in SHARED or kind.startswith(FUSE):
        return "Folder data terletak di jaringan, yang dapat merusaknya; pindahkan ke disk di dalam komputer ini."
    if is_in_cloud(folder):
        return "Folder data terletak di folder awan, yang dapat merusaknya; pindahkan ke folder biasa di komputer ini."
    return ""


def is_in_cloud(folder: Path) -> bool:
    """Say whether a cloud program watches over a folder, by the names above it."""
    full = folder.absolute()
    watched = [Path(os.environ[name]) for name in CLOUD_VARIABLES if os.environ.get(name)]
    named = any(part.casefold().startswith(CLOUD_NAMES) for part in full.parts)
    return named or any(full.is_relative_to(place) for place in watched)


def file_system_of(folder: Path) -> str:
    """Return the type of the file system a folder lies on: "ext4", "nfs4"; on Windows "remote" or ""."""
    if sys.platform == "win32":
        import ctypes

        drive = folder.absolute().anchor
        is_remote = drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == DRIVE_REMOTE
        return "remote" if is_remote else ""
    try:
        return type_in(MOUNTS.read_text(encoding="utf-8", errors="replace"), folder.resolve())
    except OSError:
        return ""


def type_in(mounts: str, folder: Path) -> str:
    """Return the type that a mountinfo table gives for a folder: the newest entry of the longest path above it.

    Source: proc(5), /proc/pid/mountinfo.
    """
    longest, kind = -1, ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        place = Path(fields[4].encode().decode("unicode_escape"))  # a space stands there as \040
        if folder.is_relative_to(place) and len(place.parts) >= longest:
            longest, kind = len(place.parts), after.split(" ")[0]
    return kind

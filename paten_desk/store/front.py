"""What is known before login: `office.json` beside the database, with no citizen's data in it.

Imports nothing heavy, because the login window paints before anything else is loaded; a dataclass is heavy here.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from pathlib import Path

from paten_desk.domain.errors import StoreUnavailable

FILE = "office.json"


class Front:
    """What the login window needs without a key.

    Attributes:
        office: Name on the window.
        staff: User id to display name, retired users left out.
        text_scale: Percent.
        tries: Wrong passwords in a row by user id.
        hint: A line under the password; the sample office says its password here.

    """

    def __init__(
        self,
        office: str = "",
        staff: dict[str, str] | None = None,
        text_scale: int = 100,
        tries: dict[str, int] | None = None,
        hint: str = "",
    ) -> None:
        self.office, self.staff, self.text_scale = office, staff or {}, text_scale
        self.tries, self.hint = tries or {}, hint


def read_front(data: Path) -> Front | None:
    """Return what the login window shows, or None where no office is set up.

    Raises:
        StoreUnavailable: The file is damaged.

    """
    try:
        return Front(**json.loads((data / FILE).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError) as error:
        raise StoreUnavailable(
            "Berkas office.json di folder data rusak.", "Pulihkan berkas itu dari cadangan atau hubungi admin."
        ) from error


def write_front(data: Path, front: Front) -> None:
    """Replace what the login window shows."""
    write_whole(data / FILE, json.dumps(vars(front), ensure_ascii=False, indent=1).encode())


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last through a power cut; Windows has no such call, and some file systems neither.

    Raises:
        OSError: The disk fails.

    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file so that a power cut leaves the old one or the new one.

    Raises:
        StoreUnavailable: The disk cannot be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".tmp")
        with part.open("wb") as file:
            with contextlib.suppress(OSError):  # file systems without modes
                part.chmod(0o600)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StoreUnavailable(
            f"Berkas {path.name} tidak dapat ditulis.", "Periksa ruang dan izin penyimpanan, lalu coba lagi."
        ) from error

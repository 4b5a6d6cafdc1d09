"""The mark: how far this office has come, written outside its data, so that data put back in time are noticed.

One file `mark.json` beside the data folder (never inside: a restored folder would bring its old mark along) and one on
each backup medium. It binds the office to this computer too. Nothing personal stands in it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path

from paten_desk.domain.errors import PatenError
from paten_desk.domain.ledger import text_of
from paten_desk.store import connection, journal, ledgers
from paten_desk.store.connection import sql
from paten_desk.store.front import write_whole

FILE, MACHINE = "mark.json", "machine.id"
EVERY = 20  # records between two marks; a closing, a backup and a restore write one too
MACHINE_FILES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an office has come on a computer.

    Attributes:
        machine: Hash of the computer and the ledger; says of no computer which one it is.
        office: Id of the office, the same in all its ledgers.
        leaf: Hash of the record `sequence`, base64url.
        numbers: Last number by book and year.
        business_date: Newest day, or "".
        prefix: The newest of the office's ledgers, laptops included; one begun after a restore must not print it again.

    """

    machine: str
    office: str
    ledger: str
    sequence: int
    leaf: str
    numbers: dict[tuple[str, int], int]
    business_date: str = ""
    prefix: str = ""


def read(folder: Path) -> Mark | None:
    """Return the mark in a folder, or None where there is none that can be read."""
    try:
        held = json.loads((folder / FILE).read_text(encoding="utf-8"))
        numbers = {(str(book), int(year)): int(last) for book, year, last in held.pop("numbers")}
        return Mark(numbers=numbers, **held)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def image(mark: Mark) -> bytes:
    """Return the mark as it is written."""
    held = {
        "machine": mark.machine,
        "office": mark.office,
        "ledger": mark.ledger,
        "sequence": mark.sequence,
        "leaf": mark.leaf,
        "numbers": [[book, year, last] for (book, year), last in sorted(mark.numbers.items())],
        "business_date": mark.business_date,
        "prefix": mark.prefix,
    }
    return json.dumps(held, indent=1).encode()


def of_open(office: str, keys: Path) -> Mark:
    """Return the mark of the open database on this computer."""
    head = journal.head()
    numbers = {
        (book, year): last
        for book, year, last in sql("SELECT book, year, last FROM number WHERE ledger = ?", (head.ledger,))
    }
    day = head.business_date.isoformat() if head.business_date else ""
    machine, newest = machine_of(keys, head.ledger), ledgers.office_ledgers()[-1].prefix
    return Mark(machine, office, head.ledger, head.length, text_of(head.leaf), numbers, day, newest)


def machine_of(keys: Path, ledger: str, system: str | None = None) -> str:
    """Return what binds a ledger to this computer: a random number of ours and the system's own id, hashed.

    `system` stands in for the system's id.
    """
    try:
        own = (keys / MACHINE).read_text(encoding="ascii").strip()
    except OSError:
        own = secrets.token_hex(16)
        write_whole(keys / MACHINE, own.encode())
    said = system_id() if system is None else system
    return hashlib.sha256("\x00".join((own, said, ledger)).encode()).hexdigest()


def system_id() -> str:
    """Return the id that the operating system gave itself at its installation, or ""."""
    if sys.platform == "win32":  # pragma: no cover  # only Windows has this registry
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as opened:
            return str(winreg.QueryValueEx(opened, "MachineGuid")[0])
    for path in MACHINE_FILES:
        if path.is_file():
            return path.read_text(encoding="ascii").strip()
    return ""


class _Kept:
    """Whose mark this process keeps, and where it last wrote it."""

    def __init__(self, office: str, keys: Path) -> None:
        self.office, self.keys, self.opening = office, keys, connection.times_opened()
        self.ledger, self.sequence = "", 0


_kept: list[_Kept] = []


def keep(office: str, keys: Path) -> None:
    """Write the mark of the open database now and after every 20 records, until it is closed.

    Begin only when the database is known to be where its mark says: what is kept from here on is the truth.
    """
    _kept[:] = [_Kept(office, keys)]
    write_now()
    connection.after_commit(_after_commit)


def is_kept() -> bool:
    """Say whether this process keeps the mark of the open database."""
    return bool(_kept) and connection.is_open() and _kept[0].opening == connection.times_opened()


def write_now(*media: Path) -> None:
    """Write the mark beside the data and on backup media; a mark that cannot be written stops nothing."""
    if not is_kept():
        return
    kept = _kept[0]
    try:
        mark = of_open(kept.office, kept.keys)
    except PatenError:
        log.info("no mark could be taken")
        return
    for folder in (kept.keys, *media):
        try:
            write_whole(folder / FILE, image(mark))
        except PatenError:
            log.info("no mark could be written to %s", folder.name)
    kept.ledger, kept.sequence = journal.written[0] = mark.ledger, mark.sequence


def _after_commit() -> None:
    kept, (ledger, sequence) = _kept[0], journal.written[0]
    if ledger != kept.ledger or sequence >= kept.sequence + EVERY:
        write_now()

"""Guards at the start: the newest database of this office, on its own computer, whole, and in a safe place.

What they find is a sentence with a way on, never an error: the program opens, the window shows it. Only a database that
is damaged, was put back in time or runs on a second computer keeps registrations back until somebody has decided; all
else goes on.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from paten_desk.domain import ledger as chain
from paten_desk.domain.closings import Closing
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.domain.ledger import text_of
from paten_desk.paths import keys_dir
from paten_desk.store import connection, journal, keys, ledgers, mark, opened, proof, swap
from paten_desk.store.mark import Mark
from paten_desk.usecases import folders
from paten_desk.usecases.context import Context

LOW_MB, LEAST_MB = 500, 200
MB = 1_000_000


class Level(StrEnum):
    """How grave it is."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


class Way(StrEnum):
    """Which guided way leads on."""

    NONE = ""
    GO_ON = "go_on"  # finish a restore, or go on in a new ledger: `continuing.go_on`
    RESTORE = "restore"  # bring back a backup: `restoring.restore`
    MOVED_OR_COPIED = "moved_or_copied"  # ask which of the two: `continuing.moved`, `continuing.go_on`
    MOVE_FOLDER = "move_folder"
    FREE_SPACE = "free_space"


@dataclass(frozen=True, slots=True)
class Guard:
    """What one guard found.

    Attributes:
        sentence: "" where all is well.

    """

    name: str
    level: Level = Level.OK
    sentence: str = ""
    way: Way = Way.NONE


_found: dict[int, tuple[Guard, ...]] = {}


def check(data: Path, file_system: str | None = None) -> list[Guard]:
    """Look at the data folder, which needs no key; `file_system` stands in for the type of the disk it lies on."""
    return [_interrupted(data), _place(data, file_system), _space(data)]


def check_opened(context: Context) -> list[Guard]:
    """Look at the open database: pages, chain since the last closing, numbers, mark and computer."""
    pages = _pages()
    if pages.level is Level.STOP:
        return [pages]  # the others would stumble over the same damage
    beside = keys_dir(context.data)
    held = mark.read(beside)
    return [pages, _chain(), _numbers(), _mark(context, held), _machine(beside, held)]


def look(context: Context) -> None:
    """Run the guards on the database that was just opened; from then on `found` and `stops` answer from memory."""
    _found.clear()
    seen = (*check(context.data), *check_opened(context))
    _found[connection.times_opened()] = seen
    if not any(guard.level is Level.STOP for guard in seen if guard.name != "place"):
        mark.keep(context.office.id, keys_dir(context.data))


def found(context: Context) -> list[Guard]:
    """Return what the guards found at the opening that is not well."""
    return [guard for guard in _found.get(connection.times_opened(), ()) if guard.level is not Level.OK]


def stops(context: Context) -> list[Guard]:
    """Return what keeps registrations back until somebody has decided."""
    return [guard for guard in found(context) if guard.level is Level.STOP]


def held_back(context: Context) -> StoreUnavailable | None:
    """Say what keeps registrations back now, or None where one would pass."""
    stopped = stops(context)
    if stopped:
        return StoreUnavailable(stopped[0].sentence, "Buka pemberitahuan di atas layar dan ikuti langkahnya.")
    if not may_register(context.data):
        return StoreUnavailable(
            "Ruang penyimpanan hampir habis, jadi pendaftaran baru ditahan; tutup hari tetap bisa.",
            "Kosongkan ruang penyimpanan komputer ini, lalu daftarkan lagi.",
        )
    return None


def let_register(context: Context) -> None:
    """Let a registration pass only on a sound database with room to write.

    Raises:
        StoreUnavailable: Something must be decided or mended first.

    """
    held = held_back(context)
    if held is not None:
        raise held


def may_register(data: Path) -> bool:
    """Say whether the disk has room for new registrations; what is left below that serves the closing."""
    return shutil.disk_usage(data).free >= LEAST_MB * MB


def _interrupted(data: Path) -> Guard:
    aside = swap.waits(data)
    if not aside:
        return Guard("restore")
    words = f"Pemulihan belum selesai; data lama tersimpan di folder {aside}."
    return Guard("restore", Level.STOP, words, Way.GO_ON)


def _place(data: Path, file_system: str | None) -> Guard:
    words = folders.why_unsafe(data, file_system)
    return Guard("place", Level.STOP, words, Way.MOVE_FOLDER) if words else Guard("place")


def _space(data: Path) -> Guard:
    free = shutil.disk_usage(data).free // MB
    if free >= LOW_MB:
        return Guard("space")
    return Guard("space", Level.WARN, f"Ruang penyimpanan tinggal {free} MB; kosongkan sebelum habis.", Way.FREE_SPACE)


def _pages() -> Guard:
    if opened.is_whole():
        return Guard("pages")
    return Guard("pages", Level.STOP, "Basis data di komputer ini rusak; pulihkan dari cadangan.", Way.RESTORE)


def _chain() -> Guard:
    """Walk from the last closing, whose sheet on paper names the hash there, to the head."""
    head = journal.head()
    words = "Catatan di komputer ini pernah diubah atau hilang sebagian; pulihkan dari cadangan."
    broken = Guard("chain", Level.STOP, words, Way.RESTORE)
    first, leaf = 0, chain.genesis(head.ledger)
    for made in journal.load_all(Closing, (ledgers.OWN,))[-1:]:
        held = journal.leaf_at(head.ledger, made.journal_length)
        if held is None or text_of(held) != made.journal_head:
            return broken
        first, leaf = made.journal_length, held
    last = proof.links(head.ledger, journal.stored(head.ledger, first + 1, head.length), first, leaf)
    return Guard("chain") if last == head.leaf and journal.leaf_at(head.ledger, head.length + 1) is None else broken


def _numbers() -> Guard:
    behind = opened.numbers_behind()
    if not behind:
        return Guard("numbers")
    book, year, last, given = behind[0]
    words = f"Buku nomor {book} {year} mundur: {given} sudah terpakai, tetapi tercatat {last}; pulihkan dari cadangan."
    return Guard("numbers", Level.STOP, words, Way.RESTORE)


def _mark(context: Context, held: Mark | None) -> Guard:
    if held is None:
        return Guard("mark", Level.WARN, "Tanda kemajuan di luar folder data belum ada; sekarang dibuat.")
    place = ledgers.place(held.ledger)
    if held.office != context.office.id:
        words = "Basis data ini milik kantor lain dari yang terakhir dipakai di komputer ini."
        return Guard("mark", Level.STOP, words, Way.RESTORE)
    leaf = journal.leaf_at(held.ledger, held.sequence)
    if place is None or leaf is None:
        words = f"Basis data ini lebih lama daripada yang terakhir dipakai ({_day(held)}); sebagian catatan tidak ada."
        return Guard("mark", Level.STOP, words, Way.GO_ON)
    if text_of(leaf) != held.leaf:
        words = "Basis data ini bukan yang terakhir dipakai di komputer ini; isinya berbeda."
        return Guard("mark", Level.STOP, words, Way.RESTORE)
    return Guard("mark")


def _machine(beside: Path, held: Mark | None) -> Guard:
    if held is None and not keys.has_secrets(beside):
        is_other = journal.head().length > 0  # the folder came without what lies beside it
    else:
        is_other = held is not None and mark.machine_of(beside, held.ledger) != held.machine
    if not is_other:
        return Guard("machine")
    words = "Data kantor ini terakhir dipakai di komputer lain; tentukan apakah pindah atau salinan."
    return Guard("machine", Level.STOP, words, Way.MOVED_OR_COPIED)


def _day(held: Mark) -> str:
    return f"catatan {held.sequence}, {held.business_date or 'tanpa tanggal'}"

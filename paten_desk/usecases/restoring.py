"""Bring an office back from a backup, on its own computer or on a new one, and go on in a ledger of its own.

Nothing is lost on the way: what is here now is kept aside, a power cut leaves the old data or the new. What the mark
knows of numbers given after the backup is declared lost in the new ledger, so that no number is given twice.

A village laptop begins the same way, in the ledger prepared for it; the office goes on itself, so nothing is lost.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from paten_desk.domain.branches import AWAY, BranchLedger, BranchReason
from paten_desk.domain.errors import PatenError, StoreUnavailable
from paten_desk.domain.roles import User
from paten_desk.paths import keys_dir
from paten_desk.store import backup, connection, generations, journal, keys, mark, migrations, swap
from paten_desk.store import backups as store
from paten_desk.store import front as fronts
from paten_desk.store.generations import Manifest
from paten_desk.store.mark import Mark
from paten_desk.store.proof import Report, silent
from paten_desk.usecases import backups, continuing, folders, laptops, setup, unlocking
from paten_desk.usecases.context import wall_clock
from paten_desk.usecases.continuing import Restored
from paten_desk.usecases.unlocking import Opened

PART, ASIDE = " pulih.part", "-sebelum-pulih-"
OWN = 1  # the record of a backup comes after it and is no work that is missing
STEPS = (
    "Pasang flashdisk cadangan dan pilih cadangan yang paling baru.",
    "Masukkan kata sandi seorang petugas pada cadangan itu, atau kode pada lembar pemulihan.",
    "Orang kedua mengetik kata sandinya sendiri; lembar pemulihan tidak memerlukan orang kedua.",
    "Tunggu salinan dibuat dan diperiksa; data yang sekarang ada disimpan di folder lain.",
    "Cetak kartu kunci baru dan kirim ke kabupaten bila diminta, lalu lanjutkan pelayanan.",
)


@dataclass(frozen=True, slots=True)
class Found:
    """One generation, as far as it can be seen without its key.

    Attributes:
        staff: User id and display name of who can open it by password.
        age: Since it was made.
        missing: Records written after it and after its own one, as far as the mark knows.
        refusal: Why it cannot be restored here, or "".

    """

    generation: Path
    made: Manifest
    staff: tuple[tuple[str, str], ...]
    age: timedelta
    missing: int
    refusal: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What can be restored here, newest first, and how.

    Attributes:
        is_new: No office was ever on this computer.

    """

    found: tuple[Found, ...]
    is_new: bool
    steps: tuple[str, ...] = STEPS


@dataclass(frozen=True, slots=True)
class Seen:
    """What is in a generation, against what the mark knows.

    Attributes:
        missing: Records written after it.
        lost: By book and year, the last number given after it.
        waiting: Laptops that were prepared at the office and took no ledger from this medium yet.

    """

    users: tuple[User, ...]
    records: int
    missing: int
    lost: dict[tuple[str, int], int]
    waiting: tuple[BranchLedger, ...] = ()


def plan(data: Path, path: Path, now: datetime) -> Plan:
    """List what lies in a folder, on a stick or in one generation, and whether it can be restored here.

    Raises:
        NotFound, Unproven: There is no backup.

    """
    found = []
    for generation, made in backups.in_folder(path):
        shown = _front(generation)  # a damaged one's sum will not fit: told when it is opened
        known = _known(data, generation, made)
        missing = _missing(known, made.ledger, made.sequence)
        staff = tuple(shown.staff.items()) if shown else ()
        found.append(Found(generation, made, staff, now - made.at, missing, _refusal(data, made)))
    return Plan(tuple(found), is_new=is_new(data))


def is_new(data: Path) -> bool:
    """Say whether no office was ever on this computer."""
    return not (data / fronts.FILE).exists() and mark.read(keys_dir(data)) is None


def look(data: Path, opened: Opened, report: Report = silent) -> Seen:
    """Check a whole generation and say what would be missing after its restore; nothing is written.

    Raises:
        Unproven, PatenError: It is damaged; it is another office's, a laptop's, or of a newer program.

    """
    made = _acceptable(data, opened.generation)
    facts = backup.prove(opened.generation, opened.key, report)
    waiting = laptops.waiting_in(opened.generation, opened.key)
    known = _known(data, opened.generation, made)
    lost = continuing.lost(known, facts.ledger, facts.numbers)
    users = tuple(store.users_in(opened.generation / backup.DATABASE, opened.key))
    return Seen(users, facts.sequence, _missing(known, facts.ledger, facts.sequence), lost, waiting)


def restore(
    data: Path,
    opened: Opened,
    reason: BranchReason = BranchReason.RESTORED,
    note: str = "",
    prepared: str = "",
    clock: Callable[[], datetime] = wall_clock,
    report: Report = silent,
) -> Restored:
    """Put a generation in the place of this computer's data, and go on in a new ledger.

    With a reason in `AWAY` this new computer serves outside the office, in the ledger that was `prepared` for it there.

    Raises:
        NoRight: The user may not restore, or the second person lacks.
        Unproven, PatenError: Damaged, another office's, a laptop's, or of a newer program; an office is here already or
            no laptop waits, where a laptop shall begin. The present data are untouched.
        StoreUnavailable: The folder is in use; the next start goes on.

    """
    made = _acceptable(data, opened.generation)
    unsafe = folders.why_unsafe(data)
    if unsafe:
        raise PatenError(unsafe, "Pilih folder lain, lalu ulangi.")
    interrupted = laptops.chosen_in(data)
    if interrupted is not None:  # a power cut left a laptop here that is not begun; it becomes no office now
        prepared, reason = interrupted
    elif reason in AWAY and not is_new(data):
        raise PatenError(
            "Di komputer ini sudah ada data kantor, jadi tidak dapat menjadi laptop desa.",
            "Pakai laptop yang belum pernah berisi data kantor.",
        )
    known = _known(data, opened.generation, made)
    part = data.with_name(data.name + PART)
    _make_folders(data, part)
    try:
        backup.copy_out(opened.generation, part, opened.key, report)
        with connection.looking_at(part / backup.DATABASE, opened.key):
            unlocking.let(journal.load(User, opened.user), opened)
        waiting = laptops.waiting_in(opened.generation, opened.key)
        taken = laptops.pick(waiting, reason, prepared) if reason in AWAY else None
        if taken is not None:
            laptops.note_chosen(part, taken)
        if opened.password:
            keys.wrap_for(part, opened.user, opened.password, opened.key)
        _forget_tries(part)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    setup.close()
    aside = data.with_name(f"{data.name}{ASIDE}{clock().strftime(generations.STAMP)}")
    swap.start(data, part, aside)
    with contextlib.suppress(OSError):  # it goes only where it is empty: on a new computer
        aside.rmdir()
    context = setup.open_office(data, opened.user, opened.key, clock)
    done = continuing.begin(context, opened.approval, reason, note, known)
    if taken is None:
        mark.write_now(opened.generation.parent)  # a second restore from this medium must know of the first
    else:
        laptops.note_taken(opened.generation.parent, taken.id)
    return replace(done, aside=aside if aside.exists() else None)


def _make_folders(data: Path, part: Path) -> None:
    try:
        if part.exists():
            shutil.rmtree(part)  # of a restore that a power cut ended before it was proven
        part.mkdir(parents=True)
        data.mkdir(exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(
            f"Folder di samping {data} tidak dapat ditulis, jadi pemulihan belum dimulai.",
            "Periksa izin dan ruang penyimpanan, lalu ulangi.",
        ) from error


def _acceptable(data: Path, generation: Path) -> Manifest:
    made = generations.read_manifest(generation)
    refusal = _refusal(data, made)
    if refusal:
        raise PatenError(refusal, "Data di komputer ini tidak diubah; pilih cadangan lain.")
    return made


def _refusal(data: Path, made: Manifest) -> str:
    if made.schema > migrations.LATEST:
        return "Cadangan ini dibuat oleh PATEN Desk yang lebih baru; perbarui aplikasi dahulu."
    held = mark.read(keys_dir(data))
    shown = _front(data)
    is_foreign = held.office != made.office if held else shown is not None and shown.office != made.name
    return f"Cadangan ini milik {made.name}, bukan kantor yang ada di komputer ini." if is_foreign else ""


def _missing(known: Mark | None, ledger: str, sequence: int) -> int:
    return max(0, known.sequence - sequence - OWN) if known and known.ledger == ledger else 0


def _front(folder: Path) -> fronts.Front | None:
    """Return what the login shows there, or None where that is damaged, too."""
    with contextlib.suppress(PatenError):
        return fronts.read_front(folder)
    return None


def _known(data: Path, generation: Path, made: Manifest) -> Mark | None:
    """Return the mark that knows most of this office: the one of this computer, or the one on the medium."""
    places = (keys_dir(data), generation.parent, generation)
    held = [found for found in map(mark.read, places) if found and found.office == made.office]
    return max(held, key=lambda found: (len(found.prefix), found.prefix, found.sequence), default=None)


def _forget_tries(folder: Path) -> None:
    shown = fronts.read_front(folder)
    if shown is not None and shown.tries:
        shown.tries.clear()
        fronts.write_front(folder, shown)

"""Backups: when one is due, make it, prove it, try it out, and say how old the newest proven one is."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from paten_desk.domain.backups import RECORDS_BETWEEN, Backup, BackupState, Tone, tone_of_backup, tone_of_drill
from paten_desk.domain.errors import NotFound, PatenError
from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.letters import Letter
from paten_desk.domain.office import full_name
from paten_desk.domain.officials import Post
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.paths import keys_dir
from paten_desk.store import archive, backup, connection, generations, journal, mark
from paten_desk.store import backups as store
from paten_desk.store.backup import BackupFailed, Whose
from paten_desk.store.connection import transaction
from paten_desk.store.generations import Manifest
from paten_desk.store.proof import Facts, silent
from paten_desk.store.proof import Report as Report  # the commands name both
from paten_desk.store.proof import Unproven as Unproven
from paten_desk.usecases import backup_places, letterheads, officials, services
from paten_desk.usecases.backup_places import Target
from paten_desk.usecases.context import Context

if TYPE_CHECKING:
    from paten_desk.usecases.checks import Finding

DRILL_FOLDER = "uji-pulih-"
RECEIPTS = 10


class Moment(StrEnum):
    """When somebody asks whether a backup is due."""

    WORKING = "working"
    CLOSING = "closing"
    LEAVING = "leaving"


@dataclass(frozen=True, slots=True)
class Due:
    """What should be backed up now.

    Attributes:
        is_due: False where the newest proven backup is enough.
        records: Written since the newest proven backup.
        here: Places that can be written now, the one that waited longest first.
        missing: Places that are not plugged in.

    """

    is_due: bool
    records: int
    here: tuple[Target, ...]
    missing: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the office can trust its backups; a tone for each and one sentence for the status line.

    Attributes:
        proven, drilled: The newest of each, or None.

    """

    proven: Backup | None
    drilled: Backup | None
    backup_tone: Tone
    drill_tone: Tone
    sentence: str


@dataclass(frozen=True, slots=True)
class Tried:
    """One receipt that a drill opened from the restored copy."""

    number: str
    service: str
    received_at: datetime
    letter: str


@dataclass(frozen=True, slots=True)
class Drill:
    """What a drill found; the slip is printed for the Camat."""

    result: Backup
    made: Manifest
    records: int
    tried: tuple[Tried, ...]
    findings: tuple[Finding, ...]


def due(context: Context, moment: Moment = Moment.WORKING, plugged: list[Path] | None = None) -> Due:
    """Say whether a backup is due now: at the closing and on leaving when anything is new, else after 200 records."""
    records = store.waiting()
    enough = RECORDS_BETWEEN if moment is Moment.WORKING else 1
    chosen = in_turn(context)
    here = tuple(target for target in chosen if backup_places.folder_of(target, plugged))
    return Due(records >= enough, records, here, tuple(target for target in chosen if target not in here))


def in_turn(context: Context) -> list[Target]:
    """Return the chosen places, the one that waited longest first."""
    last = store.last_by_place()
    return sorted(backup_places.targets(context), key=lambda at: last[at.name].isoformat() if at.name in last else "")


def make(context: Context, target: Target, report: Report = silent, plugged: list[Path] | None = None) -> Backup:
    """Make a proven backup at a place and note it; one that fails is noted too. Runs on the worker for seconds.

    Raises:
        BackupFailed, Unproven: The place is not there, full or locked; what was written does not hold.
        PatenError: Backups of another computer of the office lie there.

    """
    try:
        folder = backup_places.folder_of(target, plugged)
        if folder is None:
            raise _not_there(target)
        return _make(context, target.name, folder, report)
    except PatenError as error:
        failed = Backup(context.new_id(), BackupState.FAILED, context.now(), target.name, reason=str(error))
        with transaction():
            journal.record(context.stamp(), "failed", failed)
        raise


def make_in(context: Context, folder: Path, report: Report = silent) -> Backup:
    """Make a proven backup in a folder named by hand, which need not be among the chosen places.

    Raises:
        NoRight, PatenError, Unproven: Not by this user; as `make`.

    """
    context.demand(Right.BACK_UP)
    if backup_places.is_own(context.data, folder):
        raise BackupFailed("Cadangan tidak dibuat di dalam data kantor sendiri.", "Pilih flashdisk atau disk lain.")
    return _make(context, folder.name, folder, report)


def in_folder(path: Path) -> list[tuple[Path, Manifest]]:
    """List the generations of a folder or of one of the chosen places, newest first; a generation gives itself.

    Raises:
        NotFound, Unproven: There is none; the one named is damaged.

    """
    if generations.NAME.fullmatch(path.name):
        return [(path, generations.read_manifest(path))]
    found = generations.in_folder(path) or generations.in_folder(path / backup_places.FOLDER)
    if not found:
        raise NotFound(
            f"Tidak ada cadangan PATEN Desk di {path}.", "Tunjuk folder yang berisi folder bernama cadangan-…"
        )
    return found


def verify(generation: Path, key: bytes, report: Report = silent) -> Facts:
    """Check every byte of a generation against its manifest and its own chains.

    Raises:
        Unproven: Something does not hold.

    """
    return backup.prove(generation, key, report)


def drill(context: Context, target: Target, report: Report = silent, plugged: list[Path] | None = None) -> Drill:
    """Uji pulih: restore the newest generation into a folder of its own, check everything, open the last 10 receipts.

    The folder is taken away again; the office's own data are only read.

    Raises:
        NoRight, NotFound, BackupFailed, Unproven: Not by this user; no generation there; it does not hold.

    """
    from paten_desk.usecases import checks  # with it comes all that draws paper, which the status line does not need

    context.demand(Right.BACK_UP)
    folder = backup_places.folder_of(target, plugged)
    if folder is None:
        raise _not_there(target)
    generation, made = in_folder(folder)[0]
    for left in context.data.parent.glob(f"{DRILL_FOLDER}*"):
        shutil.rmtree(left, ignore_errors=True)  # of a drill that a power cut ended
    with tempfile.TemporaryDirectory(prefix=DRILL_FOLDER, dir=context.data.parent) as copy:
        backup.copy_out(generation, Path(copy), context.data_key, report)
        with (
            connection.looking_at(Path(copy) / backup.DATABASE, context.data_key),
            archive.looking_at(Path(copy), context.data_key),
        ):
            checked = checks.check(context)
            report(1, 1, "Membuka tanda terima terakhir")
            tried = tuple(_try(request) for request in store.last_receipts(RECEIPTS))
    result = _noted(context, BackupState.DRILLED, target.name, generation.name, made, len(checked.findings))
    with transaction():
        journal.record(context.stamp(), "drilled", result)
    return Drill(result, made, checked.records, tried, checked.findings)


def slip(context: Context, drilled: Drill) -> bytes:
    """Draw the slip of a drill for the Camat."""
    from paten_desk.documents import drill_slip  # with it comes reportlab, which the status line does not need
    from paten_desk.documents.signature import Signature

    names = {code: service.name for code, service in services.catalogue(context).items()}
    signers = officials.holders(context)
    office, result = context.office, drilled.result
    return drill_slip.render(
        drill_slip.DrillSlip(
            letterheads.letterhead(office),
            full_name(office),
            result.at,
            office.zone,
            result.target,
            drilled.made.at,
            drilled.records,
            result.documents,
            result.leaf[:12],
            tuple(f"{finding.where}: {finding.what}" for finding in drilled.findings),
            tuple(
                drill_slip.Receipt(each.number, names.get(each.service, each.service), each.received_at, each.letter)
                for each in drilled.tried
            ),
            letterheads.own_post(office, signers.get(Post.HEAD), f"CAMAT {office.name.upper()}", "Mengetahui:"),
            Signature(
                ("Diuji oleh,",), context.user.personal.name or context.user.display, "", context.user.personal.nip
            ),
        )
    )


def standing(context: Context) -> Standing:
    """Say how old the newest proven backup and the newest drill are."""
    now, head = context.now(), journal.head()
    proven, drilled = _newest(BackupState.PROVEN), _newest(BackupState.DRILLED)
    is_behind = proven is None or (proven.ledger, proven.sequence + 1) != (head.ledger, head.length)
    return Standing(
        proven,
        drilled,
        tone_of_backup(proven.at if proven else None, now, is_behind=is_behind),
        tone_of_drill(drilled.at if drilled else None, store.begun_at(), now),
        f"Cadangan teruji {full_date(proven.at.date())} {hour(proven.at)}" if proven else "Belum ada cadangan teruji",
    )


def _try(request: Request) -> Tried:
    letter = journal.load(Letter, request.letter) if request.letter else None
    if letter is not None and letter.document:
        archive.get(letter.document, letter.year)
    return Tried(request.number, request.service, request.received_at, letter.number if letter else "")


def _make(context: Context, place: str, folder: Path, report: Report) -> Backup:
    backup_places.demand_apart(context, folder)
    office = context.office
    whose = Whose(office.id, full_name(office), office.area, mark.of_open(office.id, keys_dir(context.data)))
    made = backup.make(folder, context.data_key, whose, context.now(), report)
    done = _noted(context, BackupState.PROVEN, place, generations.name_at(made.at), made)
    with transaction():
        journal.record(context.stamp(), "proven", done)
    mark.write_now(folder)
    return done


def _noted(
    context: Context, state: BackupState, place: str, generation: str, made: Manifest, findings: int = 0
) -> Backup:
    return Backup(
        context.new_id(),
        state,
        context.now(),
        place,
        generation,
        made.ledger,
        made.sequence,
        made.leaf,
        date.fromisoformat(made.business_date) if made.business_date else None,
        sum(each.documents for each in made.archives.values()),
        findings,
    )


def _newest(state: BackupState) -> Backup | None:
    return next((made for made in store.newest() if made.state is state), None)


def _not_there(target: Target) -> BackupFailed:
    return BackupFailed(f"{target.name} belum terpasang di komputer ini.", "Pasang flashdisk itu, lalu ulangi.")

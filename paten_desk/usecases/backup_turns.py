"""Whose turn it is: the places of backups in turn, what lies there, and the newest one that did not come to be."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from paten_desk.domain.backups import RECORDS_BETWEEN, Backup, BackupState
from paten_desk.domain.errors import NotFound, PatenError
from paten_desk.store import backups as store
from paten_desk.store import generations
from paten_desk.store.proof import Report, silent
from paten_desk.usecases import backup_places, backups
from paten_desk.usecases.backup_places import Target
from paten_desk.usecases.backups import Drill, Moment
from paten_desk.usecases.context import Context

if TYPE_CHECKING:
    from paten_desk.usecases.restoring import Found


@dataclass(frozen=True, slots=True)
class Place:
    """One chosen place.

    Attributes:
        is_here: It can be written now.
        is_next: It waited longest; the next backup belongs there.
        last: When the newest proven backup was made there, or None.

    """

    target: Target
    is_here: bool
    is_next: bool
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Kept:
    """One proven generation at a place that is here.

    Attributes:
        records: In it.
        is_drilled: A drill restored it and found nothing amiss.

    """

    path: Path
    place: str
    made_at: datetime
    records: int
    is_drilled: bool


@dataclass(frozen=True, slots=True)
class Stick:
    """Something plugged in that is no chosen place yet.

    Attributes:
        name: That it bears from an earlier time at this office, else the name of its folder.

    """

    path: Path
    name: str


def is_wanted(context: Context, moment: Moment = Moment.WORKING) -> bool:
    """Say whether a backup is due and a place was chosen for it, without a look at the places, which can be slow."""
    enough = RECORDS_BETWEEN if moment is Moment.WORKING else 1
    return store.waiting() >= enough and bool(backup_places.targets(context))


def places(context: Context, plugged: list[Path] | None = None) -> list[Place]:
    """Return the chosen places, the one whose turn it is first."""
    last = store.last_by_place()
    found = []
    for at, target in enumerate(backups.in_turn(context)):
        is_here = backup_places.folder_of(target, plugged) is not None
        found.append(Place(target, is_here, at == 0, last.get(target.name)))
    return found


def kept(context: Context, plugged: list[Path] | None = None) -> list[Kept]:
    """Return this office's proven generations at the places that are here, newest first."""
    drills = (made for made in store.newest() if made.state is BackupState.DRILLED)
    drilled = {made.generation for made in drills if not made.findings}
    found = []
    for target in backup_places.targets(context):
        folder = backup_places.folder_of(target, plugged)
        for path, made in generations.in_folder(folder) if folder else ():
            if made.office == context.office.id:
                found.append(Kept(path, target.name, made.at, made.sequence, path.name in drilled))
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def failed(context: Context) -> Backup | None:
    """Return the newest backup that did not come to be, unless a proven one came after it."""
    tried = (made for made in store.newest() if made.state in (BackupState.FAILED, BackupState.PROVEN))
    newest = next(tried, None)
    return newest if newest is not None and newest.state is BackupState.FAILED else None


def make_next(context: Context, report: Report = silent, plugged: list[Path] | None = None) -> Backup:
    """Make a proven backup at the place that waited longest among those that are here; runs on the worker.

    Raises:
        NotFound: No place was chosen, or none is here.
        BackupFailed, Unproven: As `backups.make`.

    """
    here = backups.due(context, Moment.CLOSING, plugged).here
    if not here:
        raise _nowhere(context, plugged)
    return backups.make(context, here[0], report, plugged)


def drill_newest(context: Context, report: Report = silent, plugged: list[Path] | None = None) -> tuple[Drill, bytes]:
    """Try out the newest backup that is here; return what was found and its slip. Runs on the worker.

    Raises:
        NotFound: There is none here.
        NoRight, BackupFailed, Unproven: As `backups.drill`.

    """
    found = kept(context, plugged)
    if not found:
        raise _nowhere(context, plugged)
    (target,) = (held for held in backup_places.targets(context) if held.name == found[0].place)
    made = backups.drill(context, target, report, plugged)
    return made, backups.slip(context, made)


def new_sticks(context: Context, plugged: list[Path] | None = None) -> list[Stick]:
    """Return what is plugged in and no chosen place yet; one that was a place of this office says its name."""
    known = {target.id for target in backup_places.targets(context)}
    found = []
    for path in backup_places.sticks() if plugged is None else plugged:
        label = backup_places.label_of(path)
        if label.get("id") not in known:
            ours = label.get("office") == context.office.id
            found.append(Stick(path, label.get("name", "") if ours else path.name or str(path)))
    return found


def search(data: Path, now: datetime, plugged: list[Path] | None = None) -> list[Found]:
    """Return every backup on what is plugged in and at the chosen places, newest first; needs no open office."""
    from paten_desk.usecases import restoring  # with it comes what continues a ledger, which no status line needs

    found: dict[Path, Found] = {}
    for path in (*(backup_places.sticks() if plugged is None else plugged), *backup_places.chosen_in(data)):
        with contextlib.suppress(PatenError):  # a stick with other things on it
            found |= {each.generation.resolve(): each for each in restoring.plan(data, path, now).found}
    return sorted(found.values(), key=lambda each: each.age)


def _nowhere(context: Context, plugged: list[Path] | None) -> NotFound:
    chosen = places(context, plugged)
    if not chosen:
        return NotFound("Belum ada tempat cadangan.", "Tambahkan flashdisk atau folder di disk lain, lalu ulangi.")
    if any(place.is_here for place in chosen):
        return NotFound("Belum ada cadangan di tempat yang terpasang.", "Buat cadangan dahulu, lalu ulangi.")
    return NotFound("Tempat cadangan belum terpasang di komputer ini.", f"Pasang {chosen[0].target.name}, lalu ulangi.")

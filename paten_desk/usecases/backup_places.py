"""Where backups go: a second disk, and sticks in turn that are known by their label wherever they are plugged in."""

from __future__ import annotations

import contextlib
import json
import string
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from paten_desk.domain.branches import AWAY
from paten_desk.domain.errors import Invalid, PatenError, Problem
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right
from paten_desk.paths import keys_dir
from paten_desk.store import generations, ledgers
from paten_desk.store.front import write_whole
from paten_desk.usecases import standings
from paten_desk.usecases.context import Context

SETTING, LABEL = "cadangan.json", "paten-cadangan.json"
FOLDER = "PATEN cadangan"
OWN = "Tempat ini di dalam data kantor sendiri; pilih flashdisk atau disk lain."
MOUNTS = (Path("/media"), Path("/run/media"), Path("/mnt"))


@dataclass(frozen=True, slots=True)
class Target:
    """One place for backups.

    Attributes:
        path: Where it was when it was chosen.
        is_stick: Looked for by its label wherever it is plugged in.

    """

    id: str
    name: str
    path: str
    is_stick: bool


def targets(context: Context) -> list[Target]:
    """Return the places in the order in which they were chosen."""
    return _read(context.data)


def sticks() -> list[Path]:
    """Return where something is plugged in now."""
    if sys.platform == "win32":  # pragma: no cover  # only Windows gives drives letters
        return [Path(f"{letter}:/") for letter in string.ascii_uppercase[3:] if Path(f"{letter}:/").exists()]
    found: list[Path] = []
    for root in MOUNTS:
        with contextlib.suppress(OSError):
            found += [path for path in sorted(root.glob("*")) if path.is_mount()]
            found += [path for path in sorted(root.glob("*/*")) if path.is_mount()]
    return found


def check(data: Path, path: Path, name: str) -> list[Problem]:
    """List what speaks against a place ("path", "name")."""
    found = []
    if not clean(name):
        found.append(Problem("name", "Beri nama tempat ini, misalnya Kartu cadangan 1."))
    elif clean(name) in {target.name for target in _read(data)}:
        found.append(Problem("name", "Nama ini sudah dipakai; bedakan."))
    if not path.is_dir():
        found.append(Problem("path", "Folder itu tidak ada; pasang flashdisknya atau pilih folder lain."))
        return found
    if is_own(data, path):
        found.append(Problem("path", OWN))
    elif path.stat().st_dev == data.stat().st_dev:
        words = "Tempat ini di disk yang sama dengan data; bila disk rusak, keduanya hilang. Pakai juga flashdisk."
        found.append(Problem("path", words, False))
    return found


def is_own(data: Path, path: Path) -> bool:
    """Say whether a folder lies within the office's own data or keys, where a backup would be no second copy."""
    return any(path.resolve().is_relative_to(own.resolve()) for own in (data, keys_dir(data)))


def add(context: Context, path: Path, name: str, *, is_stick: bool) -> Target:
    """Choose a place and put a label there, so that it is known again.

    Raises:
        NoRight, Invalid, StoreUnavailable: Not by this user; not this place; it cannot be written.
        PatenError: It is a place of the office and this is its laptop, or the other way round.

    """
    context.demand(Right.BACK_UP)
    blocking = [problem for problem in check(context.data, path, name) if problem.blocks]
    if blocking:
        raise Invalid(blocking)
    laptop, held = _laptop(), label_of(path)
    if held.get("office") == context.office.id and held.get("laptop", "") != laptop:
        raise _mixed(laptop)
    demand_apart(context, path / FOLDER)
    made = Target(context.new_id(), clean(name), str(path.absolute()), is_stick)
    label = {"id": made.id, "office": context.office.id, "name": made.name, **({"laptop": laptop} if laptop else {})}
    write_whole(path / LABEL, json.dumps(label, ensure_ascii=False).encode())
    _write(context.data, [*_read(context.data), made])
    return made


def demand_apart(context: Context, folder: Path) -> None:
    """Let an office and its laptops not share a folder: each would take away the other's old generations, and its mark.

    Raises:
        PatenError: Generations of another computer of this office lie there.

    """
    laptop = _laptop()
    for _, made in generations.in_folder(folder):
        place = ledgers.place(made.ledger) if made.office == context.office.id else None
        if place is not None and (place.id != laptop if laptop else place.role == ledgers.BRANCH):
            raise _mixed(laptop)


def forget(context: Context, target: str) -> None:
    """Use a place no more; what lies there stays there.

    Raises:
        NoRight: Not by this user.

    """
    context.demand(Right.BACK_UP)
    _write(context.data, [held for held in _read(context.data) if held.id != target])


def folder_of(target: Target, plugged: list[Path] | None = None) -> Path | None:
    """Return the folder of a place's generations, or None where it is not there now."""
    places = [Path(target.path)]
    if target.is_stick:
        places += sticks() if plugged is None else plugged
    for place in places:
        if label_of(place).get("id") == target.id:
            return place / FOLDER
    return None


def chosen_in(data: Path) -> list[Path]:
    """Return where the places of an office were when they were chosen; needs no open office."""
    return [Path(target.path) for target in _read(data)]


def _laptop() -> str:
    """Return the id of the ledger of a computer that serves outside the office, else ""."""
    own = ledgers.own()
    return own.id if standings.reason_of(own) in AWAY else ""


def _mixed(laptop: str) -> PatenError:
    if laptop:
        words = "Tempat ini berisi cadangan komputer kantor; cadangan laptop tidak boleh bercampur."
        return PatenError(words, "Pakai flashdisk lain untuk laptop ini.")
    words = "Tempat ini berisi cadangan laptop desa; cadangan kantor tidak boleh bercampur."
    return PatenError(words, "Pakai flashdisk lain untuk komputer kantor.")


def label_of(place: Path) -> dict[str, str]:
    """Return what the label of a place says, by name; nothing where there is none."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        return {name: str(said) for name, said in json.loads((place / LABEL).read_text(encoding="utf-8")).items()}
    return {}


def _read(data: Path) -> list[Target]:
    try:
        held = json.loads((keys_dir(data) / SETTING).read_text(encoding="utf-8"))
        return [Target(**each) for each in held]
    except (OSError, ValueError, TypeError):
        return []


def _write(data: Path, chosen: list[Target]) -> None:
    content = json.dumps([asdict(target) for target in chosen], ensure_ascii=False, indent=1)
    write_whole(keys_dir(data) / SETTING, content.encode())

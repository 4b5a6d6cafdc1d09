"""A village laptop begins from its office's backup: which ledgers wait in it, and which one this computer takes.

The backup and its medium stay the office's. Beside the generations only a list is left of the ledgers that were taken
from them, so that a second laptop does not begin in the same one.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from paten_desk.domain.branches import AWAY, BranchLedger, BranchReason
from paten_desk.domain.errors import PatenError
from paten_desk.store import backup, ledgers, swap
from paten_desk.store import backups as store
from paten_desk.store.front import write_whole

CHOSEN = "laptop.json"  # in the data folder, until its ledger is begun; it comes in with the data, or not at all
TAKEN = "laptop.json"  # beside the generations
PREPARE = "Siapkan laptop di komputer kantor, buat cadangan baru di sana, lalu pakai cadangan itu."


def waiting_in(generation: Path, key: bytes) -> tuple[BranchLedger, ...]:
    """Return the ledgers in a generation that were prepared and that no laptop took yet, as far as its medium knows.

    Raises:
        PatenError: It was made on a laptop: an office does not come back from it, nor another laptop.

    """
    found = store.branches_in(generation / backup.DATABASE, key)
    if any(role == ledgers.OWN and made.reason in AWAY for role, _, made in found):
        raise PatenError(
            "Cadangan ini dibuat di laptop desa, bukan di komputer kantor.",
            "Data di komputer ini tidak diubah; pilih cadangan dari komputer kantor.",
        )
    taken = _taken(generation.parent)
    return tuple(made for role, length, made in found if role == ledgers.BRANCH and not length and made.id not in taken)


def pick(waiting: tuple[BranchLedger, ...], reason: BranchReason, prepared: str = "") -> BranchLedger:
    """Return the ledger that this computer takes: the one that was chosen, or the only one that waits.

    Raises:
        PatenError: None waits, or not the chosen one; several wait and none was chosen.

    """
    fitting = [made for made in waiting if made.reason is reason]
    if not fitting:
        raise PatenError("Tidak ada laptop yang menunggu di cadangan ini.", PREPARE)
    if not prepared and len(fitting) > 1:
        names = ", ".join(f"{made.prefix} {made.personal.note}".strip() for made in fitting)
        raise PatenError(f"Beberapa laptop menunggu di cadangan ini: {names}.", "Pilih laptop yang mana.")
    found = next((made for made in fitting if prepared in ("", made.id)), None)
    if found is None:
        raise PatenError("Laptop itu tidak menunggu di cadangan ini.", PREPARE)
    return found


def note_chosen(folder: Path, made: BranchLedger) -> None:
    """Note in restored data which ledger they are for, before they come in: a power cut must not make them an office.

    Raises:
        StoreUnavailable: It cannot be written.

    """
    write_whole(folder / CHOSEN, json.dumps({"ledger": made.id, "reason": made.reason}).encode())


def chosen_in(data: Path) -> tuple[str, BranchReason] | None:
    """Return the ledger that the data were brought in for and the reason, or None where they go on as an office's."""
    if swap.waits(data):
        with contextlib.suppress(FileNotFoundError):
            held = json.loads((data / CHOSEN).read_text(encoding="ascii"))
            return str(held["ledger"]), BranchReason(held["reason"])
    return None


def forget_chosen(data: Path) -> None:
    """Take the note away once the ledger is begun; one that stays says nothing any more."""
    with contextlib.suppress(OSError):
        (data / CHOSEN).unlink(missing_ok=True)


def note_taken(medium: Path, ledger: str) -> None:
    """Note beside the generations that a laptop took a ledger; a medium that cannot be written stops nothing."""
    with contextlib.suppress(PatenError):
        write_whole(medium / TAKEN, json.dumps([*sorted({*_taken(medium), ledger})]).encode())


def _taken(medium: Path) -> frozenset[str]:
    with contextlib.suppress(OSError, ValueError, TypeError):
        return frozenset(map(str, json.loads((medium / TAKEN).read_text(encoding="ascii"))))
    return frozenset()

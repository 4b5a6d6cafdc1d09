"""Go on from the data as they are: in a new ledger after a restore or on a copy, in the same one after a move.

What the mark knows of numbers given later is declared lost in the new ledger, so that no number is given twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from paten_desk.domain import ledger as chain
from paten_desk.domain.backups import Backup, BackupState
from paten_desk.domain.branches import BranchLedger, BranchReason
from paten_desk.domain.errors import PatenError
from paten_desk.domain.roles import Approval, Right
from paten_desk.paths import keys_dir
from paten_desk.store import connection, journal, keys, mark, swap
from paten_desk.store.connection import transaction
from paten_desk.store.mark import Mark
from paten_desk.usecases import approvals, branches, guards, laptops, setup
from paten_desk.usecases.context import Context

BEGUN = "backup.restored."
MOST_LOST = 20_000  # a year of a busy office; a mark that tells of more is not believed


@dataclass(frozen=True, slots=True)
class Restored:
    """An office that goes on.

    Attributes:
        aside: Folder with the data as they were, or None where there were none.
        new_card: The signing key is new: the kabupaten, or a laptop's office, needs a new key card.
        laptop: What a computer became that serves outside the office, else None.

    """

    context: Context
    aside: Path | None
    lost: dict[tuple[str, int], int]
    new_card: bool
    laptop: BranchLedger | None = None


def go_on(
    context: Context,
    approval: Approval | None,
    reason: BranchReason = BranchReason.RESTORED,
    note: str = "",
    *,
    is_copy: bool = False,
) -> Restored:
    """Go on in a new ledger from the data as they are: after an interrupted restore, from data put back, on a copy.

    A copy gets keys of its own, so that it cannot speak as the computer it was copied from.

    Raises:
        NoRight, PatenError: Not by this user, or the second person lacks; a laptop that serves outside the office.

    """
    approvals.stamp(context, Right.RESTORE, approval)
    if laptops.chosen_in(context.data) is None:
        branches.demand_line(reason)
    if is_copy:
        _set_keys_aside(context.data)
    return begin(context, approval, reason, note, mark.read(keys_dir(context.data)))


def moved(context: Context, approval: Approval | None) -> None:
    """Note that this computer takes the place of another, which is not used any more; the ledger goes on.

    Raises:
        NoRight, PatenError: Not by this user, or the second person lacks; the keys did not come along.

    """
    stamp = approvals.stamp(context, Right.RESTORE, approval)
    if not keys.has_secrets(keys_dir(context.data)):
        raise PatenError(
            "Kunci segel kantor tidak ikut dipindahkan, jadi buku catatan lama tidak dapat diteruskan.",
            "Pilih salinan: komputer ini melanjutkan dalam buku baru.",
        )
    with transaction():
        journal.record(stamp, "moved", context.office)
    _accept(context)


def begin(context: Context, approval: Approval | None, reason: BranchReason, note: str, known: Mark | None) -> Restored:
    """Begin the new ledger once it is known that this may be; `known` is the mark that knows most.

    Where a power cut came after the ledger was begun and before its mark was written, only that is made up for. Data
    that were brought in for a laptop go on in the ledger prepared for it: the office knows itself what came later.
    """
    before = journal.head()
    chosen = laptops.chosen_in(context.data)
    if chosen is not None:
        return _begin_away(context, approval, note, *chosen)
    if known is not None and known.ledger != before.ledger and _is_begun(before):
        _accept(context)
        return Restored(context, None, {}, new_card=False)
    numbers = {
        (book, year): last
        for book, year, last in connection.sql("SELECT book, year, last FROM number WHERE ledger = ?", (before.ledger,))
    }
    gone = lost(known, before.ledger, numbers)
    new_card = _make_keys(context)
    approver = approval.user if approval else ""
    with transaction():
        branches.begin(context, reason, note, gone, known.prefix if known else "", approver)
        _note_restored(context, before, approver)
    _accept(context)
    return Restored(context, None, gone, new_card)


def _begin_away(context: Context, approval: Approval | None, note: str, ledger: str, reason: BranchReason) -> Restored:
    """Begin a ledger that was prepared at the office, with keys of this computer's own."""
    before = journal.head()
    if before.ledger != ledger:  # else a power cut came after it was begun
        _set_keys_aside(context.data)
        _make_keys(context)
        approver = approval.user if approval else ""
        with transaction():
            branches.begin(context, reason, note, approver=approver, prepared=ledger)
            _note_restored(context, before, approver)
    _accept(context)
    laptops.forget_chosen(context.data)
    return Restored(context, None, {}, new_card=True, laptop=journal.load(BranchLedger, ledger))


def _make_keys(context: Context) -> bool:
    """Make the keys of this computer where it has none; say whether that was so."""
    lacks = not keys.has_secrets(keys_dir(context.data))
    if lacks:
        setup.make_secrets(context.data, context.data_key)
    return lacks


def _note_restored(context: Context, before: journal.Head, approver: str) -> None:
    made = Backup(
        context.new_id(),
        BackupState.RESTORED,
        context.now(),
        context.counter,
        ledger=before.ledger,
        sequence=before.length,
        business_date=before.business_date,
    )
    journal.record(context.stamp(approver=approver), "restored", made)


def _is_begun(head: journal.Head) -> bool:
    """Say whether the newest record is the one that every new ledger begins with here."""
    return any(
        chain.read(body).fact.kind.startswith(BEGUN) for _, _, body, _ in journal.stored(head.ledger, head.length)
    )


def _accept(context: Context) -> None:
    """Take the database as it is for the truth from here on: mark, then guards, which now find nothing to decide."""
    swap.end(context.data)
    mark.keep(context.office.id, keys_dir(context.data))
    guards.look(context)


def lost(known: Mark | None, ledger: str, numbers: dict[tuple[str, int], int]) -> dict[tuple[str, int], int]:
    """Return, by book and year, the last numbers that the mark knows and the books of a ledger do not."""
    if known is None or known.ledger != ledger:
        return {}
    return {book: last for book, last in known.numbers.items() if 0 < last - numbers.get(book, 0) <= MOST_LOST}


def _set_keys_aside(data: Path) -> None:
    for path in keys_dir(data).glob("*.key"):
        path.replace(path.with_name(path.name + ".lama"))

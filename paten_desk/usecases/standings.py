"""How far the receiver follows the office's ledgers, told on every page.

It knows no sealed file, so that the window can stand without what makes one.
"""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.domain.branches import AWAY, BranchLedger, BranchReason
from paten_desk.store import journal, ledgers
from paten_desk.store.ledgers import Place
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the receiver follows: the kabupaten, or a laptop's office.

    Attributes:
        length: Records that go to it; `acknowledged` of them it holds.
        open: Records not yet acknowledged, but for those about files and answers themselves.
        is_away: This is a laptop, or a counter cut off; it sends its own ledger to its office.

    """

    length: int
    acknowledged: int
    open: int
    is_away: bool


def standing(context: Context) -> Standing:
    """Return how many records the receiver has acknowledged: of all ledgers of the office, on a laptop of its own."""
    own = ledgers.own()
    is_away = reason_of(own) in AWAY
    places = [own] if is_away else ledgers.office_ledgers()
    return Standing(
        sum(place.length for place in places),
        sum(place.acknowledged for place in places),
        sum(ledgers.open_work(place) for place in places if place.length > place.acknowledged),
        is_away,
    )


def reason_of(place: Place) -> BranchReason | None:
    """Return why a ledger was begun, or None for the office's first."""
    return journal.load(BranchLedger, place.id).reason if place.register else None

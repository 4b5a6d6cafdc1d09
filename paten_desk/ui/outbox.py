"""Who takes in what is sent, and what waits for it, in words: the kabupaten, on a laptop its office."""

from __future__ import annotations

from paten_desk.domain.office import OfficeRole
from paten_desk.ui.bars import Part
from paten_desk.usecases import standings
from paten_desk.usecases.context import Context
from paten_desk.usecases.standings import Standing


def receiver(standing: Standing) -> str:
    """Name who takes it in."""
    return "kantor" if standing.is_away else "kabupaten"


def taken(standing: Standing) -> str:
    """Return the word for what the receiver has done with it."""
    return "diterima" if standing.is_away else "diakui"


def waiting(standing: Standing, what: str = "") -> str:
    """Say how much waits: "3 catatan belum diakui kabupaten"; `what` is what is counted."""
    return " ".join(filter(None, (str(standing.open), what, "belum", taken(standing), receiver(standing))))


def part(context: Context) -> Part:
    """Say in the status bar what waits to be taken in elsewhere."""
    if context.office.role is OfficeRole.KABUPATEN:
        return Part("Meja kabupaten", short="Kabupaten")
    standing = standings.standing(context)
    return Part(waiting(standing), short=f"{standing.open} belum {taken(standing)}")

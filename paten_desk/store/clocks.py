"""What the own ledger says of time: when it was last written, and what became of the newest doubt."""

from __future__ import annotations

from datetime import datetime

from paten_desk.domain.ledger import Record, read
from paten_desk.store import journal
from paten_desk.store.connection import sql
from paten_desk.store.packing import unpack


def newest_time() -> datetime | None:
    """Return when the newest record was keyed in, doubts left out; None in an empty ledger."""
    found = sql(
        "SELECT body FROM journal WHERE ledger = ? AND kind <> 'clock.doubted.v1' ORDER BY sequence DESC LIMIT 1",
        _own(),
    )
    return read(unpack(found[0][0])).fact.recorded_time if found else None


def newest_check() -> Record | None:
    """Return the newest record about the clock, or None."""
    found = sql(
        "SELECT body FROM journal WHERE (ledger, sequence) = (SELECT ledger, sequence FROM entity "
        "WHERE noun = 'clock' AND ledger = ? ORDER BY sequence DESC LIMIT 1)",
        _own(),
    )
    return read(unpack(found[0][0])) if found else None


def _own() -> tuple[str]:
    return (journal.head().ledger,)

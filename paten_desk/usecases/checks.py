"""Check the record: rebuild from the journal, compare, list every difference."""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.domain import ledger as chain
from paten_desk.domain.closings import Closing
from paten_desk.domain.letters import Letter
from paten_desk.store import archive, journal, rebuild
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference, in words."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check looked at, and everything it found."""

    records: int
    documents: int
    findings: tuple[Finding, ...]


def check(context: Context) -> Report:
    """Verify the chain, rebuild the screen tables, numbers and archive, and list all differences."""
    head = journal.head()
    rows = list(journal.stored(head.ledger))
    found = [Finding(f"catatan {broken.sequence}", broken.what) for broken in chain.verify(head.ledger, rows)]
    if len(rows) != head.length or (rows and rows[-1][1] != head.leaf):
        found.append(Finding("buku catatan", f"panjang tercatat {head.length}, yang ada {len(rows)}"))
    found += [Finding(where, what) for where, what in rebuild.differences(head.ledger)]
    named = _named(context)
    whole = {year: set(archive.hashes(year)) for year in {year for year, _ in named}}
    found += [
        Finding(f"arsip {year}", f"naskah {digest[:12]} tidak ada atau rusak")
        for year, digest in named
        if digest not in whole[year]
    ]
    return Report(len(rows), len(named), tuple(found))


def _named(context: Context) -> list[tuple[int, str]]:
    letters = [(made.year, made.document) for made in journal.load_all(Letter) if made.document]
    sheets = [(made.day.year, made.document) for made in journal.load_all(Closing) if made.document]
    return letters + sheets

"""Check the record: rebuild from the journal, compare, list every difference."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from paten_desk.domain import ledger as chain
from paten_desk.domain.errors import PatenError
from paten_desk.store import archive, journal, ledgers, merging, rebuild
from paten_desk.store.ledgers import Place
from paten_desk.usecases import ledger_checks
from paten_desk.usecases.context import Context

PAPERS = {
    "letter": ("document", "final"),
    "closing": ("document",),
    "form": ("content",),
    "office": ("crest",),
    "scan": ("content",),
}
"""Which fields of which nouns name a stored paper or picture."""

VOLUMES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "letter": lambda data: data["year"],
    "closing": lambda data: data["day"][:4],
    "scan": lambda data: data["volume"],
}
"""In which file of the archive the papers of a noun are; those of no noun here are in the one of no year."""

NAMING = tuple(f'"{field}":'.encode() for field in ("document", "content", "crest"))


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
    """Verify every chain of the office, rebuild screen tables, numbers and archive, and list all differences."""
    found: list[Finding] = []
    bodies: dict[str, list[bytes]] = {}
    places = ledgers.office_ledgers()
    for place in places:
        rows = list(journal.stored(place.id))
        bodies[place.id] = [body for _, _, body, _ in rows]
        with _noticed(found):
            found += _chain(place, rows)
    with _noticed(found):
        found += [Finding(*each) for each in ledger_checks.differences(context, places, bodies)]
    with _noticed(found):
        found += [Finding(*each) for each in rebuild.differences()]
    every = [body for held in bodies.values() for body in held]
    elsewhere = [body for place in places if place.role == ledgers.BRANCH for body in bodies[place.id]]
    papers = named(every, but=named(elsewhere, {"scan"}))
    whole: dict[int, set[str]] = {year: set() for year, _ in papers}
    for year, hashes in whole.items():
        with _noticed(found):
            hashes.update(archive.hashes(year))
    found += [
        Finding(f"arsip {year}", f"naskah {digest[:12]} tidak ada atau rusak")
        for year, digest in papers
        if digest not in whole[year]
    ]
    return Report(len(every), len(papers), tuple(found))


@contextmanager
def _noticed(found: list[Finding]) -> Iterator[None]:
    """Note what is so bent that it cannot be read, and go on: a check lists everything."""
    try:
        yield
    except PatenError as error:
        found.append(Finding("basis data", error.message))


def _chain(place: Place, rows: list[tuple[int, bytes, bytes, bytes | None]]) -> Iterator[Finding]:
    where = f" buku {place.prefix}" if place.prefix else ""
    for broken in chain.verify(place.id, rows):
        yield Finding(f"catatan {broken.sequence}{where}", broken.what)
    head = journal.head(place.id)
    if len(rows) != head.length or (rows and rows[-1][1] != head.leaf):
        yield Finding(f"buku catatan{where}", f"panjang tercatat {head.length}, yang ada {len(rows)}")
    for first, last in merging.missing(place.id):
        yield Finding(f"buku catatan{where}", f"catatan {first} sampai {last} belum ada")
    if merging.left_parent(place.id):
        yield Finding(f"buku catatan{where}", "menyambung pada catatan yang lain dari yang tersimpan di sini")
    if merging.is_forked(place.id):
        yield Finding(f"buku catatan{where}", "ada dua catatan berbeda dengan nomor urut yang sama")


def named(
    bodies: list[bytes], nouns: Collection[str] = frozenset(PAPERS), but: Collection[tuple[int, str]] = ()
) -> list[tuple[int, str]]:
    """Return volume and hash of every stored paper that the journal names; what cannot be read was told before.

    `but` are those that nobody looks for here: a laptop's scans come into the office as records alone.
    """
    found: dict[tuple[int, str], None] = {}
    for body in bodies:
        if not any(mark in body for mark in NAMING):
            continue
        with suppress(ValueError, KeyError, TypeError):
            event = json.loads(body)
            data, noun = event["data"], event["type"].split(".")[2]
            volume = int(VOLUMES[noun](data)) if noun in VOLUMES else archive.FIXED
            for field in PAPERS.get(noun, ()) if noun in nouns else ():
                if data.get(field):
                    found[volume, str(data[field])] = None
    return [paper for paper in found if paper not in set(but)]

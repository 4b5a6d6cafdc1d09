"""Check what the database notes about each ledger against what the records say of it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from paten_desk.domain.branches import BranchLedger
from paten_desk.store import journal, ledgers
from paten_desk.store.ledgers import Place
from paten_desk.usecases.context import Context

ACKNOWLEDGED, SENT = "id.paten.acknowledgement.", "id.paten.export."

Findings = Iterator[tuple[str, str]]


def differences(context: Context, places: list[Place], bodies: dict[str, list[bytes]]) -> Findings:
    """Yield (where, what) of every difference; `bodies` are the stored records by ledger."""
    if not any(place.role == ledgers.OWN for place in places):
        yield "buku catatan", "buku catatan yang sedang ditulis tidak ada"
    acknowledged, files = _said(bodies)
    begun = {made.id: made for made in journal.load_all(BranchLedger)}
    for place in places:
        where = f"buku catatan {place.prefix}".rstrip()
        if place.area != context.office.area:
            yield where, f"kode wilayah {place.area}, kantor ini {context.office.area}"
        if place.role == ledgers.BRANCH:
            continue  # what a laptop says of itself is checked when its files come in
        if place.acknowledged != min(acknowledged[place.id], place.length):
            yield where, f"diakui {place.acknowledged}, menurut catatan {acknowledged[place.id]}"
        held = journal.head(place.id).files
        if held != files[place.id]:
            yield where, f"berkas terkirim {held}, menurut catatan {files[place.id]}"
        yield from _descent(where, place, begun.get(place.id))


def _descent(where: str, place: Place, begun: BranchLedger | None) -> Findings:
    held = (place.prefix, place.parent, place.parent_length, place.parent_head)
    said = ("", "", 0, "") if begun is None else (begun.prefix, begun.parent, begun.parent_length, begun.parent_head)
    if held != said:
        yield where, "awalan atau asal buku berbeda dari catatan"


def _said(bodies: dict[str, list[bytes]]) -> tuple[dict[str, int], dict[str, int]]:
    """Return, by ledger, how far it was acknowledged and how many files were made of it, as records tell."""
    acknowledged: dict[str, int] = defaultdict(int)
    files: dict[str, int] = defaultdict(int)
    for ledger, held in bodies.items():
        for body in held:
            if ACKNOWLEDGED.encode() not in body and SENT.encode() not in body:
                continue
            data = _data(body)
            of = str(data.get("ledger") or ledger)
            acknowledged[of] = max(acknowledged[of], int(data.get("length", 0)))
            files[of] = max(files[of], int(data.get("file_number", 0)))
    return acknowledged, files


def _data(body: bytes) -> dict[str, Any]:
    try:
        return dict(json.loads(body)["data"])
    except (ValueError, KeyError, TypeError):
        return {}  # the chain check names it

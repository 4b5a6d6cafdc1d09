"""Rebuild every screen row and number from the journal and compare; nothing is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from paten_desk.domain import ledger as chain
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import journal, nouns, projection
from paten_desk.store.connection import sql

Rows = dict[tuple[str, str], dict[str, Any]]


def differences(ledger: str) -> Iterator[tuple[str, str]]:
    """Yield (where, what) of everything in the tables of a ledger that the journal does not say."""
    expected, numbers = _expected(ledger)
    for table in ("entity", *(table for table, _ in projection.SCREENS.values())):
        held = {str(row["id"]): row for row in _table(table, ledger, expected)}
        wanted = {identity: row for (name, identity), row in expected.items() if name == table}
        for identity in sorted(wanted.keys() | held.keys()):
            yield from _compare(table, identity, wanted.get(identity), held.get(identity))
    for book, year, last in sql("SELECT book, year, last FROM number WHERE ledger = ?", (ledger,)):
        if numbers.get((book, year), 0) > last:
            yield f"buku nomor {book} {year}", f"nomor terakhir {last}, di catatan {numbers[book, year]}"


def _expected(ledger: str) -> tuple[Rows, dict[tuple[str, int], int]]:
    rows: Rows = {}
    numbers: dict[tuple[str, int], int] = {}
    blocks: dict[str, tuple[int, bytes]] = {}
    for sequence, _, body, block in journal.stored(ledger):
        try:
            record = chain.read(body)
            kind = nouns.NOUNS[nouns.noun_of(record)]
        except (ValueError, KeyError, TypeError):
            continue  # the chain check names it
        entity = record.fact.entity
        if block is not None:
            blocks[entity] = (sequence, block)
        at, personal_bytes = blocks.get(entity, (0, None))
        personal = None
        if personal_bytes is not None:
            personal = json.loads(personal_bytes)
            personal.pop("salt", None)
        try:
            noun = nouns.from_images(kind, entity, dict(record.fact.data), personal)
        except StoreUnavailable:
            continue  # the same
        rows["entity", entity] = projection.pointer(record, at)
        screen = projection.SCREENS.get(nouns.noun_of(record))
        if screen is not None:
            table, row_of = screen
            rows[table, entity] = row_of(noun, ledger)
        _note_number(numbers, nouns.noun_of(record), noun)
    return rows, numbers


def _note_number(numbers: dict[tuple[str, int], int], name: str, noun: Any) -> None:
    if name == "request" and noun.serial:
        key = ("request", noun.accepted_at.year)
    elif name == "letter" and noun.serial:
        key = (noun.book, noun.year)
    else:
        return
    numbers[key] = max(numbers.get(key, 0), noun.serial)


def _table(table: str, ledger: str, expected: Rows) -> Iterator[dict[str, Any]]:
    columns = next((list(row) for (name, _), row in expected.items() if name == table), [])
    if not columns:
        return
    where = " WHERE ledger = ?" if "ledger" in columns else ""
    found = sql(f"SELECT {', '.join(columns)} FROM {table}{where}", (ledger,) if where else ())  # noqa: S608
    yield from (dict(zip(columns, row, strict=True)) for row in found)


def _compare(
    table: str, identity: str, wanted: dict[str, Any] | None, held: dict[str, Any] | None
) -> Iterator[tuple[str, str]]:
    where = f"tabel {table}, {identity[-8:]}"
    if held is None:
        yield where, "baris hilang"
    elif wanted is None:
        yield where, "baris tanpa catatan"
    else:
        for column, value in wanted.items():
            if held[column] != value:
                yield where, f"kolom {column} berbeda dari catatan"

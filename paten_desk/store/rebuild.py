"""Rebuild every screen row and number from the journal and compare; nothing is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from paten_desk.domain import ledger as chain
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import journal, ledgers, merging, nouns, projection
from paten_desk.store.connection import sql
from paten_desk.store.packing import unpack

Rows = dict[tuple[str, str], dict[str, Any]]


def differences() -> Iterator[tuple[str, str]]:
    """Yield (where, what) of everything in the tables of the office's ledgers that their records do not say."""
    office = [place.id for place in ledgers.office_ledgers()]
    for ledger in office:
        yield from _columns(ledger)
    expected, given, gone = _expected(office)
    for sequence in gone:
        yield f"catatan {sequence}", "data pribadinya hilang"
    for table in ("entity", *(table for table, _ in projection.SCREENS.values())):
        held = {str(row["id"]): row for row in _table(table, office, expected)}
        wanted = {identity: row for (name, identity), row in expected.items() if name == table}
        for identity in sorted(wanted.keys() | held.keys()):
            yield from _compare(table, identity, wanted.get(identity), held.get(identity))
    noted = {
        (ledger, book, year): last
        for place in office
        for ledger, book, year, last in sql("SELECT ledger, book, year, last FROM number WHERE ledger = ?", (place,))
    }
    for key in sorted(given.keys() | noted.keys()):
        if given.get(key, 0) != noted.get(key, 0):
            _, book, year = key
            yield f"buku nomor {book} {year}", f"nomor terakhir {noted.get(key, 0)}, di catatan {given.get(key, 0)}"


def _columns(ledger: str) -> Iterator[tuple[str, str]]:
    """Compare the columns by which records are found with what the records say of themselves."""
    names = ("kind", "entity", "rev", "bizdate")
    first, last = 1, _end(ledger)
    while first <= last:
        for sequence, body, *held in sql(
            "SELECT sequence, body, kind, entity, rev, bizdate FROM journal WHERE ledger = ? AND sequence >= ? "
            "AND sequence < ? ORDER BY sequence",
            (ledger, first, first + journal.PAGE),
        ):
            try:
                fact = chain.read(unpack(body)).fact
            except (ValueError, KeyError, TypeError):
                continue  # the chain check names it
            said = (fact.kind, fact.entity, fact.rev, fact.business_date.isoformat())
            for name, one, other in zip(names, held, said, strict=True):
                if one != other:
                    yield f"catatan {sequence}", f"kolom {name} berbeda dari isinya"
        first += journal.PAGE


def _expected(office: list[str]) -> tuple[Rows, dict[tuple[str, str, int], int], list[int]]:
    """Return the rows as the records have them, the last numbers, and where a personal block is gone."""
    rows: Rows = {}
    numbers: dict[tuple[str, str, int], int] = {}
    newest: dict[str, tuple[Any, ...]] = {}
    gone: list[int] = []
    for ledger in office:
        register = ledgers.register_of(ledger)
        blocks: dict[str, tuple[int, bytes]] = {}
        digests: dict[str, str] = {}
        for sequence, _, body, block in journal.stored(ledger, last=_end(ledger)):
            try:
                record = chain.read(body)
                kind = nouns.NOUNS[nouns.noun_of(record)]
            except (ValueError, KeyError, TypeError):
                continue  # the chain check names it
            entity = record.fact.entity
            if block is not None:
                blocks[entity] = (sequence, block)
            elif chain.digest_in(body) != digests.get(entity, ""):
                blocks.pop(entity, None)
                gone.append(sequence)
            digests[entity] = chain.digest_in(body)
            at, personal_bytes = blocks.get(entity, (0, None))
            try:
                noun = nouns.from_images(kind, entity, dict(record.fact.data), _personal(personal_bytes))
            except (StoreUnavailable, ValueError, TypeError):
                continue  # the same
            taken = projection.number_in(noun)
            if taken is not None:
                branch, book, year, serial = taken
                key = (branch or register, book, year)
                numbers[key] = max(numbers.get(key, 0), serial)
            order = merging.standing(record)
            if entity in newest and order < newest[entity]:
                continue
            newest[entity] = order
            rows["entity", entity] = projection.pointer(record, at)
            screen = projection.SCREENS.get(nouns.noun_of(record))
            if screen is not None:
                table, row_of = screen
                rows[table, entity] = row_of(noun, register)
    return rows, numbers, gone


def _personal(block: bytes | None) -> dict[str, Any] | None:
    if block is None:
        return None
    personal = dict(json.loads(block))
    personal.pop("salt", None)
    return personal


def _end(ledger: str) -> int:
    """Return the newest sequence held, also after a hole."""
    return int(sql("SELECT max(sequence) FROM journal WHERE ledger = ?", (ledger,))[0][0] or 0)


def _table(table: str, office: list[str], expected: Rows) -> Iterator[dict[str, Any]]:
    columns = next((list(row) for (name, _), row in expected.items() if name == table), [])
    if not columns:
        return
    for ledger in office:
        found = sql(f"SELECT {', '.join(columns)} FROM {table} WHERE ledger = ?", (ledger,))  # noqa: S608
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

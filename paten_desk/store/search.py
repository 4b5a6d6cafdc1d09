"""Search over the folded key of a table: FTS5 in the file, a text-search index on the server; same answers on both."""

from __future__ import annotations

import re
from typing import Any

import peewee

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.domain.people import search_key
from paten_desk.store.connection import current, sql, transaction

SEARCHED = ("person", "request")


def words_of(text: str) -> list[str]:
    """Split typed text into the folded words that are looked for; at most eight."""
    return [word for word in re.findall(r"[A-Z0-9]+", search_key(text)) if word][:8]


def matching(table: Any, columns: tuple[Any, ...], text: str) -> peewee.ModelSelect:
    """Return the query for rows whose words begin with all the typed words, newest first."""
    words = words_of(text)
    query = table.select(*columns).order_by(table.rowno.desc())
    if not words:
        return query.where(peewee.SQL("1 = 0"))
    name = table._meta.table_name
    if current().is_file:
        match = " ".join(f'"{word}"*' for word in words)
        inner = f"rowno IN (SELECT rowid FROM {name}_search WHERE {name}_search MATCH ?)"  # noqa: S608  # own names only
        return query.where(peewee.SQL(inner, [match]))
    match = " & ".join(f"{word.lower()}:*" for word in words)
    return query.where(peewee.SQL("to_tsvector('simple', search_key) @@ to_tsquery('simple', %s)", [match]))


def broken() -> list[str]:
    """Return the tables whose search index no longer says what the rows say; a server keeps its own in order."""
    return [] if not current().is_file else [table for table in SEARCHED if not _agrees(table)]


def _agrees(table: str) -> bool:
    index = f"{table}_search"
    try:
        with transaction():  # the engine's own check is written as an insert, and stores nothing
            sql(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608  # own names only
    except (StoreUnavailable, peewee.DatabaseError):
        return False
    return True

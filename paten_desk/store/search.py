"""Search over the folded key of a table: FTS5 in the file, a text-search index on the server; same answers on both."""

from __future__ import annotations

from typing import Any

import peewee

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.domain.people import old_terms, search_key, terms
from paten_desk.store.connection import current, rows, scalar, sql, transaction

SEARCHED = ("person", "request", "letter")
NOTHING = peewee.SQL("1 = 0")


def words_of(text: str) -> list[str]:
    """Split text, such as a letter's number, into folded words; at most eight."""
    return search_key(text).split()[:8]


def matching(
    table: Any, columns: tuple[Any, ...], text: str, limit: int, before: int = 0, is_old: bool = False
) -> list[tuple[Any, ...]]:
    """Return a page of the rows whose key has what is asked for, newest first, before the row number `before`.

    With `is_old`, J and Y stand for each other.
    """
    asked = old_terms(text) if is_old else terms(text)
    if not asked:
        return []
    name = table._meta.table_name
    if not current().is_file:
        query = table.select(*columns).where(_on_server(asked)).order_by(table.rowno.desc()).limit(limit)
        return rows(query.where(table.rowno < before) if before else query)
    shown = ", ".join(f"t.{column.column_name}" for column in columns)
    bound = "AND rowid < ? " if before else ""
    return sql(
        f"SELECT {shown} FROM (SELECT rowid AS at FROM {name}_search WHERE {name}_search MATCH ? {bound}"  # noqa: S608
        f"ORDER BY rowid DESC LIMIT ?) AS found JOIN {name} AS t ON t.rowno = found.at ORDER BY found.at DESC",
        (_in_file(asked), *([before] if before else []), limit),
    )


def count(table: Any, text: str, is_old: bool = False) -> int:
    """Count the rows that `matching` gives in all."""
    asked = old_terms(text) if is_old else terms(text)
    if not asked:
        return 0
    if not current().is_file:
        return int(scalar(table.select(peewee.fn.COUNT(table.rowno)).where(_on_server(asked))))
    index = f"{table._meta.table_name}_search"
    return int(sql(f"SELECT count(*) FROM {index} WHERE {index} MATCH ?", (_in_file(asked),))[0][0])  # noqa: S608


def _in_file(asked: tuple[tuple[str, ...], ...]) -> str:
    """Write what is asked for as FTS5 reads it; the words hold capitals and digits alone."""
    return " AND ".join(
        "(" + " OR ".join(f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"' for word in group) + ")"
        for group in asked
    )


def _on_server(asked: tuple[tuple[str, ...], ...]) -> peewee.SQL:
    """Write the same as PostgreSQL reads it."""
    said = " & ".join("(" + " | ".join(word.lower().replace("*", ":*") for word in group) + ")" for group in asked)
    return peewee.SQL("to_tsvector('simple', search_key) @@ to_tsquery('simple', %s)", [said])


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

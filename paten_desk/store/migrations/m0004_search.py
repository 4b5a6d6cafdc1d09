"""Letters in the search, last digits of numbers, a leaner index, years of birth, and merged records of one person."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from paten_desk.store.engine import Engine

COLUMNS = (
    "ALTER TABLE person ADD COLUMN birth_year {int} NOT NULL DEFAULT 0",
    "ALTER TABLE person ADD COLUMN merged_into TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE letter ADD COLUMN search_key TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX person_born ON person (birth_year, village)",
    "CREATE INDEX person_merged ON person (merged_into) WHERE merged_into <> ''",
)
SEARCHED = ("person", "request", "letter")
OLD_SEARCH = (
    "DROP TRIGGER IF EXISTS {0}_search_insert",
    "DROP TRIGGER IF EXISTS {0}_search_delete",
    "DROP TRIGGER IF EXISTS {0}_search_update",
    "DROP TABLE IF EXISTS {0}_search",
)
SEARCH = """
CREATE VIRTUAL TABLE {0}_search USING fts5 (
    search_key, content = '{0}', content_rowid = 'rowno', detail = none,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4 5 6 7'
)|
INSERT INTO {0}_search ({0}_search) VALUES ('rebuild')|
CREATE TRIGGER {0}_search_insert AFTER INSERT ON {0} BEGIN
    INSERT INTO {0}_search (rowid, search_key) VALUES (new.rowno, new.search_key); END|
CREATE TRIGGER {0}_search_delete AFTER DELETE ON {0} BEGIN
    INSERT INTO {0}_search ({0}_search, rowid, search_key) VALUES ('delete', old.rowno, old.search_key); END|
CREATE TRIGGER {0}_search_update AFTER UPDATE OF search_key ON {0} WHEN old.search_key <> new.search_key BEGIN
    INSERT INTO {0}_search ({0}_search, rowid, search_key) VALUES ('delete', old.rowno, old.search_key);
    INSERT INTO {0}_search (rowid, search_key) VALUES (new.rowno, new.search_key); END
"""
SEARCH_POSTGRES = "CREATE INDEX letter_search ON letter USING gin (to_tsvector('simple', search_key))"

BLOCKS = (
    "SELECT t.id, p.block, t.{extra} FROM {table} t JOIN entity e ON e.id = t.id "
    "LEFT JOIN personal p ON p.ledger = e.ledger AND p.sequence = e.personal_sequence"
)
TITLES = frozenset(
    "H HJ HAJI HAJJAH DR DRS DRA IR PROF KH USTADZ SE SH ST SPD SAG SKOM SSOS SSTP SIP MM MSI MPD MH AMD AMK".split()
)
MUHAMMAD = frozenset({"MUHAMMAD", "MUHAMAD", "MOHAMMAD", "MOHAMAD", "MOCHAMAD", "MOCHAMMAD", "MUCHAMAD", "MOCH", "MOH"})
MUHAMMAD_SHORT = frozenset({"MUH", "MHD", "MUHD", "M"})
OLD_SPELLING = (("OE", "U"), ("TJ", "C"), ("DJ", "J"), ("SJ", "SY"), ("NJ", "NY"))


def up(engine: Engine) -> None:
    """Add the columns, write every key anew, and build the indexes over them."""
    for statement in COLUMNS:
        engine.writer.execute_sql(statement.format(int="INTEGER" if engine.is_file else "BIGINT"))
    if engine.is_file:
        for statement in (part.format(table) for table in SEARCHED for part in OLD_SEARCH):
            engine.writer.execute_sql(statement)
    _fill(engine)
    if engine.is_file:
        for statement in (part.format(table) for table in SEARCHED for part in SEARCH.split("|")):
            engine.writer.execute_sql(statement)
    else:
        engine.writer.execute_sql(SEARCH_POSTGRES)


def _fill(engine: Engine) -> None:
    mark = "?" if engine.is_file else "%s"
    for table, extra, changes, read in (
        ("person", "nik", ("search_key", "birth_year"), _person),
        ("request", "number, t.digits", ("search_key",), _request),
        ("letter", "number", ("search_key",), _letter),
    ):
        found = engine.writer.execute_sql(BLOCKS.format(table=table, extra=extra)).fetchall()
        said = ", ".join(f"{column} = {mark}" for column in changes)
        for identity, block, *held in found:
            values = read({} if block is None else json.loads(bytes(block)), *held)
            engine.writer.execute_sql(
                f"UPDATE {table} SET {said} WHERE id = {mark}",  # noqa: S608  # own names only
                (*values, identity),
            )


def _person(personal: dict[str, Any], nik: str) -> tuple[str, int]:
    said = [personal.get(name, "") for name in ("nik", "kk", "phone")]
    key = " ".join((_key(personal.get("name", "")), *said, *_tails(nik)))
    return " ".join(key.split()), int((personal.get("birth_date") or "0")[:4])


def _request(personal: dict[str, Any], number: str, digits: str) -> tuple[str]:
    words = [*_key(number).split()[:8], *_tails(digits)]
    for party in (personal.get("applicant", {}), *personal.get("subjects", ())):
        nik = party.get("nik", "")
        words += [*_key(party.get("name", "")).split(), nik, party.get("phone", ""), *_tails(nik)]
    return (" ".join(dict.fromkeys(word for word in words if word)),)


def _letter(personal: dict[str, Any], number: str) -> tuple[str]:
    return (" ".join((_key(personal.get("name", "")), *_key(number).split()[:8])).strip(),)


def _tails(number: str) -> list[str]:
    return [f"XQ{number[-many:]}" for many in (4, 5, 6) if len(number) >= many]


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.upper())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.findall(r"[A-Z0-9]+", re.sub(r"[.,'’`ʿ]", "", plain))
    kept = [word for word in words if word not in TITLES] or words
    return " ".join(_fold(word, len(kept) == 1) for word in kept)


def _fold(word: str, alone: bool) -> str:
    if word in MUHAMMAD or (word in MUHAMMAD_SHORT and not alone):
        return "MUHAMAD"
    for old, new in OLD_SPELLING:
        word = word.replace(old, new)
    return re.sub(r"([A-Z])\1+", r"\1", word)

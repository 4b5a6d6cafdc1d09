"""Journal, ledgers, numbers, the tables that the screens read, and the guards against change."""

from __future__ import annotations

from paten_desk.store.engine import Engine

TABLES = """
CREATE TABLE ledger (
    id TEXT NOT NULL PRIMARY KEY,
    area TEXT NOT NULL,
    role TEXT NOT NULL,
    length {int} NOT NULL,
    head {blob} NOT NULL,
    bizdate TEXT NOT NULL,
    acknowledged {int} NOT NULL,
    files {int} NOT NULL
);
CREATE TABLE journal (
    id {auto},
    ledger TEXT NOT NULL REFERENCES ledger(id),
    sequence {int} NOT NULL,
    leaf {blob} NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    rev {int} NOT NULL,
    bizdate TEXT NOT NULL,
    body {blob} NOT NULL
);
CREATE UNIQUE INDEX journal_place ON journal (ledger, sequence);
CREATE UNIQUE INDEX journal_entity ON journal (entity, rev, ledger);
CREATE TABLE personal (
    id {auto},
    ledger TEXT NOT NULL,
    sequence {int} NOT NULL,
    block {blob} NOT NULL
);
CREATE UNIQUE INDEX personal_place ON personal (ledger, sequence);
CREATE TABLE entity (
    id TEXT NOT NULL PRIMARY KEY,
    noun TEXT NOT NULL,
    rev {int} NOT NULL,
    ledger TEXT NOT NULL,
    sequence {int} NOT NULL,
    personal_sequence {int} NOT NULL
);
CREATE INDEX entity_noun ON entity (noun);
CREATE TABLE number (
    ledger TEXT NOT NULL,
    book TEXT NOT NULL,
    year {int} NOT NULL,
    last {int} NOT NULL,
    PRIMARY KEY (ledger, book, year)
);
CREATE TABLE person (
    rowno {auto},
    id TEXT NOT NULL UNIQUE,
    ledger TEXT NOT NULL,
    nik TEXT NOT NULL,
    name TEXT NOT NULL,
    search_key TEXT NOT NULL,
    village TEXT NOT NULL
);
CREATE INDEX person_nik ON person (nik);
CREATE TABLE request (
    rowno {auto},
    id TEXT NOT NULL UNIQUE,
    ledger TEXT NOT NULL,
    visit TEXT NOT NULL,
    number TEXT NOT NULL,
    service TEXT NOT NULL,
    status TEXT NOT NULL,
    paused {int} NOT NULL,
    name TEXT NOT NULL,
    nik TEXT NOT NULL,
    village TEXT NOT NULL,
    received_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    digits TEXT NOT NULL,
    search_key TEXT NOT NULL
);
CREATE INDEX request_open ON request (status, due_at, rowno);
CREATE INDEX request_received ON request (received_at);
CREATE INDEX request_digits ON request (digits);
CREATE INDEX request_nik ON request (nik);
CREATE INDEX request_visit ON request (visit);
CREATE TABLE letter (
    rowno {auto},
    id TEXT NOT NULL UNIQUE,
    ledger TEXT NOT NULL,
    request TEXT NOT NULL,
    number TEXT NOT NULL,
    book TEXT NOT NULL,
    year {int} NOT NULL,
    serial {int} NOT NULL,
    dated TEXT NOT NULL,
    name TEXT NOT NULL,
    subject TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX letter_request ON letter (request);
CREATE UNIQUE INDEX letter_number ON letter (ledger, book, year, serial) WHERE serial > 0;
CREATE TABLE draft (
    owner TEXT NOT NULL,
    page TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (owner, page)
);
CREATE TABLE document (
    id {auto},
    hash TEXT NOT NULL UNIQUE,
    content {blob} NOT NULL
);
CREATE TABLE claim (
    id {auto},
    ledger TEXT NOT NULL,
    file_number {int} NOT NULL,
    file_id TEXT NOT NULL,
    length {int} NOT NULL,
    head {blob} NOT NULL,
    received_at TEXT NOT NULL,
    result TEXT NOT NULL,
    header TEXT NOT NULL
);
CREATE UNIQUE INDEX claim_file ON claim (ledger, file_number, file_id);
CREATE TABLE branch (
    id {auto},
    ledger TEXT NOT NULL,
    sequence {int} NOT NULL,
    leaf {blob} NOT NULL,
    body {blob} NOT NULL,
    file_id TEXT NOT NULL
);
CREATE UNIQUE INDEX branch_leaf ON branch (ledger, sequence, leaf)
"""

GUARDED = (
    ("journal", "UPDATE"),
    ("journal", "DELETE"),
    ("personal", "UPDATE"),
    ("claim", "UPDATE"),
    ("claim", "DELETE"),
    ("branch", "UPDATE"),
    ("branch", "DELETE"),
    ("ledger", "DELETE"),
    ("number", "DELETE"),
    ("document", "UPDATE"),
)

SQLITE_TYPES = {"int": "INTEGER", "blob": "BLOB", "auto": "INTEGER NOT NULL PRIMARY KEY"}
POSTGRES_TYPES = {
    "int": "BIGINT",
    "blob": "BYTEA",
    "auto": "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
}

SEARCHED = ("person", "request")

SEARCH_SQLITE = """
CREATE VIRTUAL TABLE {0}_search USING fts5 (
    search_key, content = '{0}', content_rowid = 'rowno',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
)|
CREATE TRIGGER {0}_search_insert AFTER INSERT ON {0} BEGIN
    INSERT INTO {0}_search (rowid, search_key) VALUES (new.rowno, new.search_key); END|
CREATE TRIGGER {0}_search_delete AFTER DELETE ON {0} BEGIN
    INSERT INTO {0}_search ({0}_search, rowid, search_key) VALUES ('delete', old.rowno, old.search_key); END|
CREATE TRIGGER {0}_search_update AFTER UPDATE OF search_key ON {0} WHEN old.search_key <> new.search_key BEGIN
    INSERT INTO {0}_search ({0}_search, rowid, search_key) VALUES ('delete', old.rowno, old.search_key);
    INSERT INTO {0}_search (rowid, search_key) VALUES (new.rowno, new.search_key); END
"""

SEARCH_POSTGRES = "CREATE INDEX {0}_search ON {0} USING gin (to_tsvector('simple', search_key))"


def up(engine: Engine) -> None:
    """Create everything."""
    types = SQLITE_TYPES if engine.is_file else POSTGRES_TYPES
    search = SEARCH_SQLITE if engine.is_file else SEARCH_POSTGRES
    searches = [part.format(table) for table in SEARCHED for part in search.split("|")]
    for statement in (*TABLES.format(**types).split(";"), *searches):
        engine.writer.execute_sql(statement)
    if not engine.is_file:
        engine.writer.execute_sql(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append only'; END $$"
        )
    for table, change in GUARDED:
        name = f"{table}_no_{change.lower()}"
        action = (
            "BEGIN SELECT RAISE(ABORT, 'append only'); END"
            if engine.is_file
            else ("FOR EACH ROW EXECUTE FUNCTION refuse_change()")
        )
        engine.writer.execute_sql(f"CREATE TRIGGER {name} BEFORE {change} ON {table} {action}")

"""The steps from an empty file to today's schema, oldest first.

A step never changes after release and imports neither tables nor nouns: it is history. Journal rows are never migrated.
"""

from __future__ import annotations

import os
from pathlib import Path

import peewee
import sqlcipher3

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store.engine import Engine, unavailable, write_lock
from paten_desk.store.front import sync_folder
from paten_desk.store.migrations import m0001_initial, m0002_ledgers, m0003_letters, m0004_search, m0005_counter

STEPS = (m0001_initial, m0002_ledgers, m0003_letters, m0004_search, m0005_counter)
LATEST = len(STEPS)


def version_of(engine: Engine) -> int:
    """Return the schema's number; 0 for an empty database."""
    if engine.is_file:
        return int(engine.writer.execute_sql("PRAGMA user_version").fetchone()[0])
    found = engine.writer.execute_sql("SELECT to_regclass('schema_version')").fetchone()[0]
    return 0 if found is None else int(engine.writer.execute_sql("SELECT version FROM schema_version").fetchone()[0])


def bring_up_to_date(engine: Engine) -> None:
    """Run the missing steps, each in its own transaction with its version mark; a file is copied aside before.

    Raises:
        StoreUnavailable: The database was written by a newer program, or the disk fails.

    """
    at = version_of(engine)
    if at > LATEST:
        raise StoreUnavailable("Data ini dibuat oleh PATEN Desk yang lebih baru.", "Perbarui aplikasi di komputer ini.")
    if 0 < at < LATEST and engine.is_file:
        copy_aside(engine, at)
    for version, step in enumerate(STEPS[at:], start=at + 1):
        try:
            with write_lock, engine.writer.atomic():
                step.up(engine)
                _mark(engine, version)
        except (peewee.DatabaseError, sqlcipher3.DatabaseError) as error:
            raise unavailable(error) from error


def copy_aside(engine: Engine, version: int) -> Path:
    """Copy the file, as it is before migrating, beside itself under the name of its version.

    Raises:
        StoreUnavailable: The copy cannot be written.

    """
    target = Path(engine.place).with_suffix(f".sebelum-v{version + 1}.db")
    part = target.with_suffix(".part")
    try:
        part.unlink(missing_ok=True)
        engine.writer.execute_sql("VACUUM INTO ?", (str(part),))
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(target)
        sync_folder(target.parent)
    except Exception as error:
        raise unavailable(error) from error
    return target


def _mark(engine: Engine, version: int) -> None:
    if engine.is_file:
        engine.writer.execute_sql(f"PRAGMA user_version = {version}")
    else:
        engine.writer.execute_sql("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)")
        engine.writer.execute_sql("DELETE FROM schema_version")
        engine.writer.execute_sql("INSERT INTO schema_version VALUES (%s)", (version,))

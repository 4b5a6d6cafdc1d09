"""The two engines: an encrypted SQLCipher file, or the office's own PostgreSQL server.

An engine is a pair of connections: one writer and one reader that cannot write. Everything that differs between the
engines at run time stands here; what differs in the schema stands in the migrations.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peewee
import sqlcipher3
from playhouse.sqlcipher_ext import SqlCipherDatabase

from paten_desk.domain.errors import Damaged, StoreUnavailable

APPLICATION_ID = 0x50544E31
MINIMUM_SQLITE = (3, 51, 3)  # first release without the WAL-reset bug
KEY_BYTES = 32

CACHE_KB = 2000  # of pages a connection holds; the wheel's own 8,000 are full after 40 requests

WRITER_PRAGMAS: dict[str, Any] = {
    "cache_size": -CACHE_KB,
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: a printed number must survive a power cut
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
    "wal_autocheckpoint": 1000,
    "mmap_size": 0,
}
READER_PRAGMAS: dict[str, Any] = {
    "cache_size": -2 * CACHE_KB,
    "query_only": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
    "mmap_size": 0,
}


@dataclass(frozen=True, slots=True)
class Engine:
    """One opened database.

    Attributes:
        place: File path, or address of the server without its password.
        is_file: True for the embedded SQLCipher file.

    """

    writer: peewee.Database
    reader: peewee.Database
    place: str
    is_file: bool

    def close(self) -> None:
        """Close both connections."""
        self.reader.close()
        self.writer.close()


def check_version(version: tuple[int, ...]) -> None:
    """Refuse a SQLite that can lose committed records.

    Raises:
        StoreUnavailable: The linked library is too old.

    """
    if version < MINIMUM_SQLITE:
        raise StoreUnavailable(
            "Pustaka basis data di komputer ini terlalu lama dan dapat merusak data.",
            "Pasang ulang PATEN Desk dari paket resminya.",
        )


def check_cipher(cipher_version: object) -> None:
    """Refuse a library that would silently ignore the key and write plain text.

    Raises:
        StoreUnavailable: The library does not encrypt.

    """
    if not cipher_version:
        raise StoreUnavailable(
            "Pustaka basis data di komputer ini tidak mengenkripsi data.",
            "Pasang ulang PATEN Desk dari paket resminya.",
        )


def open_file(path: Path, key: bytes) -> Engine:
    """Open the encrypted file at `path` with its raw 32-byte key; it is made when absent.

    Raises:
        StoreUnavailable: Wrong key, damaged file, full disk, or an engine that must not be trusted.

    """
    check_version(sqlcipher3.sqlite_version_info)
    try:
        writer = _sqlcipher(path, key, WRITER_PRAGMAS)
        check_cipher(writer.execute_sql("PRAGMA cipher_version").fetchone())
        _read_back(writer, WRITER_PRAGMAS)
        writer.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        reader = _sqlcipher(path, key, READER_PRAGMAS)
        _read_back(reader, READER_PRAGMAS)
    except (peewee.DatabaseError, sqlcipher3.DatabaseError) as error:
        raise unavailable(error) from error
    return Engine(writer, reader, str(path), True)


def open_server(url: str) -> Engine:
    """Open the office's PostgreSQL database at `url` (postgresql://user:password@host/database).

    Raises:
        StoreUnavailable: The server does not answer or refuses.

    """
    from playhouse.db_url import parse  # only an office with a server pays for this import

    facts = parse(url)
    name = facts.pop("database")
    try:
        writer = peewee.PostgresqlDatabase(name, thread_safe=False, prefer_psycopg3=True, **facts)
        writer.connect()
        writer.execute_sql("SET synchronous_commit = on")
        reader = peewee.PostgresqlDatabase(name, thread_safe=False, prefer_psycopg3=True, **facts)
        reader.connect()
        reader.execute_sql("SET default_transaction_read_only = on")
    except peewee.DatabaseError as error:
        raise StoreUnavailable(
            "Server basis data kantor tidak dapat dihubungi.",
            "Periksa kabel jaringan dan komputer server, lalu coba lagi.",
        ) from error
    host = facts.get("host", "")
    return Engine(writer, reader, f"postgresql://{host}/{name}", False)


def is_disk_failure(error: BaseException) -> bool:
    """Say whether the disk itself failed, so that what was written last cannot be trusted."""
    said = _said(error)
    return "disk i/o" in said and "full" not in said


def unavailable(error: BaseException) -> StoreUnavailable:
    """Put what the engine says into words the user can act on."""
    said = _said(error)
    if "full" in said or "no space" in said:
        return StoreUnavailable(
            "Data belum tersimpan karena penyimpanan komputer penuh.",
            "Kosongkan ruang penyimpanan, lalu simpan lagi.",
        )
    if any(words in said for words in ("not a database", "malformed", "vtable constructor failed")):
        return Damaged(
            "Basis data tidak dapat dibuka dengan kunci ini, atau rusak.",
            "Jangan hapus apa pun. Pulihkan dari cadangan atau hubungi admin.",
        )
    if "locked" in said:
        return StoreUnavailable(
            "Basis data sedang dipakai program lain.", "Tutup jendela PATEN Desk yang lain, lalu coba lagi."
        )
    return StoreUnavailable(
        "Data belum tersimpan karena penyimpanan komputer tidak dapat ditulis atau dibaca.",
        "Periksa penyimpanan komputer ini, lalu coba lagi atau hubungi admin.",
    )


def _said(error: BaseException) -> str:
    said = str(error).lower()
    if error.__context__ is not None:  # a rollback that fails hides the error that caused it
        said += f" {error.__context__} {error.__context__.__context__}".lower()
    return said


class _OneConnection(SqlCipherDatabase):
    """A SQLCipher database whose one connection every thread of this process shares."""

    def _add_conn_hooks(self, connection: Any) -> None:
        connection.execute("PRAGMA cipher_log_level = NONE")  # it would print failed pages to stderr
        super()._add_conn_hooks(connection)


def _sqlcipher(path: Path, key: bytes, pragmas: dict[str, Any]) -> _OneConnection:
    if len(key) != KEY_BYTES:
        raise ValueError("a raw key has 32 bytes")
    database = _OneConnection(
        str(path), passphrase=f"x'{key.hex()}'", pragmas=pragmas, thread_safe=False, check_same_thread=False
    )
    database.connect()
    database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()  # a wrong key shows here
    return database


def _read_back(database: peewee.Database, pragmas: dict[str, Any]) -> None:
    for name, wanted in pragmas.items():
        row = database.execute_sql(f"PRAGMA {name}").fetchone()
        if row is not None and str(row[0]).lower() != str(wanted):
            raise StoreUnavailable(
                "Basis data tidak dapat dijalankan dengan pengaturan yang aman di penyimpanan ini.",
                "Pindahkan data ke penyimpanan di dalam komputer ini, bukan jaringan atau awan.",
            )


write_lock = threading.RLock()

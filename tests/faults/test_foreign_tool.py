"""Somebody with the key and a database tool: every row that is changed or gone is found, and so is every bit."""

import re
from contextlib import suppress

import peewee

from paten_desk.domain.errors import PatenError
from paten_desk.domain.workflow import Status
from paten_desk.store import connection, proof
from paten_desk.usecases import checks, closings, number_book
from tests.builders import a_request, a_user, with_officials
from tests.conftest import KEY

PASSED_OVER = re.compile(r"draft|document|sqlite_.*|.*_search.*")  # unsent forms; the index, which is rebuilt


class Undone(Exception):
    """Takes back what the tool did."""


def a_day(context):
    """Put something into every table of an office."""
    from paten_desk.domain.roles import Approval, Right, Role

    with_officials(context)
    a_request(context, Status.HANDED_OVER, serial=1)
    a_request(context, Status.RETURNED, serial=2)
    a_request(context, Status.DRAFTED, serial=3)
    kasi = a_user(context, Role.SECTION_HEAD)
    two = Approval(Right.RESERVE, kasi.id, kasi.display)
    number_book.reserve(context, "letter", 2026, 2, "Sekcam", "listrik padam", two)
    closings.close(context)


def _tables():
    found = connection.sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in found if not PASSED_OVER.fullmatch(name)]


def _bent(value):
    """Return the smallest change of a value."""
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    return f"{value}x"


def _tried(context, change):
    """Do what a tool would do, look, and take it back; say whether it was found."""
    try:
        with connection.transaction():
            for (name,) in connection.sql("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
                connection.sql(f"DROP TRIGGER {name}")
            change()
            try:
                found = bool(checks.check(context).findings)
            except PatenError:
                found = True  # a row that cannot even be read is noticed as well
            raise Undone
    except Undone:
        return found


def test_every_row_changed_or_deleted_is_found(context, record_property):
    a_day(context)
    assert checks.check(context).findings == ()
    connection.current().writer.execute_sql("PRAGMA foreign_keys = OFF")  # as most tools have it
    tried, missed = 0, []
    for table in _tables():
        columns = [row[1] for row in connection.sql(f"PRAGMA table_info({table})")]
        for row in connection.sql(f"SELECT rowid, * FROM {table}"):
            where = f"{table} {row[0]}"

            def gone(table=table, rowid=row[0]):
                connection.sql(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))

            tried += 1
            missed += [] if _tried(context, gone) else [f"{where} deleted"]
            for column, value in zip(columns, row[1:], strict=True):
                if column in ("id", "rowno") and isinstance(value, int):
                    continue  # the place in the file, which says nothing

                def bent(table=table, rowid=row[0], column=column, value=value):
                    connection.sql(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (_bent(value), rowid))

                tried += 1
                with suppress(peewee.IntegrityError):
                    missed += [] if _tried(context, bent) else [f"{where} {column} changed from {value!r}"]
    record_property("fault: rows changed by a tool", tried)
    assert missed == [], f"{len(missed)} of {tried}: {missed[:20]}"
    assert tried > 500


def test_one_flipped_bit_in_any_page_is_found(context, tmp_path, record_property):
    a_day(context)
    connection.close()
    path = tmp_path / "paten.db"
    content = path.read_bytes()
    size = 4096
    missed = []
    for page in range(len(content) // size):
        bit = (page * 2741) % (size * 8)
        changed = bytearray(content)
        changed[page * size + bit // 8] ^= 1 << (bit % 8)
        path.write_bytes(changed)
        try:
            proof.prove_database(path, KEY)
            missed.append(page)
        except PatenError:
            pass
    path.write_bytes(content)
    proof.prove_database(path, KEY)
    record_property("fault: pages with a flipped bit", len(content) // size)
    assert missed == []
    assert len(content) // size > 50

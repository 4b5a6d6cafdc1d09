"""A database as an older release made it."""

from paten_desk.store import connection, engine
from paten_desk.store.packing import unpack
from tests.conftest import KEY

PACKED = ("body", "block")  # older releases stored records as they are


def pour(folder, steps, tables):
    """Pour the open database into a file that knows these migrations alone, and open that one."""
    old = engine.open_file(folder / "old.db", KEY)
    with old.writer.atomic():
        for step in steps:
            step.up(old)
        old.writer.execute_sql(f"PRAGMA user_version = {len(steps)}")
    for table in tables:
        columns = [row[1] for row in old.writer.execute_sql(f"PRAGMA table_info({table})").fetchall()]
        marks = ", ".join("?" * len(columns))
        for row in connection.sql(f"SELECT {', '.join(columns)} FROM {table}"):
            plain = [unpack(value) if column in PACKED else value for column, value in zip(columns, row, strict=True)]
            old.writer.execute_sql(f"INSERT INTO {table} VALUES ({marks})", plain)
    old.close()
    connection.open_file(folder / "old.db", KEY)

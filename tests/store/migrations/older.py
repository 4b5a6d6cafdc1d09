"""A database as an older release made it."""

from paten_desk.store import connection, engine
from tests.conftest import KEY


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
            old.writer.execute_sql(f"INSERT INTO {table} VALUES ({marks})", row)
    old.close()
    connection.open_file(folder / "old.db", KEY)

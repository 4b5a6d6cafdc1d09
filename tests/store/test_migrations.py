import pytest

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import connection, engine, migrations, tables

KEY = bytes(range(32))


def test_the_migrated_schema_has_the_columns_of_the_tables(both_engines):
    for table in tables.ALL:
        name = table._meta.table_name
        cursor = connection.database().execute_sql(f'SELECT * FROM "{name}" WHERE 1 = 0')
        assert {column[0] for column in cursor.description} == set(table._meta.columns), name


def test_opening_again_changes_nothing(tmp_path):
    connection.open_file(tmp_path / "paten.db", KEY)
    connection.close()
    connection.open_file(tmp_path / "paten.db", KEY)

    assert migrations.version_of(connection.current()) == migrations.LATEST
    connection.close()


def test_a_newer_file_is_refused_with_a_way_out(tmp_path):
    connection.open_file(tmp_path / "paten.db", KEY)
    connection.current().writer.execute_sql(f"PRAGMA user_version = {migrations.LATEST + 1}")
    connection.close()

    with pytest.raises(StoreUnavailable, match="lebih baru") as caught:
        connection.open_file(tmp_path / "paten.db", KEY)

    assert caught.value.hint == "Perbarui aplikasi di komputer ini."


def test_before_migrating_the_file_is_copied_aside_and_the_copy_opens(tmp_path):
    connection.open_file(tmp_path / "paten.db", KEY)
    with connection.transaction():
        connection.sql("INSERT INTO draft VALUES ('a', 'b', 'c', 'd')")
    copy = migrations.copy_aside(connection.current(), 1)
    connection.close()

    opened = engine.open_file(copy, KEY)
    assert opened.reader.execute_sql("SELECT count(*) FROM draft").fetchone()[0] == 1
    opened.close()
